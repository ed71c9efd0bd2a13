import type { Include } from '@/contract'
import { wholeWorld } from './changes'
import type { Reading } from './database'
import { addressOf } from './address'
import { redirectEntry, successEntry, type Entry } from './entry'
import { trimBody } from './trim-body'
import type { Current, Single } from './read-target'
import { gone, notFound } from './refused'
import { singleStatement } from './single-statements'

type Row = {
  id: string
  slug: string | null
  body: string | null
  content_language: string
  updated_at: Date
  locales: string[]
  [included: `${string}_bodies`]: string
  [included: `${string}_ids`]: string[]
  /** What is asked to be included, whether it is public for this reader or not. */
  [included: `${string}_wanted`]: string[]
}

/** A resource as `findSingle` finds it. */
export type FoundSingle = Row & { slug: string }

export type Asked = Pick<Single, 'resource' | 'locale' | 'fallback' | 'slug'> & {
  include: readonly Include[]
}

/** The resource of an address, present or former. Throws Refused: 404 or 410. */
export async function findSingle(database: Reading, wanted: Asked): Promise<FoundSingle> {
  const { resource, locale, fallback, slug, include } = wanted
  const [row] = await database.query<Row>(singleStatement('slug', include), [
    resource,
    locale,
    fallback,
    slug,
  ])
  if (!row) throw notFound
  if (row.slug === null) throw gone
  return { ...row, slug: row.slug }
}

/** One resource, with one query. Throws Refused: 404 or 410. A former address answers with a redirect. */
export async function readSingle(database: Reading, wanted: Single): Promise<Entry> {
  return singleEntry(await findSingle(database, wanted), wanted)
}

/** The same of a resource that was found. */
export function singleEntry(row: FoundSingle, wanted: Single): Entry {
  const { resource, slug } = wanted
  if (row.slug !== slug)
    return redirectEntry(addressOf(resource, row.slug) + (wanted.search === '' ? '' : `?${wanted.search}`))
  return entryOf(row, {
    ...wanted,
    address: addressOf(resource, slug),
    dependsOn: [row.id, `${resource}/${slug}`, ...includedParts(row, wanted.include)],
  })
}

/** The latest edition. Throws Refused (404) where none is public. */
export async function findCurrent(
  database: Reading,
  { locale, fallback, prize, include }: Omit<Current, 'fields'>,
): Promise<Row & { slug: string }> {
  const [row] = await database.query<Row>(singleStatement('current', include), [
    'editions',
    locale,
    fallback,
    prize,
  ])
  if (!row?.slug) throw notFound
  return { ...row, slug: row.slug }
}

/** The latest edition, with one query. Throws Refused (404) where none is public. */
export async function readCurrent(database: Reading, wanted: Current): Promise<Entry> {
  const row = await findCurrent(database, wanted)
  return entryOf(row, {
    ...wanted,
    address: addressOf('editions', row.slug),
    // Any other edition may come to be the latest.
    dependsOn: ['editions/', ...includedParts(row, wanted.include)],
  })
}

type Shape = {
  kind: string
  address: string
  include: readonly Include[]
  fields: readonly string[]
  locale: string
  dependsOn: readonly string[]
}

// An included resource may also be one that is not public yet, and press releases name what they are about.
export const includedParts = (row: Row, include: readonly Include[]): string[] =>
  include.flatMap((name) =>
    name === 'releases' ? ['press-releases/'] : (row[`${name}_wanted`] ?? [wholeWorld]),
  )

function entryOf(row: Row, { kind, address, include, fields, locale, dependsOn }: Shape): Entry {
  if (row.body === null) throw notFound
  return successEntry({
    body: spliceIncluded(trimBody(row.body, fields), row, include),
    modifiedAt: kind === 'current' ? null : modifiedOf(row, include),
    contentLanguage: row.content_language,
    links: row.locales
      .filter((other) => other !== locale)
      .map((other) => `<${address}?locale=${other}>; rel="alternate"; hreflang="${other}"`),
    dependsOn,
    tags: [
      ...new Set([row.id, ...include.flatMap((name) => row[`${name}_ids`] ?? [])]),
      // What was never in the answer may come into it.
      ...(kind === 'current' ? ['editions'] : []),
      ...(include.includes('releases') ? ['press-releases'] : []),
    ],
    ...(kind === 'current' ? { contentLocation: `${address}?locale=${locale}` } : {}),
  })
}

/**
 * The last public change of a resource. Null where others are included: what is taken down leaves no date behind, so that the date of
 * what is left would say that nothing changed.
 */
export const modifiedOf = (row: Row, include: readonly Include[]): Date | null =>
  include.length > 0 ? null : row.updated_at

// The bytes of what is included stay as they are; `included` becomes the last member.
function spliceIncluded(body: string, row: Row, include: readonly Include[]): string {
  if (include.length === 0) return body
  const parts = include.map((name) => {
    const bodies = row[`${name}_bodies`] ?? ''
    return `"${name}":${name === 'biography' ? bodies || 'null' : `[${bodies}]`}`
  })
  return `${body.slice(0, -1)},"included":{${parts.join(',')}}}`
}
