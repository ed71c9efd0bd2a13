import type { ClientBase, Pool } from 'pg'
import type { DocumentRef } from './revisions'
import type { Values } from './unit-values'

/** Earlier words of a unit. `at`: since when they are approved, or public; `by`: a person's id. */
type Earlier = { values: Values; at: Date | null; by: string | null }

/**
 * What the words of a unit can be compared with: those that were approved last (themselves, if they are approved), those that are public now, and
 * of a translation the words of the source that it follows. What there is none of is absent.
 */
export type Comparable = { approved?: Earlier; public?: Earlier; followed?: Earlier }

type Row = Earlier & { unit: string; kind: keyof Comparable }

/** Of each unit that was ever written, by name. A read of the system: the caller looks at rights. */
export async function readComparable(
  client: ClientBase | Pool,
  { collection, id }: DocumentRef,
): Promise<Map<string, Comparable>> {
  const { rows } = await client.query<Row>(
    `select u.unit, earlier.kind, earlier.by, earlier.at, r."values"
       from editorial.units u
       cross join lateral (
         (select 'approved' as kind, a.revision, a.approver as by, a.at
            from editorial.approvals a join editorial.revisions was on was.id = a.revision
           where was.collection = u.collection and was.document_id = u.document_id and was.unit = u.unit
             and (was.id <> u.revision or u.approval is not null)
           order by was.number desc, a.at desc limit 1)
         union all
         (select 'public', s.revision, s.person, s.at
            from editorial.steps s
            join published.current_units now
              on now.collection = u.collection and now.document_id = u.document_id and now.unit = u.unit
           where s.document_id = u.document_id and s.unit = u.unit and s.verb = 'publish'
           order by s.id desc limit 1)
         union all
         (select 'followed', u.source_revision, null, null where u.source_revision is not null)
       ) earlier
       join editorial.revisions r on r.id = earlier.revision
      where u.collection = $1 and u.document_id::text = $2`,
    [collection, id],
  )
  const found = new Map<string, Comparable>()
  for (const { unit, kind, values, at, by } of rows)
    found.set(unit, { ...found.get(unit), [kind]: { values, at, by } })
  return found
}
