import type { ClientBase } from 'pg'
import { sourceLocale } from '@/lib/locales'
import { sha256 } from '@/lib/hash'
import { pictureStore, readRendition, writeCredits } from '@/media'
import { filesOf } from './project-media'
import { refsOf, wordRefsOf } from './project-units'
import type { PublicFile, Publishable, Ref, UnitName } from './unit'
import type { World } from './view'
import { loadWorld, readUnits, type Overlay, type RefRow, type UnitRow } from './world'

// The public world as it would be if some more units were public in it. Nothing is written: what is public does not know.

/** A unit as it would become public. */
export type LaidUnit = Ref & { unit: UnitName; content: unknown; hash: string }

type Client = Pick<ClientBase, 'query'>
type Laid = { units: readonly LaidUnit[]; at: Date }

/**
 * Gives the world around `documents` in which `units` became public at the instant `at`. A unit whose words are public
 * already stays as it is.
 */
export async function worldWith(client: Client, laid: Laid, documents: readonly Ref[]): Promise<World> {
  const over = await layOver(client, laid)
  const world = await loadWorld(client, documents, over)
  const files = await filesOver(world, over)
  return { ...world, file: (id, name) => files.get(`${id} ${name}`) ?? world.file(id, name) }
}

async function layOver(client: Client, { units, at }: Laid): Promise<Overlay> {
  const ids = [...new Set(units.map(({ id }) => id))]
  const rows = await readUnits(client, ids)
  const firsts = await readFirsts(client, ids)
  const laid = ids.flatMap((id) =>
    documentOver(
      rows.filter((row) => row.document_id === id),
      units.filter((unit) => unit.id === id),
      { at, firstAt: firsts.get(id) ?? at },
    ),
  )
  return { documents: new Set(ids), units: laid, refs: laid.flatMap(refsIn) }
}

/** When the shared facts of these documents became public for the first time, if they ever were. */
async function readFirsts(client: Client, ids: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await client.query<{ id: string; at: Date }>(
    `select distinct on (document_id) document_id as id, published_at as at from published.units
      where document_id = any($1::uuid[]) and unit = 'shared' order by document_id, release`,
    [ids],
  )
  return new Map(rows.map(({ id, at }) => [id, at]))
}

type Moment = { at: Date; firstAt: Date }

function documentOver(rows: readonly UnitRow[], units: readonly LaidUnit[], moment: Moment): UnitRow[] {
  const known = new Map(rows.map((row) => [row.unit, row]))
  const taken = units.filter(({ unit, hash }) => known.get(unit)?.content_hash !== hash)
  for (const unit of taken) known.set(unit.unit, rowOf(unit, moment))
  // A translation remembers the source that is read beside it.
  const source = known.get(sourceLocale)?.content_hash ?? null
  for (const { unit } of taken) {
    const row = known.get(unit)
    if (row && unit !== 'shared' && unit !== sourceLocale) known.set(unit, { ...row, source_hash: source })
  }
  return [...known.values()]
}

const rowOf = (unit: LaidUnit, { at, firstAt }: Moment): UnitRow => ({
  collection: unit.collection,
  document_id: unit.id,
  unit: unit.unit,
  content: unit.content,
  content_hash: unit.hash,
  source_hash: null,
  published_at: at,
  first_at: unit.collection === 'press-releases' && unit.unit === 'shared' ? firstAt : null,
})

const refsIn = (row: UnitRow): RefRow[] => {
  const collection = row.collection as Publishable
  const refs = row.unit === 'shared' ? refsOf(collection, row.content) : wordRefsOf(collection, row.content)
  return refs.map((to) => ({
    from_collection: row.collection,
    from_id: row.document_id,
    to_collection: to.collection,
    to_id: to.id,
  }))
}

/** The files of pictures that are laid over, with the credits that they would carry. */
async function filesOver(world: World, over: Overlay): Promise<Map<string, PublicFile>> {
  const files = new Map<string, PublicFile>()
  const pictures = new Set(over.units.filter(isPicture).map((row) => row.document_id))
  for (const id of pictures) {
    for (const name of namesOf(world, id)) {
      const data = await fileOf(world, id, name)
      if (data) files.set(`${id} ${name}`, { bytes: data.length, sha256: sha256(data) })
    }
  }
  return files
}

const isPicture = ({ collection }: UnitRow): boolean => collection === 'media'

function namesOf(world: World, id: string): string[] {
  const document = world.get('media', id)
  return document ? filesOf(document).renditions.map(({ name }) => name) : []
}

/** The bytes of a file of a picture in this world, with its credits; undefined where there is none. */
export async function fileOf(world: World, id: string, name: string): Promise<Buffer | undefined> {
  const document = world.get('media', id)
  if (!document) return undefined
  const { renditions, credits } = filesOf(document)
  const rendition = renditions.find((each) => each.name === name)
  if (!rendition) return undefined
  const store = await pictureStore()
  return writeCredits(await readRendition(store, rendition), rendition.type, credits)
}
