import { instantOf } from '@/lib/wall-clock'

/** True for an IANA time zone name that this runtime knows ("Europe/Stockholm"). */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** The IANA time zones offered on screens. */
export const timeZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')]

/** True for an ISO 4217 currency code that CLDR knows. */
export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code)

/** The instant at which a day (YYYY-MM-DD) begins on the clocks of an IANA zone. `later` days may be added. */
export const startOfDay = (day: string, zone: string, later = 0): Date =>
  new Date(instantOf(Date.parse(`${day}T00:00:00Z`) + later * 86_400_000, zone))
