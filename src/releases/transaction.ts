import type { Payload } from 'payload'
import { Pool, type PoolClient } from 'pg'
import { deskEnv } from '@/lib/env'

/** The pool through which Payload reads and saves. */
export const poolOf = (payload: Payload): Pool => (payload.db as unknown as { pool: Pool }).pool

let releasePool: Pool | undefined

// Releases follow each other, and each reads drafts through Payload's pool while it holds its transaction:
// from one pool, a queue of releases would starve the one whose turn it is.
function ownPool(): Pool {
  if (releasePool) return releasePool
  releasePool = new Pool({
    connectionString: deskEnv().DESK_DATABASE_URL,
    application_name: 'laureate-desk-releases',
    max: 2,
    idleTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    allowExitOnIdle: true,
  })
  // An idle connection that breaks is replaced at the next release; without a listener Node would exit.
  releasePool.on('error', () => undefined)
  return releasePool
}

/**
 * Runs `work` in one transaction of its own. Payload's helper reports a failed COMMIT as success, so
 * publishing does not use it: here a failed COMMIT throws, and nothing is public.
 */
export async function inTransaction<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await ownPool().connect()
  try {
    await client.query('begin')
    const result = await work(client)
    const done = await client.query('commit')
    if (done.command !== 'COMMIT') throw new Error('The database did not commit the release.')
    client.release()
    return result
  } catch (error) {
    const isBroken = await client
      .query('rollback')
      .then(() => false)
      .catch(() => true)
    client.release(isBroken)
    throw error
  }
}
