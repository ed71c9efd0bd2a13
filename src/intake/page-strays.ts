import { about, type Inquiry } from './inquiry'
import { isProse } from './page-layout'
import type { Option, Question } from './question'
import type { PageLine } from './page-types'

// Lines whose place the page does not say. They are in no field until staff say where they belong.

export type Destination = 'short' | 'long' | 'previous' | 'leave-out'
export type Stray = { lines: PageLine[]; where: string; proposal?: Destination; mayContinue?: boolean }

const options: Option[] = [
  { value: 'short', label: 'They belong to the short text' },
  { value: 'long', label: 'They belong to the long biography' },
  { value: 'leave-out', label: 'Leave them out' },
]
const continued: Option = { value: 'previous', label: 'They continue the line before' }

/** Where staff put the stray lines; undefined while the question is open. */
export function placeStray(stray: Stray, inquiry: Inquiry): Destination | undefined {
  const [first] = stray.lines
  if (!first) return undefined
  const question = questionOf(stray, first)
  const answer = inquiry.ask(question)
  const place = isDestination(answer) ? answer : undefined
  const said = { path: question.id, label: 'Not placed', value: '' }
  if (place === 'leave-out')
    inquiry.show(stray.lines, { ...said, confidence: 'check', note: 'Left out, as answered.' })
  if (place === undefined) {
    const note = `It was not understood (${stray.where}) and is in no field yet.`
    inquiry.show(stray.lines, { ...said, confidence: 'odd', note })
  }
  return place
}

function questionOf(stray: Stray, first: PageLine): Question {
  const count = stray.lines.length
  const which = count === 1 ? `does line ${first.number}` : `do ${count} lines from line ${first.number} on`
  const proposal = stray.lines.filter((line) => isProse(line.text)).length >= 3 ? 'long' : stray.proposal
  return {
    id: `place.${first.number}`,
    text: `Where ${which} belong (${stray.where})? “${beginning(first.text)}”`,
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
