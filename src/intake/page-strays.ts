import type { Sentence } from '@/lib/sentence'
import { about, type Asking, type Choice, type Inquiry } from './inquiry'
import { isProse } from './page-layout'
import type { PageLine } from './page-types'
import { say } from './say'

// Lines whose place the page does not say. They are in no field until staff say where they belong.

export type Destination = 'short' | 'long' | 'previous' | 'leave-out'
export type Stray = { lines: PageLine[]; where: Sentence; proposal?: Destination; mayContinue?: boolean }

const options: Choice[] = [
  { value: 'short', label: say('They belong to the short text') },
  { value: 'long', label: say('They belong to the long biography') },
  { value: 'leave-out', label: say('Leave them out') },
]
const continued: Choice = { value: 'previous', label: say('They continue the line before') }

/** Says of lines that they are in no field: because staff left them out, or for the reason in `note`. */
export function showUnplaced(
  lines: readonly PageLine[],
  { path, isAnswered, note }: { path: string; isAnswered: boolean; note: Sentence | undefined },
  inquiry: Inquiry,
): void {
  inquiry.show(lines, {
    path,
    label: say('Not placed'),
    value: '',
    confidence: isAnswered ? 'check' : 'odd',
    note: isAnswered ? say('Left out, as answered.') : note,
  })
}

/** Where staff put the stray lines; undefined while the question is open. */
export function placeStray(stray: Stray, inquiry: Inquiry): Destination | undefined {
  const [first] = stray.lines
  if (!first) return undefined
  const question = questionOf(stray, first)
  const answer = inquiry.ask(question)
  const place = isDestination(answer) ? answer : undefined
  if (place === undefined || place === 'leave-out') {
    const note = say('It was not understood ({where}) and is in no field yet.', { where: stray.where })
    showUnplaced(stray.lines, { path: question.id, isAnswered: place !== undefined, note }, inquiry)
  }
  return place
}

function questionOf(stray: Stray, first: PageLine): Asking {
  const count = stray.lines.length
  const said = { where: stray.where, line: first.number, text: beginning(first.text) }
  const proposal = stray.lines.filter((line) => isProse(line.text)).length >= 3 ? 'long' : stray.proposal
  return {
    id: `place.${first.number}`,
    text:
      count === 1
        ? say('Where does line {line} belong ({where})? “{text}”', said)
        : say('Where do {count} lines from line {line} on belong ({where})? “{text}”', { ...said, count }),
    kind: 'choice',
    required: true,
    options: stray.mayContinue && count <= 3 ? [continued, ...options] : options,
    ...(proposal ? { proposal } : {}),
    ...about(stray.lines),
  }
}

const isDestination = (answer: unknown): answer is Destination =>
  answer === 'short' || answer === 'long' || answer === 'previous' || answer === 'leave-out'

/** The first words of a text, for a question about it. */
export const beginning = (text: string): string =>
  text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text
