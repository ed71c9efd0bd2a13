import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'pg'

const everyMs = 5000

type Asking = Pick<Pool, 'query'>

type Giving = {
  /** Of the role `desk_writer`. */
  databaseUrl: string
  beat: (pool: Asking) => Promise<void>
  /** Told of a beat that failed; the next one is tried all the same. */
  report: (error: unknown) => void
  signal?: AbortSignal
}

/**
 * Says again and again that a part lives, until `signal` ends it, if there is one. In a rhythm that nothing changes, on a connection of its own:
 * it waits for no task and no release, and tells of none.
 */
export async function keepBeating({
  databaseUrl,
  beat,
  report,
  signal = new AbortController().signal,
}: Giving): Promise<void> {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'laureate-desk beat',
    max: 1,
    connectionTimeoutMillis: 3000,
    statement_timeout: 3000,
  })
  pool.on('error', () => undefined)
  while (!signal.aborted) {
    await beat(pool).catch(report)
    await pause(everyMs, undefined, { ref: false, signal }).catch(() => undefined)
  }
  await pool.end()
}

/** The worker's, by the clock of the database: public, and never newer than the desk's, so that either one's silence is seen. */
export async function beatOfWorker(pool: Asking): Promise<void> {
  await pool.query(
    'update published.heartbeat set at = least(clock_timestamp(), (select at from desk.heartbeat))',
  )
}

/** The desk's. */
export async function beatOfDesk(pool: Asking): Promise<void> {
  await pool.query('update desk.heartbeat set at = clock_timestamp()')
}
