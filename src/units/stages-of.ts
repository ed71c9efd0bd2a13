import type { Pool } from 'pg'
import type { Stage } from './stages'

/** Where a unit stands, and whether (perhaps other) words of it are public. */
export type StageOfUnit = { unit: string; stage: Stage; isPublic: boolean }
type Row = { id: string; units: StageOfUnit[] }

/** The units of these documents of one collection, in one query; a document without any is absent. */
export async function stagesOf(
  pool: Pool,
  collection: string,
  ids: readonly string[],
): Promise<Map<string, StageOfUnit[]>> {
  const { rows } = await pool.query<Row>(
    `select u.document_id as id,
            jsonb_agg(jsonb_build_object('unit', u.unit, 'stage', u.stage, 'isPublic', c.unit_id is not null)) as units
       from editorial.units u
       left join published.current_units c
         on c.collection = u.collection and c.document_id = u.document_id and c.unit = u.unit
      where u.collection = $1 and u.document_id = any ($2::uuid[])
      group by u.document_id`,
    [collection, ids],
  )
  return new Map(rows.map(({ id, units }) => [id, units]))
}
