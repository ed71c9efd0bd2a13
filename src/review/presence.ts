import type { Pool } from 'pg'
import type { DocumentRef } from '@/units'

// Who has a document open besides oneself. Whoever has it open says so every few seconds; who fell silent is gone.

/** Colleagues, each with the language (BCP-47) in which the document is open, and since when (RFC 3339). */
export type Presence = { others: { name: string; language: string; since: string }[] }

type Here = DocumentRef & { person: string; language: string }
type Row = { name: string; language: string; since: Date }

/** After this long without a word somebody is gone: three times the pause between two words. */
const silence = `interval '45 seconds'`

const statement = `
  with gone as (
    delete from editorial.presence where ctid in (
      select ctid from editorial.presence
       where seen_at < clock_timestamp() - ${silence} and not (document_id = $2 and person = $3)
       limit 100 for update skip locked)
  ),
  here as (
    insert into editorial.presence as p (collection, document_id, person, language) values ($1, $2, $3, $4)
    on conflict (document_id, collection, person) do update set
      language = excluded.language, seen_at = clock_timestamp(),
      since = case when p.seen_at < clock_timestamp() - ${silence} then clock_timestamp() else p.since end
  )
  select u.name, o.language, o.since
    from editorial.presence o join public.users u on u.id = o.person
   where o.collection = $1 and o.document_id = $2 and o.person <> $3
     and o.seen_at >= clock_timestamp() - ${silence} and not coalesce(u.disabled, false)
   order by o.since, u.name`

/** Says that this person is here and who else is, in one statement. Rights are the caller's. */
export async function beHere(pool: Pool, { collection, id, person, language }: Here): Promise<Presence> {
  const { rows } = await pool.query<Row>(statement, [collection, id, person, language])
  return { others: rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() })) }
}

/** This person has left. */
export async function leave(
  pool: Pool,
  { collection, id, person }: Omit<Here, 'language'>,
): Promise<Record<string, never>> {
  await pool.query(
    'delete from editorial.presence where collection = $1 and document_id = $2 and person = $3',
    [collection, id, person],
  )
  return {}
}
