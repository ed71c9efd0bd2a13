import parseEdtf from 'edtf'

// EDTF (ISO 8601-2:2019), by the library `edtf`. Dates of people and prizes are strings with precision,
// never Date: "1943", "1943-05", "1962-09-25", "198X", "1943~", "../2020".

const longest = 64

/** True for an EDTF string of levels 0–2. Never throws. */
export function isEdtf(value: string): boolean {
  if (value.length === 0 || value.length > longest || !daysExist(value)) return false
  try {
    parseEdtf(value)
    return true
  } catch {
    return false
  }
}

// The library takes 29 February of any year.
const daysExist = (value: string): boolean =>
  [...value.matchAll(/(?<!\d)(\d{4})-(\d{2})-(\d{2})/g)].every(([text, year, month, day]) => {
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
    return date.toISOString().startsWith(text)
  })

/** True for a full calendar day `YYYY-MM-DD` that exists. */
export const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value) && isEdtf(value)

/** The first year an EDTF value can mean, for filters: "198X" → 1980. Undefined where there is none. */
export function firstYear(value: string): number | undefined {
  if (!isEdtf(value)) return undefined
  const { min } = parseEdtf(value)
  return Number.isFinite(min) ? new Date(min).getUTCFullYear() : undefined
}
