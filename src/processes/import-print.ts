import type { Question, Reading, Row, SavedPage } from '@/intake'

// What the page import shows in a terminal. Texts come from a file: what could steer the terminal is taken out.

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const plain = (text: string): string => text.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ')
const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text
const marks: Record<Row['confidence'], string> = { odd: '!!', check: ' ?', sure: '  ' }

/** The table of what was understood: odd rows first, then those to check, each with its lines in the file. */
export function tableOf({ rows, warnings }: Pick<Reading, 'rows' | 'warnings'>, columns = 120): string {
  const shown = rows.map((row) => ({ row, lines: linesOf(row) }))
  const width = Math.max(5, ...shown.map(({ lines }) => lines.length))
  const label = Math.min(36, Math.max(5, ...rows.map((row) => row.label.length)))
  const room = Math.max(30, columns - width - label - 8)
  const body = shown.flatMap(({ row, lines }) => [
    `${marks[row.confidence]}  ${lines.padStart(width)}  ${cut(row.label, label).padEnd(label)}  ${cut(plain(row.value || row.source), room)}`,
    ...(row.note && row.confidence !== 'sure'
      ? [`${' '.repeat(width + label + 8)}↳ ${plain(row.note)}`]
      : []),
  ])
  const head = `    ${'Lines'.padStart(width)}  ${'What it is'.padEnd(label)}  What it says      (!! look at this, ? check)`
  return [head, ...body, ...warnings.map((warning) => `Note: ${plain(warning.message)}`)].join('\n')
}

const linesOf = ({ from, to }: Row): string =>
  from === 0 ? '' : from === to ? String(from) : `${from}–${to}`

/** Open questions, one under the other, with their ids for a file of answers. */
export function questionsOf(questions: readonly Question[]): string {
  return questions
    .map((question) =>
      [
        `  ${question.id}${question.required ? '' : ' (may be skipped: null)'}`,
        `      ${asText(question)}`,
      ].join('\n'),
    )
    .join('\n')
}

/** The question in words, its options and what is proposed. */
export function asText({ text, options, proposal }: Question): string {
  const choices = options
    ? ` [${options.map(({ value, label }) => `${plain(value)} = ${plain(label)}`).join('; ')}]`
    : ''
  return `${plain(text)}${choices}${proposal === undefined ? '' : ` Proposed: ${[proposal].flat().join(', ') || 'none'}`}`
}

const nouns: Record<string, string> = {
  prizes: 'Prize',
  editions: 'Year',
  laureates: 'Laureate',
  citations: 'Award entry',
  biographies: 'Biography',
  'press-releases': 'Press release',
  'press-contacts': 'Press contact',
  media: 'Image',
  'glossary-terms': 'Glossary term',
}

const named = ({ collection, title }: SavedPage['created'][number]): string =>
  `${nouns[collection] ?? collection}: ${plain(title)}`

/** What was saved, in words. */
export function reportOf({ created, reused }: SavedPage): string {
  const unchanged = reused.filter(({ completed }) => completed === undefined)
  const completed = reused.filter((document) => document.completed !== undefined)
  return [
    ...created.map((document) => `  new        ${named(document)}`),
    ...completed.map((document) => `  completed  ${named(document)} (${document.completed?.join(', ')})`),
    ...unchanged.map((document) => `  unchanged  ${named(document)}`),
    'Everything is a draft; nothing is public.',
  ].join('\n')
}
