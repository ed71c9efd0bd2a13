import type { ClientBase } from 'pg'
import type { DocumentRef } from './revisions'

/** A deleted document has no units any more, and nobody translates it. Its revisions, approvals and steps are history and stay. */
export async function forgetDocument(client: ClientBase, { collection, id }: DocumentRef): Promise<void> {
  for (const table of ['units', 'translation_requests'])
    await client.query(`delete from editorial.${table} where collection = $1 and document_id = $2`, [
      collection,
      id,
    ])
}
