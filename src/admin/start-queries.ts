import type { Payload } from 'payload'
import type { ContentCollection } from '@/access'
import { poolOf } from '@/lib/postgres'
import type { Listed, StartContent } from './start-content'

// The newest drafts of all kinds in one question each: a list of every collection would be too many rows to read
// on each visit, and a part of it would count wrongly. Names of tables come from the table of collections.

type Row = Omit<Listed, 'updatedAt'> & { at: Date }
const listed = ({ collection, id, title, at }: Row): Listed => ({
  collection,
  id,
  title,
  updatedAt: at.toISOString(),
})

const draftsOf = (collection: ContentCollection): string =>
  `select '${collection}' as collection, parent_id as id, coalesce(version_admin_title, '') as title,
          version_updated_at as at
     from public."_${collection.replaceAll('-', '_')}_v" where latest and parent_id is not null`

/** The drafts that were saved last, in all of these collections. */
export async function readRecent(
  payload: Payload,
  collections: readonly ContentCollection[],
  limit: number,
): Promise<Listed[]> {
  if (collections.length === 0) return []
  const each = collections.map((one) => `(${draftsOf(one)} order by version_updated_at desc limit ${limit})`)
  const { rows } = await poolOf(payload).query<Row>(
    `select * from (${each.join(' union all ')}) as drafts order by at desc, id limit ${limit}`,
  )
  return rows.map(listed)
}

type State = 'waiting' | 'never' | 'down'
type Placed = Row & { state: State; total: number }

/** Drafts that are not, no longer or in an older wording public: the newest of each kind, and how many there are. */
export async function readStates(
  payload: Payload,
  collections: readonly ContentCollection[],
  limit: number,
): Promise<Pick<StartContent, State>> {
  const rows = collections.length === 0 ? [] : await placed(payload, collections, limit)
  const of = (state: State) => {
    const own = rows.filter((row) => row.state === state)
    return { items: own.map(listed), total: own[0]?.total ?? 0 }
  }
  return { waiting: of('waiting'), never: of('never'), down: of('down') }
}

async function placed(
  payload: Payload,
  collections: readonly ContentCollection[],
  limit: number,
): Promise<Placed[]> {
  const { rows } = await poolOf(payload).query<Placed>(
    `with drafts as (${collections.map(draftsOf).join(' union all ')}),
     open as (
       select c.collection, c.document_id, max(u.published_at) as at
         from published.current_units c join published.units u on u.id = c.unit_id
        group by 1, 2
     ),
     states as (
       select d.*, case
                when o.at is not null then case when d.at > o.at then 'waiting' else 'public' end
                when exists (select from published.units u where u.collection = d.collection and u.document_id = d.id)
                  then 'down'
                else 'never' end as state
         from drafts d left join open o on o.collection = d.collection and o.document_id = d.id
     ),
     ranked as (
       select *, count(*) over (partition by state)::int as total,
              row_number() over (partition by state order by at desc, id) as place
         from states where state <> 'public'
     )
     select collection, id, title, at, state, total from ranked where place <= ${limit} order by place`,
  )
  return rows
}
