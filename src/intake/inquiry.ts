import { inLanguage, type ScreenLanguage, type Sentence } from '@/lib/sentence'
import { checkAnswer, type Answer, type Option, type Question } from './question'
import type { AnswerError, Answers, Confidence, PageLine, PageWarning, Row, Warning } from './page-types'
import { say } from './say'

type Said = {
  path: string
  label: Sentence
  value: string
  confidence?: Confidence
  note?: Sentence | undefined
}

/** A question before the language of the reader is known. Labels that are words of the page stay as they are. */
export type Asking = Omit<Question, 'text' | 'options'> & { text: Sentence; options?: Choice[] }
export type Choice = { value: string; label: Sentence | string }

/** Collects what one reading of a page asks, shows and warns about, and hands out the answers that staff gave. */
export type Inquiry = {
  /** The valid answer to `question`; undefined while it is open, null where staff skipped it. */
  ask: (question: Asking) => Answer | undefined
  /** True while question `id` was asked and has no valid answer. */
  isOpen: (id: string) => boolean
  warn: (warning: Warning) => void
  /** A row of the confirm screen about `lines`. */
  show: (lines: readonly PageLine[], said: Said) => void
  result: () => { questions: Question[]; warnings: PageWarning[]; rows: Row[]; errors: AnswerError[] }
}

const order: Record<Confidence, number> = { odd: 0, check: 1, sure: 2 }

/** `language` is that of the reader: everything that the inquiry hands out is said in it. */
export function openInquiry(answers: Answers, language: ScreenLanguage): Inquiry {
  const given = new Map(Object.entries(answers))
  const asked = new Set<string>()
  const questions: Question[] = []
  const warnings: PageWarning[] = []
  const rows: Row[] = []
  const errors: AnswerError[] = []

  const ask = (asking: Asking): Answer | undefined => {
    const question = toQuestion(asking, language)
    asked.add(question.id)
    const answer = given.get(question.id)
    const checked = answer === undefined ? undefined : checkAnswer(question, answer)
    if (checked?.ok) return checked.answer
    if (checked) errors.push(mistake({ id: question.id, kind: 'wrong', said: checked.reason }, language))
    questions.push(question)
    return undefined
  }

  const unknown = (): AnswerError[] =>
    [...given.keys()]
      .filter((id) => !asked.has(id))
      .map((id) =>
        mistake({ id, kind: 'not-asked', said: say('is not a question about this page.') }, language),
      )

  return {
    ask,
    isOpen: (id) => questions.some((question) => question.id === id),
    warn: (warning) => warnings.push({ ...warning, message: inLanguage(warning.message, language) }),
    show: (lines, said) => rows.push(toRow(lines, said, language)),
    result: () => ({
      questions: questions.toSorted((a, b) => Number(b.required) - Number(a.required)),
      warnings,
      rows: rows.toSorted((a, b) => order[a.confidence] - order[b.confidence] || a.from - b.from),
      errors: [...errors, ...unknown()],
    }),
  }
}

function toQuestion({ text, options, ...rest }: Asking, language: ScreenLanguage): Question {
  const toOption = ({ value, label }: Choice): Option => ({ value, label: inLanguage(label, language) })
  return { ...rest, text: inLanguage(text, language), ...(options ? { options: options.map(toOption) } : {}) }
}

type Mistake = Pick<AnswerError, 'id' | 'kind'> & { said: Sentence }

function mistake({ id, kind, said }: Mistake, language: ScreenLanguage): AnswerError {
  const reason = inLanguage(said, language)
  return { id, kind, reason, message: `“${id.slice(0, 100)}” ${reason}` }
}

function toRow(shown: readonly PageLine[], said: Said, language: ScreenLanguage): Row {
  const lines = shown.toSorted((a, b) => a.number - b.number)
  const { path, label, value, confidence = 'sure', note } = said
  const from = lines[0]?.number ?? 0
  const source = lines.map((line) => line.text).join('\n')
  return {
    path,
    label: inLanguage(label, language),
    value,
    from,
    to: lines.at(-1)?.to ?? from,
    source,
    confidence,
    ...(note ? { note: inLanguage(note, language) } : {}),
  }
}

/** `lines` of a question, from the lines it is about. */
export function about(lines: readonly PageLine[]): { lines?: { from: number; to: number } } {
  const [first] = lines
  return first ? { lines: { from: first.number, to: lines.at(-1)?.to ?? first.to } } : {}
}
