// The clocks of IANA time zones. Browsers load this too.

const offset = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/

/** Milliseconds by which clocks in `zone` are ahead of UTC at this instant. */
function aheadOfUtc(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = 0, minutes = 0, seconds = 0] = offset.exec(name) ?? []
  return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

/** What the clocks of `zone` show at an instant, as the milliseconds of a UTC clock that shows the same. */
export const wallTime = (at: number, zone: string): number => at + aheadOfUtc(at, zone)

/**
 * The instant at which the clocks of `zone` show `wall`, in milliseconds. Of a time that is left out when the clocks go
 * forward, one beside it.
 */
export function instantOf(wall: number, zone: string): number {
  const near = wall - aheadOfUtc(wall, zone)
  // The second look is for hours at whose edge the clocks change.
  return wall - aheadOfUtc(near, zone)
}
