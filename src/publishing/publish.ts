import type { ClientBase } from 'pg'
import { sourceLocale } from '@/lib/locales'
import { composer } from './composer'
import { refsOf, wordRefsOf } from './project-units'
import { projections } from './table'
import { storeFiles } from './store-files'
import { appendEvents, storeDocument, type PublicEvent, type Release } from './store'
import type { PublicDocument, Publishable, Ref, UnitName } from './unit'
import type { World } from './view'
import { affectedBy, loadWorld } from './world'

/** One unit that becomes public (content) or is taken down (null). */
export type UnitChange = Ref & { unit: UnitName; content: unknown; hash: string }
export type ReleaseOrder = { changes: readonly UnitChange[]; person: string | null; note?: string }
/** A reference that would stay open: `from` is public and needs `to`, which is not. */
export type OpenReference = { from: Ref; to: Ref }

export class OpenReferences extends Error {
  constructor(readonly open: readonly OpenReference[]) {
    super('A public document would point to something that is not public.')
    this.name = 'OpenReferences'
  }
}

/**
 * Publishes a release inside the caller's transaction: unit snapshots, current units, references, bodies,
 * pointers, events, head. All or nothing. The caller has called `beginRelease` first.
 * Throws OpenReferences; the caller rolls back.
 */
export async function publishRelease(client: ClientBase, order: ReleaseOrder): Promise<PublicEvent[]> {
  const release = await openRelease(client, order)
  const before = await affectedBy(client, order.changes)
  const closing = await closingUnits(client, order.changes)
  for (const change of order.changes) await storeUnit(client, { change, release, person: order.person })
  await storeFiles(client, release, order.changes)
  const after = await affectedBy(client, order.changes)
  // The first release of all is composed by today's code.
  await client.query("update published.head set composer = $1 where composer = ''", [composer()])
  return settle(client, release, { touched: distinct([...before, ...after]), closing })
}

/** Takes the row lock under which releases follow each other: event order is commit order. */
export async function beginRelease(client: ClientBase): Promise<void> {
  await client.query('select seq from published.head for update')
}

// No two releases have a date in the same second: Last-Modified says no more than seconds, and whoever asks by it must
// not be told that nothing changed (RFC 9110, section 8.8.2.2). What comes sooner is given a part of the next second by chance: a
// change is known again by its instant, also where a restored database publishes the same once more.
async function openRelease(
  client: ClientBase,
  { person, note }: Pick<ReleaseOrder, 'person' | 'note'>,
): Promise<Release> {
  const { rows } = await client.query<Release>(
    `insert into published.releases (number, at, by_person, note)
     select h.release + 1,
            greatest(date_trunc('milliseconds', clock_timestamp()),
                     date_trunc('second', last.at) + interval '1 second' + floor(random() * 1000) * interval '1 ms'),
            $1, $2
       from published.head h left join published.releases last on last.number = h.release
     returning number, at`,
    [person, note ?? ''],
  )
  const [release] = rows
  if (!release) throw new Error('The release was not opened.')
  return release
}

type Settling = { touched: readonly Ref[]; closing: ReadonlySet<string> }

async function settle(
  client: ClientBase,
  release: Release,
  { touched, closing }: Settling,
): Promise<PublicEvent[]> {
  const world = await loadWorld(client, touched)
  refuseOpenReferences(world, { touched, closing })
  const events: PublicEvent[] = []
  for (const ref of touched) {
    const event = await storeDocument(client, { world, release }, ref)
    if (event) events.push(event)
  }
  await appendEvents(client, release, events)
  return events
}

const distinct = (refs: readonly Ref[]): Ref[] => [
  ...new Map(refs.map((ref) => [keyOf(ref), { collection: ref.collection, id: ref.id }])).values(),
]

/**
 * The documents of this release that begin to show what they point to, by key: their shared facts become public, or
 * they are shown for the first time. Their pictures have to be public; the others may go on without one that was taken down.
 */
async function closingUnits(client: ClientBase, changes: readonly UnitChange[]): Promise<Set<string>> {
  const published = changes.filter(({ content }) => content !== null)
  const { rows } = await client.query<{ key: string }>(
    "select resource || ':' || document_id as key from published.resources where document_id = any($1::uuid[])",
    [published.map(({ id }) => id)],
  )
  const shown = new Set(rows.map(({ key }) => key))
  return new Set(
    published.filter((change) => change.unit === 'shared' || !shown.has(keyOf(change))).map(keyOf),
  )
}

const keyOf = ({ collection, id }: Ref): string => `${collection}:${id}`

function refuseOpenReferences(world: World, { touched, closing }: Settling): void {
  const open = touched.flatMap((from) => {
    const document = world.get(from.collection, from.id)
    const all = document ? refsOfAll(document) : []
    const targets = closing.has(keyOf(from)) ? all : all.filter(({ collection }) => collection !== 'media')
    return targets.filter((to) => world.get(to.collection, to.id) === undefined).map((to) => ({ from, to }))
  })
  if (open.length > 0) throw new OpenReferences(open)
}

const refsOfAll = ({ collection, shared, locales }: PublicDocument): Ref[] => [
  ...refsOf(collection, shared),
  ...[...locales.values()].flatMap(({ content }) => wordRefsOf(collection, content)),
]

type Storing = { change: UnitChange; release: Release; person: string | null }

async function storeUnit(client: ClientBase, { change, release, person }: Storing): Promise<void> {
  const { collection, id, unit, content, hash } = change
  const sourceHash = await publicSourceHash(client, change)
  const { rows } = await client.query<{ id: string }>(
    `insert into published.units
       (collection, document_id, unit, is_withdrawn, content, content_hash, source_hash, release, published_at, published_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      collection,
      id,
      unit,
      content === null,
      content === null ? null : JSON.stringify(content),
      hash,
      sourceHash,
      release.number,
      release.at,
      person,
    ],
  )
  await pointUnit(client, change, rows[0]?.id ?? null)
  if (unit === 'shared' || projections[collection].wordRefs) await replaceRefs(client, change)
}

// A translation remembers the source that the world read beside it. The source's own change comes first in
// a release, so that both together are current.
async function publicSourceHash(
  client: ClientBase,
  { collection, id, unit }: UnitChange,
): Promise<string | null> {
  if (unit === 'shared' || unit === sourceLocale) return null
  const { rows } = await client.query<{ content_hash: string }>(
    `select u.content_hash from published.current_units c join published.units u on u.id = c.unit_id
      where c.collection = $1 and c.document_id = $2 and c.unit = $3`,
    [collection, id, sourceLocale],
  )
  return rows[0]?.content_hash ?? null
}

async function pointUnit(
  client: ClientBase,
  { collection, id, unit, content }: UnitChange,
  unitId: string | null,
): Promise<void> {
  if (content === null) {
    await client.query(
      'delete from published.current_units where collection = $1 and document_id = $2 and unit = $3',
      [collection, id, unit],
    )
    return
  }
  await client.query(
    `insert into published.current_units (collection, document_id, unit, unit_id) values ($1, $2, $3, $4)
     on conflict (collection, document_id, unit) do update set unit_id = $4`,
    [collection, id, unit, unitId],
  )
}

// What a document points to is what its public units point to, together.
async function replaceRefs(client: ClientBase, { collection, id }: Ref): Promise<void> {
  const { rows } = await client.query<{ unit: UnitName; content: unknown }>(
    `select u.unit, u.content from published.current_units c join published.units u on u.id = c.unit_id
      where c.collection = $1 and c.document_id = $2`,
    [collection, id],
  )
  const refs = rows.flatMap(({ unit, content }) =>
    unit === 'shared' ? refsOf(collection, content) : wordRefsOf(collection, content),
  )
  await client.query('delete from published.refs where from_collection = $1 and from_id = $2', [
    collection,
    id,
  ])
  await client.query(
    `insert into published.refs (from_collection, from_id, to_collection, to_id)
     select $1, $2, * from unnest($3::text[], $4::uuid[]) on conflict do nothing`,
    [collection, id, refs.map((ref) => ref.collection), refs.map((ref) => ref.id)],
  )
}

/**
 * Composes every public body anew, as one release, when the composing code or the list of languages has
 * changed since. Call after `beginRelease`, in one transaction. Returns the events.
 */
export async function recompose(client: ClientBase, byComposer: string): Promise<PublicEvent[]> {
  const { rows } = await client.query<{ composer: string }>('select composer from published.head')
  if (rows[0]?.composer === byComposer) return []
  const documents = await client.query<{ collection: Publishable; id: string }>(
    'select distinct collection, document_id as id from published.current_units',
  )
  const release = await openRelease(client, {
    person: null,
    note: 'Composed anew after an update of the software.',
  })
  const events = await settle(client, release, { touched: documents.rows, closing: new Set() })
  await client.query('update published.head set composer = $1', [byComposer])
  return events
}
