import { fill, type Screens } from '../words'

// EDTF (ISO 8601-2) as people say it: "1962-09-25" is "September 25, 1962" whatever the clock of the reader.

type Spoken = Screens['date']
type Said = { language: string; words: Spoken }

// One order of day, month and year on all screens, also in English.
export const dayFirst = (language: string): string => (language === 'en' ? 'en-GB' : language)

/**
 * An instant in words, such as "22 November 2026, 21:29": on the clock of `zone`, or else of this process or browser.
 */
export function readInstant(at: Date, language: string, zone?: string): string {
  const clock = zone === undefined ? {} : { timeZone: zone }
  const day = new Intl.DateTimeFormat(dayFirst(language), { dateStyle: 'long', ...clock }).format(at)
  const time = new Intl.DateTimeFormat(dayFirst(language), { timeStyle: 'short', ...clock }).format(at)
  return `${day}, ${time}`
}

/** A day (RFC 3339 full-date) in words, the same everywhere on earth. */
export const dayInWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(dayFirst(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

const plain = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const decade = /^(\d{3})X$/
const century = /^(\d{2})XX$/

/** The date in words, or undefined when it is not (yet) a date that we can say. `language` is BCP-47. */
export function readDate(value: string, said: Said): string | undefined {
  if (value.includes('/')) return readInterval(value.split('/'), said)
  const qualifier = /[~?%]$/.exec(value)?.[0]
  const bare = qualifier ? value.slice(0, -1) : value
  const date = readPlain(bare, said.language) ?? readSpan(bare, said.words)
  if (date === undefined || qualifier === undefined) return date
  const about = qualifier === '?' ? date : fill(said.words.about, { date })
  return qualifier === '~' ? about : fill(said.words.unsure, { date: about })
}

const isOpen = (part: string): boolean => part === '' || part === '..'

function readInterval([from = '', to = '', ...more]: string[], said: Said): string | undefined {
  if (more.length > 0) return undefined
  const [start, end] = [readDate(from, said), readDate(to, said)]
  if (start && end) return `${start} – ${end}`
  if (start && isOpen(to)) return fill(said.words.since, { date: start })
  return end && isOpen(from) ? fill(said.words.until, { date: end }) : undefined
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

function readSpan(value: string, words: Spoken): string | undefined {
  const [, ten] = decade.exec(value) ?? []
  if (ten !== undefined) return fill(words.decade, { from: `${ten}0`, to: `${ten}9` })
  const [, hundred] = century.exec(value) ?? []
  return hundred === undefined ? undefined : fill(words.decade, { from: `${hundred}00`, to: `${hundred}99` })
}
