import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { refuse } from '@/lib/errors'
import { requestTransaction } from './request-transaction'

/** Refuses (409) to delete a document of which anything is public. Call it while the document is locked. */
export async function refuseDeletingPublic(
  req: PayloadRequest,
  collection: string,
  id: string,
): Promise<void> {
  const tx = await requestTransaction(req)
  const { rows } = await tx.execute(sql`
    select from published.current_units c join published.units u on u.id = c.unit_id
    where c.collection = ${collection} and c.document_id::text = ${id} and not u.is_withdrawn limit 1`)
  if (rows.length > 0) throw refuse('still_public')
}
