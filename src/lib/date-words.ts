import { inLanguage, phrasebook, screenLanguage, type Sentence } from './sentence'

// EDTF (ISO 8601-2) as people say it: "1962-09-25" is "25 September 1962" whatever the clock of the reader. Browsers
// load this too, which is why it does without the parsers of `formats`.

export const datePhrases = {
  'about {date}': ['omkring {date}', 'um {date}'],
  '{date} (not certain)': ['{date} (osäkert)', '{date} (nicht sicher)'],
  'the years {from}–{to}': ['åren {from}–{to}', 'die Jahre {from}–{to}'],
  'until {date}': ['till {date}', 'bis {date}'],
  'since {date}': ['sedan {date}', 'seit {date}'],
} as const satisfies Record<string, readonly [sv: string, de: string]>

const say = phrasebook(datePhrases)

// One order of day, month and year on all screens, also in English.
const dayFirst = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** In which language (BCP-47) and on whose clock (IANA zone) moments are told. */
export type Clock = { language: string; zone: string }

/** The time of an instant with the name of its zone, such as "21:29 CET". */
export const readTime = (at: Date, { language, zone }: Clock): string =>
  new Intl.DateTimeFormat(dayFirst(language), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(at)

/** The day of an instant, such as "22 November 2026". */
export const readDay = (at: Date, { language, zone }: Clock): string =>
  new Intl.DateTimeFormat(dayFirst(language), { dateStyle: 'long', timeZone: zone }).format(at)

/** An instant in words, such as "22 November 2026, 21:29 CET". */
export const readInstant = (at: Date, clock: Clock): string => `${readDay(at, clock)}, ${readTime(at, clock)}`

/** A day (RFC 3339 full-date) in words, the same everywhere on earth. */
export const dayInWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(dayFirst(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

const plain = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const decade = /^(\d{3})X$/
const century = /^(\d{2})XX$/

const spoken = (said: Sentence, language: string): string => inLanguage(said, screenLanguage(language))

/** The date in words, or undefined when it is not (yet) a date that we can say. `language` is BCP-47. */
export function readDate(value: string, language: string): string | undefined {
  if (value.includes('/')) return readInterval(value.split('/'), language)
  const qualifier = /[~?%]$/.exec(value)?.[0]
  const bare = qualifier ? value.slice(0, -1) : value
  const date = readPlain(bare, language) ?? readSpan(bare, language)
  if (date === undefined || qualifier === undefined) return date
  const about = qualifier === '?' ? date : spoken(say('about {date}', { date }), language)
  return qualifier === '~' ? about : spoken(say('{date} (not certain)', { date: about }), language)
}

const isOpen = (part: string): boolean => part === '' || part === '..'

function readInterval([from = '', to = '', ...more]: string[], language: string): string | undefined {
  if (more.length > 0) return undefined
  const [start, end] = [readDate(from, language), readDate(to, language)]
  if (start && end) return `${start} – ${end}`
  if (start && isOpen(to)) return spoken(say('since {date}', { date: start }), language)
  return end && isOpen(from) ? spoken(say('until {date}', { date: end }), language) : undefined
}

function readPlain(value: string, language: string): string | undefined {
  const [, year, month, day] = plain.exec(value) ?? []
  if (year === undefined) return undefined
  if (month === undefined) return year
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  at.setUTCFullYear(Number(year))
  const isReal = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day ?? 1)
  if (!isReal) return undefined
  const style: Intl.DateTimeFormatOptions = day ? { dateStyle: 'long' } : { year: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat(dayFirst(language), {
    ...style,
    calendar: 'gregory',
    timeZone: 'UTC',
  }).format(at)
}

function readSpan(value: string, language: string): string | undefined {
  const [, ten] = decade.exec(value) ?? []
  const [, hundred] = century.exec(value) ?? []
  if (ten === undefined && hundred === undefined) return undefined
  const [from, to] = ten === undefined ? [`${hundred}00`, `${hundred}99`] : [`${ten}0`, `${ten}9`]
  return spoken(say('the years {from}–{to}', { from, to }), language)
}
