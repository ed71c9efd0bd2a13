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
