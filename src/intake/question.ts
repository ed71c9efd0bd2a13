import { z } from 'zod'
import { isCountry, isEdtf, isSlug, sayTextProblem } from '@/formats'
import type { Sentence } from '@/lib/sentence'
import { say } from './say'
import { answerPhrases } from './words-questions'

/** Kinds of answers: a text, a year, an address part, one of `options`, ISO 3166 codes, an EDTF date, an e-mail, a stored image. */
type QuestionKind =
  | 'text'
  | 'year'
  | 'slug'
  | 'prize'
  | 'choice'
  | 'country'
  | 'countries'
  | 'date'
  | 'email'
  | 'media'

export type Option = { value: string; label: string }

/** Null is "skip", which only an optional question accepts. */
export type Answer = string | number | string[] | null

/** What the page does not say. `proposal` is offered, never taken unasked. `lines` are those the question is about. */
export type Question = {
  id: string
  text: string
  kind: QuestionKind
  required: boolean
  options?: Option[]
  proposal?: string | number | string[]
  lines?: { from: number; to: number }
}

const plainText = z
  .string('must be a text.')
  .trim()
  .min(1, 'must not be empty.')
  .max(5000, 'is longer than 5,000 characters.')
  .superRefine((value, context) => {
    const said = sayTextProblem(value)
    if (said) context.addIssue({ code: 'custom', message: said.en, params: { said } })
  })

const yearHint = 'must be a year such as 2024.'
const wholeYear = z.int(yearHint).min(1000, yearHint).max(2200, yearHint)
const year = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{4}$/)
        .transform(Number),
    ],
    yearHint,
  )
  .pipe(wholeYear)

const country = z.string('must be a country code.').refine(isCountry, 'must be an ISO 3166 code such as SE.')
const slug = z
  .string('must be a web address part.')
  .refine(isSlug, 'must be lower-case letters, digits and hyphens.')
const countries = z
  .array(country, 'must be a list of country codes.')
  .max(50, 'holds too many countries.')
  .refine((codes) => new Set(codes).size === codes.length, 'names a country twice.')

const schemas = {
  text: plainText,
  year,
  slug,
  prize: slug,
  choice: z.string('must be one of the options.'),
  country,
  countries,
  date: z
    .string('must be a date.')
    .refine(isEdtf, 'must be a date such as 1962-09-25, 1962-09, 1962 or 1962~ (EDTF).'),
  email: z.email('must be an e-mail address.').max(254),
  media: z.uuid('must be the id of an image in the desk.'),
} satisfies Record<QuestionKind, z.ZodType>

export type Checked = { ok: true; answer: Answer } | { ok: false; reason: Sentence }

// The checks above speak English texts of `answerPhrases`; what the library says by itself is no sentence for people.
function reasonOf({ issues: [issue] }: z.ZodError): Sentence {
  if (issue?.code === 'custom' && issue.params) return issue.params['said'] as Sentence
  const known = answers.find((text) => text === issue?.message)
  return known ? say(known) : say('is not usable.')
}

const { 'must be one of: {values}.': _filled, ...plainAnswers } = answerPhrases
const answers = Object.keys(plainAnswers) as (keyof typeof plainAnswers)[]

/** Checks `answer` against the question: type, options, and null only where it may be skipped. */
export function checkAnswer(question: Question, answer: unknown): Checked {
  if (answer === null) {
    return question.required ? { ok: false, reason: say('must be answered.') } : { ok: true, answer: null }
  }
  const parsed = schemas[question.kind].safeParse(answer)
  if (!parsed.success) return { ok: false, reason: reasonOf(parsed.error) }
  const values = question.options?.map((option) => option.value)
  if (values && !values.includes(String(parsed.data))) {
    return { ok: false, reason: say('must be one of: {values}.', { values: values.join(', ') }) }
  }
  return { ok: true, answer: parsed.data }
}
