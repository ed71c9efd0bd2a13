import parseEdtf from 'edtf'

// EDTF (ISO 8601-2:2019), by the library `edtf`. Dates of people and prizes are strings with precision,
// never Date: "1943", "1943-05", "1962-09-25", "198X", "1943~", "../2020".

const longest = 64

/** True for an EDTF string of levels 0–2 that says something. Never throws. */
export const isEdtf = (value: string): boolean => spanOf(value) !== undefined

/** The first and the last instant that a date can mean, in milliseconds since 1970; infinite where it is open. */
type Span = { first: number; last: number }

function spanOf(value: string): Span | undefined {
  if (value.length === 0 || value.length > longest || isUnfinished(value) || !daysExist(value))
    return undefined
  try {
    const { min, max } = parseEdtf(value)
    const span = { first: min ?? -Infinity, last: max ?? Infinity }
    return span.first === -Infinity && span.last === Infinity ? undefined : span
  } catch {
    return undefined
  }
}

// The library takes “196” for a decade, “19” for a century and longer numbers for milliseconds.
const isUnfinished = (value: string): boolean => /^-?\d+[?~%]?$/.test(value) && !/^-?\d{4}(?!\d)/.test(value)

// The library takes 29 February of any year.
const daysExist = (value: string): boolean =>
  [...value.replaceAll(/[?~%]/g, '').matchAll(/(?<!\d)(\d{4})-(\d{2})-(\d{2})/g)].every(
    ([, year, month, day]) => Number(day) <= daysIn(Number(year), Number(month)),
  )

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (days[month - 1] ?? 0)

/** True for a full calendar day `YYYY-MM-DD` that exists. */
export const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value) && isEdtf(value)

/** The first year an EDTF value can mean, for filters: "198X" → 1980. Undefined where there is none. */
export function firstYear(value: string): number | undefined {
  const first = spanOf(value)?.first
  return first !== undefined && Number.isFinite(first) ? new Date(first).getUTCFullYear() : undefined
}

/**
 * True where all that `one` can mean lies after all that `other` can mean: of "1962-09" and "1962" nobody knows. A date
 * that says of itself that it is not certain (?, ~, %) is never surely after another, nor is what is no date.
 */
export function isSurelyAfter(one: string, other: string): boolean {
  const [later, earlier] = [spanOf(one), spanOf(other)]
  if (!later || !earlier || /[?~%]/.test(one + other)) return false
  return later.first > earlier.last
}
