import type { Pool } from 'pg'
import { includedResource, type Include, type ResourceName } from '@/contract'
import type { Finder } from '@/delivery'
import {
  composeBodies,
  listingOf,
  worldWith,
  type Body,
  type LaidUnit,
  type Ref,
  type World,
} from '@/publishing'

// The delivery's own reader of one resource, over a world that only this answer sees.

type Shown = { units: readonly LaidUnit[]; at: Date; main: Ref & { collection: ResourceName } }

/** Finds the document of the preview at the address that it would have, with what it would include; nothing else. */
export function finderOf(pool: Pool, { units, at, main }: Shown, absent: () => Error): Finder {
  return async ({ resource, slug, locale, fallback, include }) => {
    const laid = { units, at }
    const bodies = bodiesOf(await worldWith(pool, laid, [main]), main)
    const listing = listingOf(bodies)
    const here = (body: Body): boolean => body.locale === locale && body.fallback === fallback
    const own = bodies.find(here)
    if (!own || !listing || resource !== main.collection || listing.slug !== slug) throw absent()
    const parts = await Promise.all(
      include.map(async (name) => ({ name, ids: await idsOf(pool, main, { name, facets: listing.facets }) })),
    )
    const refs = parts.flatMap(({ name, ids }) =>
      ids.map((id): Ref => ({ collection: includedResource[name], id })),
    )
    const world = refs.length === 0 ? undefined : await worldWith(pool, laid, [main, ...refs])
    const included = parts.map(({ name, ids }) => {
      const found = world === undefined ? [] : ids.flatMap((id) => shownIn(world, { name, id }, here))
      return [[`${name}_bodies`, found.join(',')] as const, [`${name}_ids`, []] as const]
    })
    return {
      id: main.id,
      slug: listing.slug,
      body: own.bytes.toString('utf8'),
      content_language: own.contentLanguage,
      updated_at: at,
      locales: bodies.filter((body) => body.fallback === 'none').map((body) => body.locale),
      ...Object.fromEntries(included.flat()),
    }
  }
}

function bodiesOf(world: World, { collection, id }: { collection: ResourceName; id: string }): Body[] {
  const document = world.get(collection, id)
  return document ? composeBodies(world, collection, document) : []
}

type Part = { name: Include; id: string }

const shownIn = (world: World, { name, id }: Part, here: (body: Body) => boolean): string[] =>
  bodiesOf(world, { collection: includedResource[name], id })
    .filter(here)
    .map(({ bytes }) => bytes.toString('utf8'))

type Facets = Readonly<Record<string, unknown>>

/** As the delivery's statement has it: what the resource names, and the press releases that name it. */
async function idsOf(
  pool: Pool,
  main: Ref,
  { name, facets }: { name: Include; facets: Facets },
): Promise<string[]> {
  if (name === 'releases') return releasesOf(pool, main)
  const value = facets[name]
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? [value] : []
}

async function releasesOf(pool: Pool, { collection, id }: Ref): Promise<string[]> {
  const about = collection === 'editions' ? { edition: id } : { citations: [id] }
  const { rows } = await pool.query<{ id: string }>(
    `select document_id as id from published.resources where resource = 'press-releases' and facets @> $1::jsonb
      order by slug`,
    [JSON.stringify(about)],
  )
  return rows.map((row) => row.id)
}
