import type { ClientBase } from 'pg'
import type { DocumentRef } from './revisions'

/** A deleted document has no units any more. Its revisions, approvals and steps are history and stay. */
export async function forgetDocument(client: ClientBase, { collection, id }: DocumentRef): Promise<void> {
  await client.query('delete from editorial.units where collection = $1 and document_id::text = $2', [
    collection,
    id,
  ])
}
