// How old the last sign of life of the publishing side is, in this copy of the public world.

/** `at`: when it was written, by the clock of the server at home. */
export type Beat = { at: Date; ageMs: number }

/** What the database says of it: null where there never was one. */
export type BeatRow = { beat_at?: Date | null; beat_age?: number | null }

/**
 * Reads beats, look after look. The age is the greater of two: what the clock of the copy says, which also knows of a copy that
 * follows and stays behind; and how long this process has seen no new one, which needs no clock to be right. So a clock that
 * is slow hides nothing for longer than the limit; one that is fast makes the age too great, never too small.
 */
export function createBeats(now: () => number = () => performance.now()) {
  let last: { time: number; seenAt: number } | undefined
  return ({ beat_at: at, beat_age: ageMs }: BeatRow): Beat | null => {
    if (!at) {
      last = undefined
      return null
    }
    if (last?.time !== at.getTime()) last = { time: at.getTime(), seenAt: now() }
    return { at, ageMs: Math.max(ageMs ?? 0, now() - last.seenAt) }
  }
}
