import type { ClientBase, Pool } from 'pg'
import { contentCollections } from '@/access'
import type { DocumentRef } from './revisions'

// Titles as screens show them, of documents of all kinds in one question. Names of tables come from the list of kinds.

export const keyOf = ({ collection, id }: DocumentRef): string => `${collection}/${id}`

/** The table of versions of a kind. */
export const versionsOf = (collection: string): string => `public."_${collection.replaceAll('-', '_')}_v"`

/** SQL: kind, id and title of the documents whose ids are `$1`, a list of uuid. */
export const everyTitle = contentCollections
  .map(
    (collection) =>
      `select '${collection}' as collection, parent_id as id, coalesce(version_admin_title, '') as title
         from ${versionsOf(collection)} where latest and parent_id = any ($1::uuid[])`,
  )
  .join(' union all ')

/** The titles by `keyOf`; a document that is gone has none. Nobody's rights are looked at: the caller did. */
export async function titlesOf(
  client: ClientBase | Pool,
  documents: readonly DocumentRef[],
): Promise<ReadonlyMap<string, string>> {
  if (documents.length === 0) return new Map()
  const { rows } = await client.query<DocumentRef & { title: string }>(everyTitle, [
    [...new Set(documents.map(({ id }) => id))],
  ])
  return new Map(rows.map((row) => [keyOf(row), row.title]))
}
