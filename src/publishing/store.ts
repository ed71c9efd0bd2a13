import type { ClientBase } from 'pg'
import { resourceNames, type ResourceName } from '@/contract'
import { composeBodies, listingOf, type Body } from './compose'
import { storeAddress } from './store-address'
import { storeSearch } from './store-search'
import type { Ref } from './unit'
import type { World } from './view'

// Writing the composed world: bodies are added by their hash, pointers move, events are appended.

export type Release = { number: string; at: Date }
type Before = { locale: string; fallback: string; sha256: string; sort_key: string; search: string }
export type PublicEvent = {
  kind: 'published' | 'changed' | 'withdrawn'
  resource: ResourceName
  id: string
  slug: string
  locales: string[]
}

const known = new Set<string>(resourceNames)
const isResource = (collection: string): collection is ResourceName => known.has(collection)

/** Brings pointers of one document in line with the world; returns the event, or undefined when nothing changed. */
export async function storeDocument(
  client: ClientBase,
  { world, release }: { world: World; release: Release },
  ref: Ref,
): Promise<PublicEvent | undefined> {
  if (!isResource(ref.collection)) return undefined
  const document = world.get(ref.collection, ref.id)
  const bodies = document ? composeBodies(world, ref.collection, document) : []
  await storeSearch(client, { resource: ref.collection, id: ref.id }, { world, document, bodies })
  const before = await currentBodies(client, ref)
  await moveListings(client, ref, { bodies, before })
  const locales = changedLocales(before, bodies)
  if (locales.length === 0 && bodies.length === before.length) return undefined
  const slug = await moveResource(client, { collection: ref.collection, id: ref.id }, bodies)
  await movePointers(client, { ref, release }, { bodies, before })
  return { kind: kindOf(before, bodies), resource: ref.collection, id: ref.id, slug, locales }
}

const kindOf = (before: readonly Before[], after: readonly Body[]): PublicEvent['kind'] => {
  if (after.length === 0) return 'withdrawn'
  return before.length === 0 ? 'published' : 'changed'
}

const pointer = (row: { locale: string; fallback: string }): string => `${row.locale} ${row.fallback}`

function changedLocales(before: readonly Before[], after: readonly Body[]): string[] {
  const old = new Map(before.map((row) => [pointer(row), row.sha256]))
  const now = new Map(after.map((body) => [pointer(body), body.sha256]))
  const differ = [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key))
  return [...new Set(differ.map((key) => key.split(' ')[0] ?? ''))].toSorted()
}

// Where a body stands in lists can change though its bytes do not: by what code folds, or by another's name.
async function moveListings(
  client: ClientBase,
  ref: Ref,
  { bodies, before }: { bodies: readonly Body[]; before: readonly Before[] },
): Promise<void> {
  const old = new Map(before.map((row) => [pointer(row), row]))
  const moved = bodies.filter((body) => {
    const row = old.get(pointer(body))
    return (
      row?.sha256 === body.sha256 &&
      (row.search !== body.listing.search || row.sort_key !== body.listing.sortKey)
    )
  })
  if (moved.length === 0) return
  await client.query(
    `update published.current c set sort_key = n.sort_key, search = n.search
       from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as n (locale, fallback, sort_key, search)
      where c.resource = $1 and c.document_id = $2 and c.locale = n.locale and c.fallback = n.fallback`,
    [
      ref.collection,
      ref.id,
      moved.map((body) => body.locale),
      moved.map((body) => body.fallback),
      moved.map((body) => body.listing.sortKey),
      moved.map((body) => body.listing.search),
    ],
  )
}

async function currentBodies(client: ClientBase, ref: Ref): Promise<Before[]> {
  const { rows } = await client.query<Before>(
    'select locale, fallback, sha256, sort_key, search from published.current where resource = $1 and document_id = $2',
    [ref.collection, ref.id],
  )
  return rows
}

// The document's own facts are those of the first body (they are the same in each but for names).
async function moveResource(
  client: ClientBase,
  ref: Ref & { collection: ResourceName },
  bodies: readonly Body[],
): Promise<string> {
  const listing = listingOf(bodies)
  if (!listing) return removeResource(client, ref)
  await client.query(
    `insert into published.resources (resource, document_id, slug, years, facets) values ($1, $2, $3, $4, $5)
     on conflict (resource, document_id) do update set slug = $3, years = $4, facets = $5`,
    [ref.collection, ref.id, listing.slug, listing.years, JSON.stringify(listing.facets)],
  )
  await storeAddress(client, { resource: ref.collection, id: ref.id, slug: listing.slug })
  return listing.slug
}

async function removeResource(client: ClientBase, ref: Ref): Promise<string> {
  const { rows } = await client.query<{ slug: string }>(
    'delete from published.resources where resource = $1 and document_id = $2 returning slug',
    [ref.collection, ref.id],
  )
  return rows[0]?.slug ?? ''
}

type Target = { ref: Ref; release: Release }

async function movePointers(
  client: ClientBase,
  target: Target,
  { bodies, before }: { bodies: readonly Body[]; before: readonly Before[] },
): Promise<void> {
  const now = new Set(bodies.map(pointer))
  const gone = before.filter((row) => !now.has(pointer(row)))
  if (gone.length > 0) await dropPointers(client, target.ref, gone)
  const old = new Map(before.map((row) => [pointer(row), row.sha256]))
  const fresh = bodies.filter((body) => old.get(pointer(body)) !== body.sha256)
  if (fresh.length > 0) await setPointers(client, target, fresh)
}

async function dropPointers(client: ClientBase, ref: Ref, gone: readonly Before[]): Promise<void> {
  await client.query(
    `delete from published.current c using unnest($3::text[], $4::text[]) as g (locale, fallback)
      where c.resource = $1 and c.document_id = $2 and c.locale = g.locale and c.fallback = g.fallback`,
    [ref.collection, ref.id, gone.map((row) => row.locale), gone.map((row) => row.fallback)],
  )
}

async function setPointers(
  client: ClientBase,
  { ref, release }: Target,
  bodies: readonly Body[],
): Promise<void> {
  const unique = [...new Map(bodies.map((body) => [body.sha256, body.bytes]))]
  await client.query(
    `insert into published.bodies (sha256, body) select * from unnest($1::text[], $2::bytea[])
     on conflict (sha256) do nothing`,
    [unique.map(([sha]) => sha), unique.map(([, bytes]) => bytes)],
  )
  await client.query(
    `insert into published.current
       (resource, document_id, locale, fallback, sha256, content_language, sort_key, search, updated_at, release)
     select $1, $2, n.*, $9, $10
       from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) as n
     on conflict (resource, document_id, locale, fallback) do update set
       sha256 = excluded.sha256, content_language = excluded.content_language, sort_key = excluded.sort_key,
       search = excluded.search, updated_at = excluded.updated_at, release = excluded.release`,
    [
      ref.collection,
      ref.id,
      bodies.map((body) => body.locale),
      bodies.map((body) => body.fallback),
      bodies.map((body) => body.sha256),
      bodies.map((body) => body.contentLanguage),
      bodies.map((body) => body.listing.sortKey),
      bodies.map((body) => body.listing.search),
      release.at,
      release.number,
    ],
  )
}

/** Appends the events of a release and moves the head, whose row lock the caller holds. */
export async function appendEvents(
  client: ClientBase,
  release: Release,
  events: readonly PublicEvent[],
): Promise<void> {
  const { rows } = await client.query<{ seq: string }>('select seq from published.head')
  let seq = Number(rows[0]?.seq ?? 0)
  for (const event of events) {
    seq += 1
    await client.query(
      `insert into published.events (seq, release, kind, resource, document_id, slug, locales, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [seq, release.number, event.kind, event.resource, event.id, event.slug, event.locales, release.at],
    )
  }
  await client.query('update published.head set seq = $1, release = $2', [seq, release.number])
}
