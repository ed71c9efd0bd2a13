import type { ClientBase } from 'pg'
import type { ResourceName } from '@/contract'
import { nameKeys } from '@/search'
import { searchRows, type SearchRow } from './search-row'
import { namesOf } from './search-names'
import type { Body } from './compose'
import type { PublicDocument } from './unit'
import type { World } from './view'

// The search holds what is public now: written with the bodies, gone with them.

type Target = { resource: ResourceName; id: string }
type Public = { world: World; document: PublicDocument | undefined; bodies: readonly Body[] }

/** Brings the search rows of one document in line with its bodies; without bodies none stay. */
export async function storeSearch(
  client: ClientBase,
  target: Target,
  { world, document, bodies }: Public,
): Promise<void> {
  const names = document ? namesOf(world, document) : { own: [], all: [] }
  const rows = searchRows({ resource: target.resource, names: names.all, bodies })
  const known = await readKnown(client, target)
  if (known.rows.some(({ sha256 }) => rows.every((row) => row.sha256 !== sha256)))
    await dropOthers(client, target, rows)
  const readers = new Map(known.rows.map((row) => [row.sha256, row.readers.join()]))
  await insertRows(
    client,
    target,
    rows.filter((row) => !readers.has(row.sha256)),
  )
  await moveReaders(
    client,
    target,
    rows.filter((row) => (readers.get(row.sha256) ?? row.readers.join()) !== row.readers.join()),
  )
  const keys = [...new Set(names.own.flatMap(nameKeys))].toSorted()
  if (keys.join() !== known.keys.toSorted().join()) await storeKeys(client, target, keys)
}

type Known = { rows: { sha256: string; readers: string[] }[]; keys: string[] }

async function readKnown(client: ClientBase, { resource, id }: Target): Promise<Known> {
  const { rows } = await client.query<Known>(
    `select (select coalesce(json_agg(json_build_object('sha256', s.sha256, 'readers', s.readers)), '[]')
               from published.search s where s.resource = $1 and s.document_id = $2) as rows,
            array(select n.key from published.search_names n where n.resource = $1 and n.document_id = $2) as keys`,
    [resource, id],
  )
  return rows[0] ?? { rows: [], keys: [] }
}

async function dropOthers(
  client: ClientBase,
  { resource, id }: Target,
  rows: readonly SearchRow[],
): Promise<void> {
  await client.query(
    'delete from published.search where resource = $1 and document_id = $2 and sha256 <> all ($3::text[])',
    [resource, id, rows.map((row) => row.sha256)],
  )
}

async function insertRows(
  client: ClientBase,
  { resource, id }: Target,
  rows: readonly SearchRow[],
): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `insert into published.search (resource, document_id, sha256, readers, hit, texts, year, ranked, words)
     select $1, $2, r.sha256, r.readers, r.hit, r.texts, r.year,
            published.search_vector(r.ranked), published.search_vector(r.words)
       from jsonb_to_recordset($3::jsonb)
         as r (sha256 text, readers text[], hit text, texts text, year int, ranked jsonb, words jsonb)`,
    [resource, id, JSON.stringify(rows.map(({ read, ...row }) => ({ ...row, ...read() })))],
  )
}

async function moveReaders(
  client: ClientBase,
  { resource, id }: Target,
  rows: readonly SearchRow[],
): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `update published.search s set readers = r.readers
       from jsonb_to_recordset($3::jsonb) as r (sha256 text, readers text[])
      where s.resource = $1 and s.document_id = $2 and s.sha256 = r.sha256`,
    [resource, id, JSON.stringify(rows.map(({ sha256, readers }) => ({ sha256, readers })))],
  )
}

async function storeKeys(
  client: ClientBase,
  { resource, id }: Target,
  keys: readonly string[],
): Promise<void> {
  await client.query(
    `with gone as (
       delete from published.search_names where resource = $1 and document_id = $2 and key <> all ($3::text[]))
     insert into published.search_names (resource, document_id, key) select $1, $2, unnest($3::text[])
     on conflict do nothing`,
    [resource, id, keys],
  )
}
