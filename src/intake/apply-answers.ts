import { completeProposalSchema, type CompleteProposal } from './page-proposal'
import { readSource } from './read-page'
import type { AnswerError, Answers, Reading } from './page-types'
import type { Question } from './question'

export type Applied =
  | { complete: true; proposal: CompleteProposal; reading: Reading }
  | { complete: false; errors: AnswerError[]; questions: Question[]; reading: Reading }

/**
 * Reads the page again with `answers` (by question id; null skips an optional one). Complete once every
 * required question has a valid answer; else what is wrong and what is still asked. An answer can raise
 * new questions. Unknown ids and wrong types are errors that name the id.
 */
export function applyAnswers(reading: Reading, answers: unknown): Applied {
  if (!isAnswers(answers)) {
    // A program's mistake: no screen sends this.
    const message = 'Answers must be an object: { "question id": answer }.'
    const errors = [toError({ path: [], message })]
    return { complete: false, errors, questions: reading.questions, reading }
  }
  const first = readSource(reading.page, answers)
  // An answer can make another question needless; its answer is then no mistake.
  const asked = new Set(reading.questions.map((question) => question.id))
  const again = {
    ...first,
    errors: first.errors.filter(({ id, kind }) => !(asked.has(id) && kind === 'not-asked')),
  }
  const open = again.questions.filter((question) => question.required)
  const complete = completeProposalSchema.safeParse(again.proposal)
  if (again.errors.length === 0 && open.length === 0 && complete.success) {
    return { complete: true, proposal: complete.data, reading: again }
  }
  const incomplete = open.length > 0 || complete.success ? [] : complete.error.issues.map(toError)
  return {
    complete: false,
    errors: [...again.errors, ...incomplete],
    questions: again.questions,
    reading: again,
  }
}

const toError = (issue: { path: PropertyKey[]; message: string }): AnswerError => ({
  id: issue.path.join('.'),
  kind: 'wrong',
  reason: issue.message,
  message: issue.message,
})

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
