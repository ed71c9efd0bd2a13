import { z } from 'zod'
import { refuseNobel, type NobelRefused } from './nobel-types'

// The answer of the Nobel Prize API v2.1 to /laureates, as far as the desk reads it. Everything else may be
// there and is counted, not read.

const tooLong = (limit: number): string => `is longer than ${limit} characters`
const text = (limit: number) => z.string('must be a text').max(limit, tooLong(limit))
const words = (limit = 500) =>
  z.record(z.string(), z.unknown()).superRefine((value, context) => checkWords(value, { limit, context }))

type Check = { limit: number; context: z.RefinementCtx }

// The languages only: `sameAs` and more may stand beside them.
function checkWords(value: Record<string, unknown>, { limit, context }: Check): void {
  for (const language of ['en', 'se', 'sv', 'no', 'nb']) {
    const inner = value[language]
    if (inner === undefined || inner === null) continue
    const problem =
      typeof inner !== 'string' ? 'must be a text' : inner.length > limit ? tooLong(limit) : undefined
    if (problem !== undefined) context.addIssue({ code: 'custom', path: [language], message: problem })
  }
}

/** "1943-00-00" → "1943", "1943-05-00" → "1943-05" (EDTF); undefined for "0000-00-00". */
export function toEdtf(date: string): string | undefined {
  const [year = '', month = '', day = ''] = date.split('-')
  if (year === '0000') return undefined
  if (month === '00' || month === '') return year
  return day === '00' || day === '' ? `${year}-${month}` : date
}

const isoDay = z.iso.date()
// "-00" is the file's way of saying that the month or the day is not known.
const isDate = (value: string): boolean => {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) return false
  const known = toEdtf(value) ?? '2000'
  const asDay = `${known}-01-01`.slice(0, 10)
  return isoDay.safeParse(asDay).success
}
const date = z
  .string('must be a date')
  .refine(isDate, 'must be a date such as 1943-05-17, 1943-05-00 or 1943-00-00')
const day = z.iso.date('must be a full date such as 2001-10-10')
const id = z
  .union([z.string(), z.number()], 'is missing')
  .transform(String)
  .pipe(z.string().regex(/^[\w-]{1,40}$/, 'must be a number such as 745'))
const year = z
  .union([z.string(), z.number()], 'is missing')
  .transform(String)
  .pipe(z.string().regex(/^[1-9]\d{3}$/, 'must be a year such as 2001'))

const placeWords = z.looseObject(
  { city: words().optional(), country: words().optional(), countryNow: words().optional() },
  'must be a place',
)
const event = z.looseObject(
  { date: date.optional(), place: placeWords.optional() },
  'must hold a date and a place',
)

const award = z.looseObject({
  awardYear: year,
  category: words(),
  categoryFullName: words().optional(),
  portion: z
    .string('must be a share')
    .regex(/^[1-9]\d{0,2}(?:\/[1-9]\d{0,2})?$/, 'must be a share such as 1 or 1/3')
    .optional(),
  dateAwarded: day.optional(),
  prizeStatus: z.enum(['received', 'declined', 'restricted'], 'must be received, declined or restricted'),
  motivation: words(20_000).optional(),
  prizeAmount: z
    .number('must be a number')
    .min(0, 'must not be negative')
    .max(1e12, 'is too large')
    .optional(),
})

const laureate = z
  .looseObject(
    {
      id,
      knownName: words().optional(),
      orgName: words().optional(),
      fullName: words().optional(),
      givenName: words().optional(),
      familyName: words().optional(),
      penName: text(500).optional(),
      acronym: text(100).optional(),
      nativeName: text(500).optional(),
      birth: event.optional(),
      death: event.optional(),
      founded: event.optional(),
      birthCountry: words().optional(),
      birthCountryNow: words().optional(),
      wikidata: z
        .looseObject({
          id: z
            .string()
            .regex(/^Q[1-9]\d*$/, 'must look like Q42')
            .optional(),
        })
        .optional(),
      wikipedia: z
        .looseObject({
          english: z
            .url({ protocol: /^https?$/, error: 'must be a web address' })
            .max(500)
            .optional(),
        })
        .optional(),
      nobelPrizes: z
        .array(award, 'must be the list of this laureate’s prizes')
        .min(1, 'must hold at least one prize'),
    },
    'must be a laureate',
  )
  .refine(({ knownName, orgName }) => hasWords((orgName ?? knownName)?.['en']), {
    path: ['knownName', 'en'],
    error: 'is missing, and so is orgName.en',
  })

/** A text or a number as text; anything else is "". */
export const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const hasWords = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

export type Award = z.infer<typeof award>
export type Laureate = z.infer<typeof laureate>
export type Words = Record<string, unknown>
export type LifeEvent = z.infer<typeof event>

const dump = z.looseObject({ laureates: z.array(laureate) })

type Read = { ok: true; laureates: Laureate[]; raw: unknown[] } | NobelRefused

const wanted =
  'the laureates file of the Nobel Prize API v2.1 (https://api.nobelprize.org/2.1/laureates?limit=…)'
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Checks that `json` is a whole laureates file, every record of it, before anything else happens. */
export function readDump(json: unknown): Read {
  const wrong = findWrongKind(json) ?? findTruncation(json as Page)
  if (wrong) return wrong
  const raw = (json as Page).laureates
  const parsed = dump.safeParse(json)
  if (!parsed.success) return describeProblems(parsed.error, raw)
  return findDuplicates(parsed.data.laureates) ?? { ok: true, laureates: parsed.data.laureates, raw }
}

type Page = { laureates: unknown[]; meta?: unknown }

function findWrongKind(json: unknown): NobelRefused | undefined {
  if (!isObject(json))
    return refuseNobel(
      'wrong_kind',
      `This is not ${wanted}: looked for an object with “laureates” and “meta”, found ${nameOf(json)}.`,
    )
  if ('nobelPrizes' in json) {
    return refuseNobel(
      'wrong_kind',
      `This is a list of prizes (“nobelPrizes”). Needed is ${wanted}: it tells of every laureate with the prizes.`,
    )
  }
  if (!Array.isArray(json['laureates'])) {
    const found = Object.keys(json).slice(0, 8).join(', ') || 'nothing'
    return refuseNobel(
      'wrong_kind',
      `This is not ${wanted}: looked for the list “laureates”, found ${found}.`,
    )
  }
  const first: unknown = json['laureates'][0]
  if (isObject(first) && 'firstname' in first)
    return refuseNobel('wrong_kind', `This is a file of version 1 of the API. Needed is ${wanted}.`)
  return undefined
}

function nameOf(json: unknown): string {
  if (Array.isArray(json)) return 'a list'
  return json === null ? 'nothing' : `a ${typeof json}`
}

function findTruncation({ laureates, meta }: Page): NobelRefused | undefined {
  const count = isObject(meta) ? meta['count'] : undefined
  if (typeof count !== 'number')
    return refuseNobel(
      'wrong_kind',
      `“meta.count” is missing, so nobody can tell whether the file is whole. Needed is ${wanted}.`,
    )
  if (count > laureates.length) {
    return refuseNobel(
      'truncated',
      `The file holds ${laureates.length} of ${count} laureates: it is one page of the results. Ask the API with limit=${count} and offset=0.`,
    )
  }
  return laureates.length === 0
    ? refuseNobel('wrong_kind', `The list “laureates” is empty. Needed is ${wanted}.`)
    : undefined
}

function describeProblems(error: z.ZodError, raw: unknown[]): NobelRefused {
  const lines = error.issues.map((issue) => describeIssue(issue, raw))
  const more = lines.length > 20 ? ` The first 20 of ${lines.length} are listed.` : ''
  return refuseNobel(
    'bad_record',
    `The file holds values that cannot be right; nothing was imported.${more}`,
    lines.slice(0, 20),
  )
}

function describeIssue(issue: z.core.$ZodIssue, raw: unknown[]): string {
  const [, index, ...field] = issue.path
  const record = typeof index === 'number' ? raw[index] : undefined
  const named = isObject(record) ? asText(record['id']).slice(0, 40) : ''
  const place = named ? `laureate ${named}` : `laureate number ${Number(index) + 1}`
  return `${place}${field.length > 0 ? ` › ${field.map(String).join('.')}` : ''}: ${issue.message}`
}

function findDuplicates(laureates: Laureate[]): NobelRefused | undefined {
  const twice = repeated(laureates.map(({ id: number }) => number))
  if (twice.length > 0)
    return refuseNobel(
      'bad_record',
      `Two laureates have the same id: ${twice.slice(0, 10).join(', ')}.`,
      twice.slice(0, 20).map((number) => `laureate ${number}: the id occurs more than once`),
    )
  const awards = laureates.flatMap(({ id: number, nobelPrizes }) =>
    nobelPrizes.map((each) => `${number} (${asText(each.category['en'])} ${each.awardYear})`),
  )
  const same = repeated(awards)
  return same.length > 0
    ? refuseNobel(
        'bad_record',
        `A prize is listed twice for one laureate: ${same.slice(0, 10).join(', ')}.`,
        same.slice(0, 20),
      )
    : undefined
}

const repeated = (values: string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
]
