import type { Payload } from 'payload'
import type { PoolClient } from 'pg'
import { poolOf } from '@/lib/postgres'

/** Runs `work` in a transaction of its own: what it does stays done when the request is refused afterwards. */
export async function inTransaction<Result>(
  payload: Payload,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await poolOf(payload).connect()
  try {
    await client.query('begin')
    const result = await work(client)
    const done = await client.query('commit')
    if (done.command !== 'COMMIT') throw new Error('The database did not commit a sign-in.')
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
