import type { Readiness } from './readiness'

// What this process did since it started: plain numbers, for whoever watches it. On the way of an answer from
// memory they cost two additions.

/** `at`: the instant of the last change (RFC 3339), by which another public world is known that came as far; null before the first. */
export type Head = { seq: number; release: number; composer: string; at: string | null }

export type Counts = {
  /** Answers by the first digit of their status. */
  answers: Record<'2xx' | '3xx' | '4xx' | '5xx', number>
  /** Answers that were in memory, and those that were not. */
  hits: number
  misses: number
  memory: { bytes: number; entries: number; limitBytes: number }
  /** Connections and queries that failed. */
  databaseErrors: number
  /** How far the public world had come at the last look; null before the first. */
  head: Head | null
  /** Milliseconds since the last look that succeeded; null before the first. */
  lookedBeforeMs: number | null
  /** Since when the database does not answer; null while it does. */
  cutOffSince: Date | null
  /** The last sign of life of the publishing side, where that is too long ago; else null. */
  behindSince: Date | null
  /** Milliseconds since that sign; null where there never was one. */
  heardBeforeMs: number | null
}

export type Counter = {
  /** By the first digit of the status; index 0 and 1 stay empty. */
  readonly byClass: number[]
  hits: number
  misses: number
  databaseErrors: number
  head: Head | null
  lookedAt: number | null
  /** At the last look. */
  beatAgeMs: number | null
}

export const createCounter = (): Counter => ({
  byClass: [0, 0, 0, 0, 0, 0],
  hits: 0,
  misses: 0,
  databaseErrors: 0,
  head: null,
  lookedAt: null,
  beatAgeMs: null,
})

export function countAnswer({ byClass }: Counter, status: number): void {
  const first = Math.trunc(status / 100)
  byClass[first] = (byClass[first] ?? 0) + 1
}

type Beside = Pick<Counts, 'memory'> & { readiness: Readiness }

export function readCounts(counter: Counter, { memory, readiness }: Beside): Counts {
  const [, , success = 0, elsewhere = 0, refused = 0, failed = 0] = counter.byClass
  const lookedBeforeMs = counter.lookedAt === null ? null : Date.now() - counter.lookedAt
  return {
    answers: { '2xx': success, '3xx': elsewhere, '4xx': refused, '5xx': failed },
    hits: counter.hits,
    misses: counter.misses,
    memory,
    databaseErrors: counter.databaseErrors,
    head: counter.head,
    lookedBeforeMs,
    cutOffSince: readiness.cutOffSince(),
    behindSince: readiness.behindSince(),
    heardBeforeMs: counter.beatAgeMs === null ? null : counter.beatAgeMs + (lookedBeforeMs ?? 0),
  }
}
