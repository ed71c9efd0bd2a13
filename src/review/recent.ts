import type { ClientBase, Pool } from 'pg'
import { contentCollections, may, readsOnlySent, type ContentCollection, type Person } from '@/access'
import { versionsOf, type DocumentRef } from '@/units'
import { bind } from './bind'

/** `at`: when it was last saved, RFC 3339. */
export type Recent = DocumentRef & { title: string; at: string }

type Row = DocumentRef & { title: string; at: Date }

const wasSent = `and exists (
  select from editorial.translation_requests t
   where t.collection = :kind and t.document_id = v.parent_id and t.locale = any (:languages) and t.taken_back_at is null)`

const newestOf = (person: Person, kind: ContentCollection): string => `
  (select '${kind}' as collection, v.parent_id as id, coalesce(v.version_admin_title, '') as title, v.version_updated_at as at
     from ${versionsOf(kind)} v
    where v.latest and v.parent_id is not null ${readsOnlySent(person, kind) ? wasSent.replace(':kind', `'${kind}'`) : ''}
    order by v.version_updated_at desc limit :most)`

/** The documents that were saved last, of those that this person may read. */
export async function readRecent(client: ClientBase | Pool, person: Person, most: number): Promise<Recent[]> {
  const kinds = contentCollections.filter((kind) => may(person, kind, 'read'))
  if (kinds.length === 0) return []
  const newest = kinds.map((kind) => newestOf(person, kind)).join(' union all ')
  const { text, values } = bind(`select * from (${newest}) as drafts order by at desc, id limit :most`, {
    languages: [person.locales ?? [], 'text[]'],
    most: [most, 'int'],
  })
  const { rows } = await client.query<Row>(text, values)
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
