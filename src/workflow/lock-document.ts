import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { lockName } from '@/lib/postgres'
import { requestTransaction } from './request-transaction'

/**
 * Takes the document's lock until the transaction of `req` ends. Payload reads a document, merges one
 * language and rewrites all languages, so two parallel saves would lose one: they queue here instead.
 * Publishing takes the same lock.
 */
export async function lockDocument(req: PayloadRequest, collection: string, id: string): Promise<void> {
  const tx = await requestTransaction(req)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lockName(collection, id)}, 0))`)
}
