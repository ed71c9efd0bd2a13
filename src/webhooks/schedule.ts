// When what was not delivered is tried again. Together more than three days, so that a receiver that is down for three
// days loses nothing.

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** After the first try, after the second …; nothing after the last. In ms. */
export const pauses = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const

/**
 * When to try again after so many tries; undefined: not any more. `random` (0–1) lengthens the pause by at most a tenth, so
 * that receivers that failed together are not all asked at once. It never shortens it: the sum stays.
 */
export function nextTry(tries: number, now: Date, random: number): Date | undefined {
  const pause = pauses[tries - 1]
  return pause === undefined ? undefined : new Date(now.getTime() + pause * (1 + random / 10))
}
