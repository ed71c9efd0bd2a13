import type { Pool, ClientBase } from 'pg'

/** What the published world knows of one unit: its last snapshot and whether that is public. */
export type UnitState = {
  unit: string
  hash: string
  isPublic: boolean
  publishedAt: Date
  publishedBy: string | null
  /** Of the shared facts: as they were published. */
  content: unknown
}

/** The last snapshot of every unit of a document that was ever published; of equal ones the public one. */
export async function unitStates(
  client: Pool | ClientBase,
  document: { collection: string; id: string },
): Promise<UnitState[]> {
  const { rows } = await client.query<UnitState>(
    `select distinct on (u.unit) u.unit, u.content_hash as hash, c.unit_id is not null as "isPublic",
            u.published_at as "publishedAt", u.published_by as "publishedBy",
            case when u.unit = 'shared' then u.content end as content
       from published.units u
       left join published.current_units c
         on c.collection = u.collection and c.document_id = u.document_id and c.unit = u.unit and c.unit_id = u.id
      where u.collection = $1 and u.document_id = $2
      order by u.unit, u.release desc, "isPublic" desc, u.published_at desc, u.id`,
    [document.collection, document.id],
  )
  return rows
}

/** The public path of a document ("/v1/laureates/maria-lind"), or null while it is not public. */
export async function publicPath(
  client: Pool | ClientBase,
  document: { collection: string; id: string },
): Promise<string | null> {
  const { rows } = await client.query<{ slug: string }>(
    'select slug from published.resources where resource = $1 and document_id = $2',
    [document.collection, document.id],
  )
  return rows[0] ? `/v1/${document.collection}/${rows[0].slug}` : null
}
