import { checkAnswer, type Answer, type Question } from './question'
import type { AnswerError, Answers, Confidence, PageLine, PageWarning, Row } from './page-types'

type Said = { path: string; label: string; value: string; confidence?: Confidence; note?: string | undefined }

/** Collects what one reading of a page asks, shows and warns about, and hands out the answers that staff gave. */
export type Inquiry = {
  /** The valid answer to `question`; undefined while it is open, null where staff skipped it. */
  ask: (question: Question) => Answer | undefined
  /** True while question `id` was asked and has no valid answer. */
  isOpen: (id: string) => boolean
  warn: (warning: PageWarning) => void
  /** A row of the confirm screen about `lines`. */
  show: (lines: readonly PageLine[], said: Said) => void
  result: () => { questions: Question[]; warnings: PageWarning[]; rows: Row[]; errors: AnswerError[] }
}

export const notAsked = 'is not a question about this page.'

const order: Record<Confidence, number> = { odd: 0, check: 1, sure: 2 }

export function openInquiry(answers: Answers = {}): Inquiry {
  const given = new Map(Object.entries(answers))
  const asked = new Set<string>()
  const questions: Question[] = []
  const warnings: PageWarning[] = []
  const rows: Row[] = []
  const errors: AnswerError[] = []

  const ask = (question: Question): Answer | undefined => {
    asked.add(question.id)
    const answer = given.get(question.id)
    const checked = answer === undefined ? undefined : checkAnswer(question, answer)
    if (checked?.ok) return checked.answer
    if (checked) errors.push({ id: question.id, message: `“${question.id}” ${checked.message}.` })
    questions.push(question)
    return undefined
  }

  const unknown = (): AnswerError[] =>
    [...given.keys()]
      .filter((id) => !asked.has(id))
      .map((id) => ({ id, message: `“${id.slice(0, 100)}” ${notAsked}` }))

  return {
    ask,
    isOpen: (id) => questions.some((question) => question.id === id),
    warn: (warning) => warnings.push(warning),
    show: (lines, said) => rows.push(toRow(lines, said)),
    result: () => ({
      questions: questions.toSorted((a, b) => Number(b.required) - Number(a.required)),
      warnings,
      rows: rows.toSorted((a, b) => order[a.confidence] - order[b.confidence] || a.from - b.from),
      errors: [...errors, ...unknown()],
    }),
  }
}

function toRow(shown: readonly PageLine[], said: Said): Row {
  const lines = shown.toSorted((a, b) => a.number - b.number)
  const { path, label, value, confidence = 'sure', note } = said
  const from = lines[0]?.number ?? 0
  const source = lines.map((line) => line.text).join('\n')
  return {
    path,
    label,
    value,
    from,
    to: lines.at(-1)?.to ?? from,
    source,
    confidence,
    ...(note ? { note } : {}),
  }
}

/** `lines` of a question, from the lines it is about. */
export function about(lines: readonly PageLine[]): { lines?: { from: number; to: number } } {
  const [first] = lines
  return first ? { lines: { from: first.number, to: lines.at(-1)?.to ?? first.to } } : {}
}
