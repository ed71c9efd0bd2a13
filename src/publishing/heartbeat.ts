import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'

const everyMs = 5000

/**
 * Says again and again that the publishing side lives, until `signal` ends it. By the clock of the database, in a rhythm that
 * nothing changes: it waits for no release and tells of none. A beat that fails is told to `report`, and the next one is tried.
 */
export async function keepBeating(
  pool: Pick<Pool, 'query'>,
  signal: AbortSignal,
  report: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    await beat(pool).catch(report)
    await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/** One sign of life. */
export async function beat(pool: Pick<Pool, 'query'>): Promise<void> {
  await pool.query('update published.heartbeat set at = clock_timestamp()')
}
