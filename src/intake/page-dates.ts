import { isDay, isEdtf } from '@/formats'
import { fold } from './fold-text'
import { labelLanguages } from './page-labels'

// Dates as laureate pages write them, in any of the label languages → EDTF with exactly the precision
// that was written. What can be read in two ways is returned as two alternatives, never chosen.

export type ReadDate = { date: string; isSure: boolean } | { alternatives: string[] }

const approximate =
  /^(?:circa|cirka|ca|c|about|around|approximately|approx|omkring|ungefar|runt|etwa|ungefahr|um|gegen|vers|environ|hacia|alrededor de|aproximadamente)\b\.?\s*/
const filler = new Set(
  'the of on in den der am im le la el de del den ar year jahr annee ano a om en l i'.split(' '),
)
const longest = 60

/** The EDTF form of `written`, or undefined where it is no date. `locale` decides nothing but what "/" and "-" separate. */
export function readDate(written: string, locale = 'en'): ReadDate | undefined {
  if (written.length > longest) return undefined
  const literal = written.trim()
  if (/^[\d\-X~?%/.[\]]+$/.test(literal) && /^[\d[]/.test(literal)) {
    const exact = readLiteral(literal, locale)
    if (exact) return exact
  }
  const folded = fold(literal).replace(/[.,;]+$/, '')
  const isUncertain = /\s*\(?\?\)?$/.test(folded)
  const bare = folded.replace(/\s*\(?\?\)?$/, '').trim()
  const plain = bare.replace(approximate, '')
  const found = readDecade(plain) ?? readSpan(plain) ?? readWords(plain)
  if (!found) return undefined
  return marked(found, { isUncertain, isApproximate: plain !== bare })
}

function marked(
  date: string,
  { isUncertain, isApproximate }: { isUncertain: boolean; isApproximate: boolean },
): ReadDate | undefined {
  const mark = (isUncertain ? (isApproximate ? '%' : '?') : undefined) ?? (isApproximate ? '~' : '')
  const value = `${date}${mark}`
  return exists(value) ? { date: value, isSure: isPlain(value) } : undefined
}

const isPlain = (date: string): boolean => /^\d{4}(?:-\d{2}){0,2}$/.test(date)

/** EDTF, and a day that is in the calendar (29 February). */
function exists(date: string): boolean {
  if (!isEdtf(date)) return false
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []
  if (dayOfMonth === undefined) return true
  return (
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth))).getUTCDate() ===
    Number(dayOfMonth)
  )
}

function readLiteral(value: string, locale: string): ReadDate | undefined {
  const trimmed = value.replace(/(?:-00){1,2}$/, '')
  const isShort = /^\d{4}\/\d{1,2}$/.test(trimmed)
  if (/^\[?\d{3}[\dX]/.test(trimmed) && !isShort && exists(trimmed)) {
    return { date: trimmed, isSure: trimmed === value && isPlain(value) }
  }
  return readNumeric(value, locale)
}

// "25.09.1962" begins with the day; "25/09/1962" can only do so; "03/04/1962" has two meanings.
function readNumeric(value: string, locale: string): ReadDate | undefined {
  const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(value)
  if (!numeric) return undefined
  const [first, separator, second, year] = numeric.slice(1)
  const dayFirst = day(year, second, first)
  const monthFirst = separator === '.' ? undefined : day(year, first, second)
  const [only, other] = [...new Set([dayFirst, monthFirst])].filter((date) => date !== undefined)
  if (only === undefined) return undefined
  if (other === undefined) return { date: only, isSure: true }
  return locale === 'en' ? { alternatives: [only, other] } : { date: only, isSure: false }
}

function day(year = '', month = '', date = ''): string | undefined {
  const value = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(value) && exists(value) ? value : undefined
}

// "1960s", "the 1960s", "1960-talet", "1960er Jahre", "années 1960", "años 1960".
function readDecade(text: string): string | undefined {
  const match =
    /^(?:the |den |die )?(\d{3})0(?:'?s|-?talet|er(?: jahre)?)$/.exec(text) ??
    /^(?:les |los )?(?:annees|anos) (\d{3})0$/.exec(text)
  return match ? `${match[1]}X` : undefined
}

// "between 1940 and 1942", "1940 or 1941": one day, month or year of the span.
function readSpan(text: string): string | undefined {
  const match =
    /^(?:between|mellan|zwischen|entre)? ?(\d{4}) (?:and|or|och|eller|und|oder|et|ou|y|o) (\d{4})$/.exec(text)
  return match ? `[${match[1]}..${match[2]}]` : undefined
}

function readWords(text: string): string | undefined {
  const tokens = (text.match(/[\p{L}]+|\d+/gu) ?? []).filter(
    (token) => !filler.has(token) && !weekdays.has(token) && !/^(?:st|nd|rd|th|er|e|o)$/.test(token),
  )
  const parts = tokens.map((token) =>
    months.has(token) ? 'm' : /^\d{4}$/.test(token) ? 'y' : /^\d{1,2}$/.test(token) ? 'd' : 'x',
  )
  const pick = (kind: 'd' | 'm' | 'y'): string => tokens[parts.indexOf(kind)] ?? ''
  const month = String(months.get(pick('m')) ?? '').padStart(2, '0')
  switch (parts.join('')) {
    case 'y':
      return pick('y')
    case 'my':
    case 'ym':
      return `${pick('y')}-${month}`
    case 'mdy':
    case 'dmy':
    case 'ymd':
      return day(pick('y'), month, pick('d'))
    default:
      return undefined
  }
}

const months = monthNames()
const weekdays = weekdayNames()

function monthNames(): Map<string, number> {
  const names = new Map<string, number>(
    [
      ['sept', 9],
      ['set', 9],
      ['setiembre', 9],
      ['jänner', 1],
    ].map(([name, month]) => [fold(String(name)), Number(month)]),
  )
  for (const [language, style] of spellings()) {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' })
    for (let month = 1; month <= 12; month += 1) {
      const part = format.formatToParts(Date.UTC(2024, month - 1, 1)).find(({ type }) => type === 'month')
      const name = fold(part?.value ?? '').replace(/\.$/, '')
      if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, month)
    }
  }
  return names
}

function weekdayNames(): Set<string> {
  const names = spellings().flatMap(([language, style]) =>
    Array.from({ length: 7 }, (_, index) =>
      new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }).format(
        Date.UTC(2024, 0, index + 1),
      ),
    ),
  )
  return new Set(names.map((name) => fold(name).replace(/\.$/, '')).filter((name) => !months.has(name)))
}

function spellings(): [string, 'long' | 'short'][] {
  return labelLanguages.flatMap((language): [string, 'long' | 'short'][] => [
    [language, 'long'],
    [language, 'short'],
  ])
}
