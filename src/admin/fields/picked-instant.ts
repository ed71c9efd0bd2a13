import { instantOf, wallTime } from '@/lib/wall-clock'

// The picker knows one clock only, that of the browser. It is given a moment at which that clock shows what the clock of
// the foundation shows at the real one.

/** For an instant (RFC 3339), what the picker is given. */
export function shownInPicker(at: string, zone: string): Date {
  const wall = new Date(wallTime(Date.parse(at), zone))
  return new Date(
    wall.getUTCFullYear(),
    wall.getUTCMonth(),
    wall.getUTCDate(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
  )
}

/** The instant (RFC 3339) that is meant by what the picker gives. */
export function chosenInstant(picked: Date, zone: string): string {
  const wall = Date.UTC(
    picked.getFullYear(),
    picked.getMonth(),
    picked.getDate(),
    picked.getHours(),
    picked.getMinutes(),
  )
  return new Date(instantOf(wall, zone)).toISOString()
}
