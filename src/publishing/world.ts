import type { ClientBase } from 'pg'
import { isLocale, type LocaleCode } from '@/lib/locales'
import {
  isPublishable,
  type PublicDocument,
  type PublicFile,
  type Publishable,
  type PublicUnit,
  type Ref,
} from './unit'
import type { World } from './view'

// The public world as the current units tell it, loaded for the documents that a release touches.

/** A connection, or a pool. */
type Reads = Pick<ClientBase, 'query'>

const keyOf = (collection: string, id: string): string => `${collection}:${id}`

export type RefRow = { from_collection: string; from_id: string; to_collection: string; to_id: string }
export type UnitRow = {
  collection: string
  document_id: string
  unit: string
  content: unknown
  content_hash: string
  source_hash: string | null
  published_at: Date
  /** Read where readers are told. */
  first_at: Date | null
}

/** Whole documents in place of what is public of them: all their units, and what these refer to. */
export type Overlay = { documents: ReadonlySet<string>; units: readonly UnitRow[]; refs: readonly RefRow[] }
const nothing: Overlay = { documents: new Set(), units: [], refs: [] }

/** Everything that composing `documents` can look at: four steps along the references. */
export async function loadWorld(
  client: Reads,
  documents: readonly Ref[],
  over: Overlay = nothing,
): Promise<World> {
  const ids = new Set(documents.map(({ id }) => id))
  await expand(client, ids, { direction: 'inward', over })
  for (let step = 0; step < 3; step += 1) await expand(client, ids, { direction: 'outward', over })
  const units = (await readUnits(client, [...ids])).filter((row) => !over.documents.has(row.document_id))
  const refs = (await readRefs(client, [...ids])).filter((row) => !over.documents.has(row.from_id))
  const laidUnits = over.units.filter((row) => ids.has(row.document_id))
  const laidRefs = over.refs.filter((row) => ids.has(row.to_id))
  return {
    ...buildWorld([...units, ...laidUnits], [...refs, ...laidRefs]),
    file: await readFiles(client, units),
  }
}

async function readFiles(client: Reads, units: readonly UnitRow[]): Promise<World['file']> {
  const media = units.filter(({ collection }) => collection === 'media').map((row) => row.document_id)
  if (media.length === 0) return () => undefined
  const { rows } = await client.query<PublicFile & { key: string }>(
    `select media_id || ' ' || name as key, bytes, sha256 from published.files
      where media_id = any($1::uuid[]) and sha256 is not null`,
    [media],
  )
  const files = new Map(rows.map(({ key, ...file }) => [key, file]))
  return (id, name) => files.get(`${id} ${name}`)
}

const outward = 'select distinct to_id as id from published.refs where from_id = any($1::uuid[])'
const inward = `select distinct from_id as id from published.refs
  where to_id = any($1::uuid[])
    and (from_collection in ('citations', 'biographies') and to_collection in ('laureates', 'editions', 'citations')
         or from_collection = 'press-releases' and to_collection = 'press-releases')`

type Step = { direction: 'inward' | 'outward'; over: Overlay }

async function expand(client: Reads, ids: Set<string>, { direction, over }: Step): Promise<void> {
  const { rows } = await client.query<{ id: string }>(direction === 'inward' ? inward : outward, [[...ids]])
  const [near, far] =
    direction === 'outward' ? (['from_id', 'to_id'] as const) : (['to_id', 'from_id'] as const)
  const laid = over.refs.filter((ref) => ids.has(ref[near])).map((ref) => ref[far])
  for (const id of [...rows.map((row) => row.id), ...laid]) ids.add(id)
}

export async function readUnits(client: Reads, ids: string[]): Promise<UnitRow[]> {
  const { rows } = await client.query<UnitRow>(
    `select u.collection, u.document_id, u.unit, u.content, u.content_hash, u.source_hash, u.published_at,
            case when u.collection = 'press-releases' and u.unit = 'shared' then (
              select f.published_at from published.units f
               where f.collection = u.collection and f.document_id = u.document_id and f.unit = u.unit
               order by f.release limit 1) end as first_at
       from published.current_units c join published.units u on u.id = c.unit_id
      where c.document_id = any($1::uuid[])`,
    [ids],
  )
  return rows
}

async function readRefs(client: Reads, ids: string[]): Promise<RefRow[]> {
  const { rows } = await client.query<RefRow>(
    'select from_collection, from_id, to_collection, to_id from published.refs where to_id = any($1::uuid[])',
    [ids],
  )
  return rows
}

type Draft = {
  shared: unknown
  hasShared: boolean
  locales: Map<LocaleCode, PublicUnit>
  updatedAt: Date
  firstAt: Date | null
  row: UnitRow
}

function buildWorld(units: readonly UnitRow[], refs: readonly RefRow[]): Omit<World, 'file'> {
  const documents = new Map<string, PublicDocument>()
  for (const [key, draft] of group(units)) {
    const { collection, document_id: id } = draft.row
    if (!draft.hasShared || draft.locales.size === 0 || !isPublishable(collection)) continue
    documents.set(key, {
      collection,
      id,
      shared: draft.shared,
      locales: draft.locales,
      updatedAt: draft.updatedAt,
      firstAt: draft.firstAt ?? draft.updatedAt,
    })
  }
  const referring = new Map<string, PublicDocument[]>()
  for (const ref of refs) {
    const document = documents.get(keyOf(ref.from_collection, ref.from_id))
    const key = `${ref.from_collection}>${ref.to_id}`
    if (document) referring.set(key, [...(referring.get(key) ?? []), document])
  }
  return {
    get: (collection, id) => documents.get(keyOf(collection, id)),
    referring: (from, id) => referring.get(`${from}>${id}`) ?? [],
  }
}

function group(units: readonly UnitRow[]): Map<string, Draft> {
  const grouped = new Map<string, Draft>()
  for (const row of units) {
    const key = keyOf(row.collection, row.document_id)
    const draft = grouped.get(key) ?? {
      shared: null,
      hasShared: false,
      locales: new Map(),
      updatedAt: row.published_at,
      firstAt: null,
      row,
    }
    grouped.set(key, addUnit(draft, row))
  }
  return grouped
}

function addUnit(draft: Draft, row: UnitRow): Draft {
  const updatedAt = row.published_at > draft.updatedAt ? row.published_at : draft.updatedAt
  if (!isLocale(row.unit))
    return { ...draft, shared: row.content, hasShared: true, updatedAt, firstAt: row.first_at }
  const unit = {
    content: row.content,
    hash: row.content_hash,
    sourceHash: row.source_hash,
    publishedAt: row.published_at,
  }
  return { ...draft, locales: new Map([...draft.locales, [row.unit, unit]]), updatedAt }
}

type Touched = { collection: Publishable; id: string }

/**
 * The documents whose bodies may change when `changed` changes: themselves, and what names them. A title
 * travels from laureate or year to award entry, and from there to the year, the laureates and the biography.
 */
export async function affectedBy(client: ClientBase, changed: readonly Ref[]): Promise<Touched[]> {
  const touched = new Map(changed.map((ref) => [keyOf(ref.collection, ref.id), ref]))
  const add = (rows: Ref[]) => rows.forEach((ref) => touched.set(keyOf(ref.collection, ref.id), ref))
  const editions = await referrers(client, idsOf(touched, 'prizes'), ['editions'])
  add(editions)
  add(await referrers(client, idsOf(touched, 'media'), ['laureates']))
  const contacts = idsOf(touched, 'press-contacts')
  add(await referrers(client, contacts, ['editions', 'citations']))
  add(await referrers(client, [...idsOf(touched, 'editions'), ...idsOf(touched, 'laureates')], ['citations']))
  add(await referents(client, idsOf(touched, 'biographies')))
  const citations = idsOf(touched, 'citations')
  add(await referrers(client, citations, ['biographies']))
  add(await referents(client, citations))
  // A press release names its year, award entries and contacts, quotes prizes, and knows its corrections.
  const releases = idsOf(touched, 'press-releases')
  add(await referrers(client, idsIn(touched), ['press-releases']))
  add(await referents(client, releases, ['press-releases']))
  return [...touched.values()]
}

const idsIn = (touched: ReadonlyMap<string, Ref>): string[] => [...touched.values()].map((ref) => ref.id)

const idsOf = (touched: ReadonlyMap<string, Ref>, collection: Publishable): string[] =>
  [...touched.values()].filter((ref) => ref.collection === collection).map((ref) => ref.id)

async function referrers(client: ClientBase, ids: string[], from: Publishable[]): Promise<Ref[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<Ref>(
    `select distinct from_collection as collection, from_id as id from published.refs
      where to_id = any($1::uuid[]) and from_collection = any($2::text[])`,
    [ids, from],
  )
  return rows
}

async function referents(
  client: ClientBase,
  ids: string[],
  to: Publishable[] = ['laureates', 'editions', 'citations'],
): Promise<Ref[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<Ref>(
    `select distinct to_collection as collection, to_id as id from published.refs
      where from_id = any($1::uuid[]) and to_collection = any($2::text[])`,
    [ids, to],
  )
  return rows
}
