import type { Payload } from 'payload'
import type { Pool, PoolClient } from 'pg'

/** The admin's pool of `desk_writer` connections. */
export const poolOf = (payload: Payload): Pool => (payload.db as unknown as { pool: Pool }).pool

/**
 * Runs `work` in one transaction of its own. Payload's helper reports a failed COMMIT as success, so
 * publishing does not use it: here a failed COMMIT throws, and nothing is public.
 */
export async function inTransaction<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    const done = await client.query('commit')
    if (done.command !== 'COMMIT') throw new Error('The database did not commit the release.')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    client.release(error instanceof Error && 'code' in error ? undefined : true)
    throw error
  }
}
