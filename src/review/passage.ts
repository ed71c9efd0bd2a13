// A passage of a text: its words and a little of what stands around them, so that it finds its place again when the
// text was changed elsewhere.

export type Passage = { quote: string; before: string; after: string }

/**
 * As it is kept. `isLoose`: it never stood like that in what is stored, because screens say names for codes, or the
 * reader marked older words; so it cannot be missed later.
 */
export type KeptPassage = Passage & { isLoose?: true }

/** Where a passage stands in the text of its field, in UTF-16 units of `textOf`. */
export type Place = { start: number; end: number }

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const inline = new Set(['text', 'linebreak', 'link', 'autolink'])

/** The words of a value as somebody reads them: rich text, lists and plain texts, white space as single spaces. */
export const textOf = (value: unknown): string => collapsed(wordsOf(value))

const collapsed = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(wordsOf).join(' ')
  if (!isRow(value)) return ''
  if ('root' in value) return nodeWords(value['root'])
  return Object.values(value).map(wordsOf).join(' ')
}

function nodeWords(node: unknown): string {
  if (!isRow(node)) return ''
  const { type, text, children, fields } = node
  if (type === 'text') return typeof text === 'string' ? text : ''
  if (type === 'linebreak') return ' '
  if (type === 'block') return isRow(fields) ? ` ${wordsOf([fields['text'], fields['speaker']])} ` : ''
  const inside = Array.isArray(children) ? children.map(nodeWords).join('') : ''
  return inline.has(String(type)) ? inside : ` ${inside} `
}

/**
 * Where the passage stands in `text` (of `textOf`) now. Where its words stand more than once, the place with the most
 * of what stood around them. Null: the words are gone.
 */
export function findPassage(text: string, passage: Passage): Place | null {
  const quote = collapsed(passage.quote)
  if (quote === '') return null
  const around = { before: collapsed(passage.before), after: collapsed(passage.after) }
  let best: { start: number; likeness: number } | undefined
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) {
    const likeness =
      commonEnd(text.slice(0, start).trimEnd(), around.before) +
      commonStart(text.slice(start + quote.length).trimStart(), around.after)
    if (!best || likeness > best.likeness) best = { start, likeness }
  }
  return best ? { start: best.start, end: best.start + quote.length } : null
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < other.length && one[length] === other[length]) length += 1
  return length
}

function commonEnd(one: string, other: string): number {
  let length = 0
  while (length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1
  return length
}
