import { Pool, type ClientBase, type PoolClient } from 'pg'
import { deskEnv } from './env'

// Transactions of our own beside Payload's, and what both need.

/** The pool through which Payload reads and saves. */
export const poolOf = (payload: { db: unknown }): Pool => (payload.db as { pool: Pool }).pool

let ownPool: Pool | undefined

// Releases follow each other, and each reads drafts through Payload's pool while it holds its transaction:
// from one pool, a queue of releases would starve the one whose turn it is.
function poolOfVerbs(): Pool {
  if (ownPool) return ownPool
  ownPool = new Pool({
    connectionString: deskEnv().DESK_DATABASE_URL,
    application_name: 'laureate-desk-verbs',
    max: 4,
    idleTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    allowExitOnIdle: true,
  })
  // An idle connection that breaks is replaced at the next use; without a listener Node would exit.
  ownPool.on('error', () => undefined)
  return ownPool
}

/** Runs `work` in one transaction beside Payload's: a verb of the desk, or a release. */
export const inTransaction = <Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> =>
  inTransactionOn(poolOfVerbs(), work)

/**
 * Runs `work` in one transaction of its own, on a connection of `pool`: what it does stays done whatever becomes of the
 * request. Payload's helper reports a failed COMMIT as success; here a failed COMMIT throws, and nothing has happened.
 */
export async function inTransactionOn<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    const done = await client.query('commit')
    if (done.command !== 'COMMIT') throw new Error('The database did not commit.')
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

/** The name under which a document is locked; `hashtextextended(name, 0)` is the advisory key. */
export const lockName = (collection: string, id: string): string => `${collection}:${id}`

/**
 * Takes the document's lock until the transaction of `client` ends. Saving, verbs and publishing all take it, so nobody
 * writes between reading and acting.
 */
export async function holdDocument(
  client: ClientBase,
  { collection, id }: { collection: string; id: string },
): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName(collection, id)])
}
