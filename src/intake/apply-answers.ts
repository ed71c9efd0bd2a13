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
    const errors = [{ id: '', message: 'Answers must be an object: { "question id": answer }.' }]
    return { complete: false, errors, questions: reading.questions, reading }
  }
  const again = readSource(reading.page, answers)
  const open = again.questions.filter((question) => question.required)
  const complete = completeProposalSchema.safeParse(again.proposal)
  if (again.errors.length === 0 && open.length === 0 && complete.success) {
    return { complete: true, proposal: complete.data, reading: again }
  }
  return { complete: false, errors: again.errors, questions: again.questions, reading: again }
}

const isAnswers = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value)
