import type { Pool } from 'pg'
import type { Stage } from './stages'

/** Where a unit stands, whether (perhaps other) words of it are public, and whether it is with translators. */
export type StageOfUnit = { unit: string; stage: Stage; isPublic: boolean; isSent: boolean }
type Row = { id: string; units: StageOfUnit[] }

/** The units of these documents of one collection, in one query; a document without any is absent. */
export async function stagesOf(
  pool: Pool,
  collection: string,
  ids: readonly string[],
): Promise<Map<string, StageOfUnit[]>> {
  const { rows } = await pool.query<Row>(
    `select u.document_id as id,
            jsonb_agg(jsonb_build_object('unit', u.unit, 'stage', u.stage, 'isPublic', c.unit_id is not null,
                                         'isSent', t.locale is not null)) as units
       from editorial.units u
       left join published.current_units c
         on c.collection = u.collection and c.document_id = u.document_id and c.unit = u.unit
       left join editorial.translation_requests t
         on t.collection = u.collection and t.document_id = u.document_id and t.locale = u.unit and t.taken_back_at is null
      where u.collection = $1 and u.document_id = any ($2::uuid[])
      group by u.document_id`,
    [collection, ids],
  )
  return new Map(rows.map(({ id, units }) => [id, units]))
}
