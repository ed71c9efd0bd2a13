const parts = (zone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })

const formats = new Map<string, Intl.DateTimeFormat>()

// What the clocks of `zone` show at `instant`, as if it were UTC, in milliseconds.
function wallClock(instant: number, zone: string): number {
  const format = formats.get(zone) ?? parts(zone)
  formats.set(zone, format)
  const shown = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  )
  return Date.UTC(
    shown['year'] ?? 0,
    (shown['month'] ?? 1) - 1,
    shown['day'],
    shown['hour'],
    shown['minute'],
    shown['second'],
  )
}

/** The instant at which the calendar day `YYYY-MM-DD` begins in the IANA zone, ISO 8601 in UTC. */
export function startOfDay(day: string, zone: string): string {
  const wanted = Date.parse(`${day}T00:00:00Z`)
  const guess = wanted - (wallClock(wanted, zone) - wanted)
  return new Date(guess - (wallClock(guess, zone) - wanted)).toISOString()
}
