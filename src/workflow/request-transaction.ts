import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

type Session = NonNullable<PostgresAdapter['sessions'][string]>

/** The drizzle transaction of this request. Throws when there is none: never fall back to the pool silently. */
export async function requestTransaction(req: PayloadRequest): Promise<Session['db']> {
  const id = await req.transactionID
  const adapter = req.payload.db as unknown as PostgresAdapter
  const session = id === undefined ? undefined : adapter.sessions[String(id)]
  if (!session) throw new Error('This request has no transaction.')
  return session.db
}
