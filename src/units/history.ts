import type { ClientBase, Pool } from 'pg'
import type { DocumentRef, UnitRef } from './revisions'

// Who did what to the units of a document, from the revisions and the steps, newest first.

/** What revisions tell, and what steps tell. */
const deeds = [
  'saved',
  'restored',
  'found',
  'submit',
  'take-back',
  'approve',
  'request-changes',
  'ask-exception',
  'agree-exception',
  'approval-ended',
  'publish',
  'take-down',
  'follow-source',
  'send-to-translation',
  'take-from-translation',
] as const
type Deed = (typeof deeds)[number]

/** Instants are RFC 3339; people are ids. */
export type HistoryEntry = {
  /** Names the entry, and where the next page begins. */
  place: string
  did: Deed
  unit: string
  at: string
  person: string | null
  second: string | null
  reason: string | null
  /** The words that came, or that it was done to; their number within the unit. */
  revision: string | null
  number: number | null
  /** Of new words: the dotted paths of the fields that changed. */
  fields: string[]
  /** Of restored words: whose they are. */
  from: { revision: string; number: number; at: string } | null
}

export type HistoryPage = { entries: HistoryEntry[]; next: string | null }

/** `units` are those to tell of; `after` is the place of the last entry already seen. */
type Asked = DocumentRef & { units: readonly string[]; after?: string | undefined; limit: number }

const told = deeds.filter((deed) => !['saved', 'restored', 'found'].includes(deed))

const statement = `
  with entries as (
    select r.at, 'r' || r.id as key, r.door as did, r.unit, r.author as person, null::uuid as second,
           null::text as reason, r.id as revision, r.number, r.restored_from
      from editorial.revisions r
     where r.collection = $1 and r.document_id = $2 and r.unit = any ($3)
    union all
    select s.at, 's' || s.id, s.verb, s.unit, s.person, s.second, s.reason, s.revision, r.number, null
      from editorial.steps s left join editorial.revisions r on r.id = s.revision
     where s.collection = $1 and s.document_id = $2 and s.unit = any ($3) and s.verb = any ($4)
  ),
  placed as (select *, (extract(epoch from at) * 1000000)::bigint as micros from entries),
  page as (
    select * from placed where $5::bigint is null or (micros, key) < ($5, $6)
     order by micros desc, key desc limit $7
  )
  select p.micros || '.' || p.key as place, p.did, p.unit, p.at, p.person, p.second, p.reason, p.revision, p.number,
         coalesce(f.fields, '{}') as fields, o."from"
    from page p
    left join lateral (
      select array_agg(k.key order by k.key) as fields
        from editorial.revisions r
        left join editorial.revisions b
               on b.collection = r.collection and b.document_id = r.document_id and b.unit = r.unit
              and b.number = r.number - 1
        cross join lateral (
          select jsonb_object_keys(r."values") as key
           union select jsonb_object_keys(coalesce(b."values", '{}'))
        ) k
       where r.id = p.revision and r."values" -> k.key is distinct from b."values" -> k.key
    ) f on p.key like 'r%'
    left join lateral (
      select jsonb_build_object('revision', r.id, 'number', r.number, 'at', r.at) as "from"
        from editorial.revisions r where r.id = p.restored_from
    ) o on true
   order by p.micros desc, p.key desc`

type Row = Omit<HistoryEntry, 'at'> & { at: Date }

/** One page of the history. A place that is none begins at the newest. Rights are the caller's. */
export async function readHistory(
  client: ClientBase | Pool,
  { collection, id, units, after, limit }: Asked,
): Promise<HistoryPage> {
  const [, micros = null, key = null] = /^(\d{1,18})\.([rs][0-9a-f-]{1,36})$/.exec(after ?? '') ?? []
  const values = [collection, id, units, told, micros, key, limit + 1]
  const { rows } = await client.query<Row>(statement, values)
  const entries = rows.slice(0, limit).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
  return { entries, next: rows.length > limit ? (entries.at(-1)?.place ?? null) : null }
}

/** The revision of a unit that was published last; undefined where none ever was. */
export async function publishedRevision(
  client: ClientBase | Pool,
  { collection, id, unit }: UnitRef,
): Promise<string | undefined> {
  const { rows } = await client.query<{ revision: string }>(
    `select revision from editorial.steps
      where collection = $1 and document_id = $2 and unit = $3 and verb = 'publish' order by id desc limit 1`,
    [collection, id, unit],
  )
  return rows[0]?.revision
}

/** Who wrote in a unit after its version `number`, by name and in the order of their last save, and when last. */
export async function revisionsAfter(
  client: ClientBase | Pool,
  { collection, id, unit, number }: UnitRef & { number: number },
): Promise<{ by: string[]; at: string | null }> {
  const { rows } = await client.query<{ name: string | null; at: Date }>(
    `select u.name, max(r.at) as at from editorial.revisions r left join public.users u on u.id = r.author
      where r.collection = $1 and r.document_id = $2 and r.unit = $3 and r.number > $4
      group by r.author, u.name order by max(r.at)`,
    [collection, id, unit, number],
  )
  return {
    by: rows.flatMap(({ name }) => (name === null ? [] : [name])),
    at: rows.at(-1)?.at.toISOString() ?? null,
  }
}
