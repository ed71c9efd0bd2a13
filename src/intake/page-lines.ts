import { sayTextProblem } from '@/formats'
import { isBareContactLabel } from './page-contact-lines'
import { refusePage } from './page-decode'
import { looksLikeHtml, readHtml } from './page-html'
import type { PageLine, Refused, Warning } from './page-types'
import { say } from './say'

export type PageText = { ok: true; lines: PageLine[]; warnings: Warning[] }

const mostLines = 5000
const longestLine = 20_000

/**
 * Decoded text → its lines of words: NFC, NBSP and tabs as single spaces, invisible characters and outer
 * spaces taken out (reported as warnings), blank lines dropped, hard-wrapped paragraphs joined.
 */
export function splitLines(text: string, format?: 'text' | 'html'): PageText | Refused {
  const isHtml = format === undefined ? looksLikeHtml(text) : format === 'html'
  const { raw, warnings } = isHtml ? htmlLines(text) : { raw: textLines(text), warnings: [] }
  const tooLarge = refuseSize(raw)
  if (tooLarge) return tooLarge
  const lines = raw.map((line) => ({ ...line, text: cleanLine(line.text) }))
  const bad = lines.find((line) => sayTextProblem(line.text) !== undefined)
  if (bad) return refuseCharacter(bad)
  const words = lines.filter((line) => line.text !== '')
  if (words.length === 0) return refusePage('empty', say('The page holds no words.'))
  const joined = isHtml ? words : joinWrapped(words)
  const labelled = joinLabels(joined)
  return {
    ok: true,
    lines: labelled,
    warnings: [...warnings, ...changes(raw), ...wrapWarning(words, joined)],
  }
}

function refuseCharacter({ number, text }: PageLine): Refused {
  const problem = sayTextProblem(text) ?? ''
  return refusePage('bad_character', say('Line {line} {problem}', { line: number, problem }), number)
}

function refuseSize(lines: readonly PageLine[]): Refused | undefined {
  if (lines.filter((line) => line.text.trim() !== '').length > mostLines) {
    return refusePage(
      'too_large',
      say('The page has more than {number} lines of words. Send one laureate page at a time.', {
        number: mostLines,
      }),
    )
  }
  const long = lines.find((line) => line.text.length > longestLine)
  return (
    long &&
    refusePage(
      'too_large',
      say('Line {line} is longer than {number} characters.', { line: long.number, number: longestLine }),
      long.number,
    )
  )
}

// "Phone" on one line and the number on the next, as tables and lists of terms print it.
function joinLabels(lines: readonly PageLine[]): PageLine[] {
  return lines.flatMap((line, index) => {
    const [before, next] = [lines[index - 1], lines[index + 1]]
    if (before && isBareContactLabel(before.text)) return []
    return next && isBareContactLabel(line.text)
      ? [{ ...next, number: line.number, text: `${line.text.replace(/:$/, '')}: ${next.text}` }]
      : [line]
  })
}

const textLines = (text: string): PageLine[] =>
  text.split('\n').map((line, index) => ({ number: index + 1, to: index + 1, text: line }))

function htmlLines(html: string): { raw: PageLine[]; warnings: Warning[] } {
  const { lines, leftOut } = readHtml(html)
  const raw = lines.map((line, index) => ({ number: index + 1, to: index + 1, ...line }))
  const warnings = leftOut.map((tag) => ({
    kind: 'furniture_left_out',
    message:
      tag === 'nav' ? say('The page’s navigation was left out.') : say('The page’s footer was left out.'),
  }))
  return { raw, warnings }
}

// oxlint-disable no-misleading-character-class, no-irregular-whitespace -- these characters are what is looked for
const spaces = /[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/g
const invisible = /[\u200B\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069]/g

/** One line as it is stored. */
const cleanLine = (line: string): string =>
  line.replace(spaces, ' ').replace(invisible, '').replace(/ {2,}/g, ' ').trim().normalize('NFC')

const cleaned = [
  {
    kind: 'spaces_replaced',
    pattern: /[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/,
    what: say('special spaces became plain spaces.'),
  },
  {
    kind: 'invisible_removed',
    pattern: /[\u200B\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069]/,
    what: say('invisible characters were taken out.'),
  },
  {
    kind: 'broken_character',
    pattern: /\uFFFD/,
    what: say('a character was already broken (�); correct it by hand.'),
  },
] as const

function changes(lines: readonly PageLine[]): Warning[] {
  return cleaned.flatMap(({ kind, pattern, what }) => {
    const hits = lines.filter((line) => pattern.test(line.text))
    const [first] = hits
    if (!first) return []
    const line = first.number
    const message =
      hits.length > 1
        ? say('Line {line} and {more} more: {what}', { line, more: hits.length - 1, what })
        : say('Line {line}: {what}', { line, what })
    return [{ kind, message, line }]
  })
}

const sentenceEnd = /[.!?…:]["'”’»)\]]*$/
const isWrappedPair = (line: PageLine, next: PageLine | undefined): boolean =>
  next !== undefined &&
  next.number === line.to + 1 &&
  line.text.length >= 45 &&
  !/^[^:]{2,40}:\s/.test(next.text)

// Text wrapped at a column has no long line and many lines that break inside a sentence. Only then do
// blank lines, and not line ends, separate paragraphs.
function joinWrapped(lines: PageLine[]): PageLine[] {
  if (lines.some((line) => line.text.length > 130)) return lines
  const broken = lines.filter((line, index) => {
    const next = lines[index + 1]
    return isWrappedPair(line, next) && !sentenceEnd.test(line.text) && /^\p{Ll}/u.test(next?.text ?? '')
  })
  if (broken.length < 5) return lines
  const joined: PageLine[] = []
  let last: PageLine | undefined
  for (const line of lines) {
    const previous = joined.at(-1)
    if (previous && last && isWrappedPair(last, line)) {
      joined[joined.length - 1] = { ...previous, to: line.to, text: `${previous.text} ${line.text}` }
    } else joined.push(line)
    last = line
  }
  return joined
}

const wrapWarning = (before: readonly PageLine[], after: readonly PageLine[]): Warning[] =>
  before.length === after.length
    ? []
    : [
        {
          kind: 'lines_joined',
          message: say(
            'The text is wrapped at a column; lines were joined into paragraphs. Check the headings.',
          ),
        },
      ]
