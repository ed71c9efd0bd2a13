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

const offset = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/

/** Milliseconds by which clocks in `zone` are ahead of UTC at this instant. */
function aheadOfUtc(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = 0, minutes = 0, seconds = 0] = offset.exec(name) ?? []
  return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

/** The instant at which a day (YYYY-MM-DD) begins on the clocks of an IANA zone. `later` days may be added. */
export function startOfDay(day: string, zone: string, later = 0): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000
  // The second look is for days at whose edge the clocks change.
  const near = midnight - aheadOfUtc(midnight, zone)
  return new Date(midnight - aheadOfUtc(near, zone))
}
