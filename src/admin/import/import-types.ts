import type { AnswerError, PageWarning, Question, Row, SavedPage } from '@/intake'

/** What the screen shows of a page that was read. */
export type ImportReading = {
  rows: Row[]
  questions: Question[]
  warnings: PageWarning[]
  lines: { number: number; text: string }[]
  /** Answers that cannot be used; `id` names the question. */
  mistakes?: AnswerError[]
}

export type ImportReport = SavedPage
export type ImportedDocument = SavedPage['created'][number]
