import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { ClientBase } from 'pg'

type Session = NonNullable<PostgresAdapter['sessions'][string]>

/** The drizzle transaction of this request. Throws when there is none: never fall back to the pool silently. */
export async function requestTransaction(req: PayloadRequest): Promise<Session['db']> {
  const id = await req.transactionID
  const adapter = req.payload.db as unknown as PostgresAdapter
  const session = id === undefined ? undefined : adapter.sessions[String(id)]
  if (!session) throw new Error('This request has no transaction.')
  return session.db
}

/** The connection that holds the transaction of this request, for rooms that speak to Postgres without drizzle. */
export async function requestClient(req: PayloadRequest): Promise<ClientBase> {
  const transaction = await requestTransaction(req)
  // drizzle's session for node-postgres holds the connection of its transaction and does not say so in its types.
  const { client } = transaction._.session as unknown as { client: ClientBase }
  return client
}
