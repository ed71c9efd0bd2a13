import type { Pool } from 'pg'
import type { DocumentRef } from '@/units'

// What is translated together: around an award entry stand its year, its laureates with their portraits, its
// biography and, for a whole year, its press releases. Read from the newest drafts.

/** `sent`: the languages whose translators have it already. */
export type Belonging = DocumentRef & { title: string; sent: string[] }

const most = 200

const entriesOf: Record<string, string> = {
  citations: 'c.parent_id = $1',
  editions: 'c.version_edition_id = $1',
  laureates: `c.id in (select r.parent_id from public._citations_v_rels r where r.path = 'version.laureates' and r.laureates_id = $1)`,
  biographies: `c.parent_id in (select b.version_citation_id from public._biographies_v b where b.latest and b.parent_id = $1)`,
}

const around = (condition: string): string => `
  with entries as (
    select c.id, c.parent_id, c.version_edition_id as edition, c.version_admin_title as title
      from public._citations_v c where c.latest and c.parent_id is not null and ${condition}
  ),
  people as (
    select l.parent_id, l.version_portrait_id as portrait, l.version_admin_title as title
      from public._laureates_v l
     where l.latest and l.parent_id in (
       select r.laureates_id from public._citations_v_rels r join entries on entries.id = r.parent_id
        where r.path = 'version.laureates')
  )
  select found.*, array(
           select t.locale from editorial.translation_requests t
            where t.document_id = found.id and t.collection = found.collection and t.taken_back_at is null) as sent
    from (
    select 1 as place, 'editions' as collection, e.parent_id as id, e.version_admin_title as title
      from public._editions_v e where e.latest and e.parent_id in (select edition from entries)
    union all select 2, 'citations', parent_id, title from entries
    union all select 3, 'laureates', parent_id, title from people
    union all select 4, 'biographies', b.parent_id, b.version_admin_title
      from public._biographies_v b where b.latest and b.version_citation_id in (select parent_id from entries)
    union all select 5, 'media', m.parent_id, m.version_admin_title
      from public._media_v m where m.latest and m.parent_id in (select portrait from people)
    union all select 6, 'press-releases', p.parent_id, p.version_admin_title
      from public._press_releases_v p where p.latest and $2 = 'editions' and p.version_edition_id = $1
  ) as found order by place, title, id limit ${most}`

/** Everything that belongs to a document, without itself. Nobody's rights are looked at: the caller does. */
export async function belongingTo(pool: Pool, { collection, id }: DocumentRef): Promise<Belonging[]> {
  const condition = entriesOf[collection]
  if (condition === undefined) return []
  const { rows } = await pool.query<Belonging>(around(condition), [id, collection])
  return rows
    .filter((row) => row.collection !== collection || row.id !== id)
    .map((row) => ({ collection: row.collection, id: row.id, title: row.title ?? '', sent: row.sent }))
}
