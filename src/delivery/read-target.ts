import {
  currentEditionParameters,
  listParameters,
  resourceNames,
  singleParameters,
  type Include,
  type ResourceName,
  type Sort,
} from '@/contract'
import { sha256 } from '@/lib/hash'
import { readCursor, type Place } from './cursor'
import { decodePercent, readQuery, type Values } from './read-query'
import { readFeedTarget, type FeedWanted } from './read-feed'
import { readFormTarget, type FormWanted } from './read-form-target'
import { readTableTarget, type LaureatesTable } from './laureates-table'
import { readSitemapTarget, type SitemapWanted } from './read-sitemap'
import { readSearchTarget, type Search } from './read-search-target'
import { readerOf as askerOf, type Reader as Asker } from './reader'
import { readPressKitTarget, type PressKitWanted } from './press-kit-target'
import { readSyncTarget, type Sync } from './read-sync'
import { notFound, refused } from './refused'
import { textProblem } from '@/formats'

// What a request target (RFC 9112) asks for.

type Reader = Asker & { fields: string[] }
export type Filters = {
  /** Matched by containment against `published.resources.facets`. */
  facets: Record<string, string | string[]>
  /** A slug that it has or had. */
  prize: string | null
  years: { from: number; to: number } | null
  q: string | null
  language: string | null
}
export type Single = Reader & {
  kind: 'single'
  resource: ResourceName
  slug: string
  include: Include[]
  search: string
}
export type Current = Reader & { kind: 'current'; prize: string | null; include: Include[] }
export type List = Reader & {
  kind: 'list'
  resource: ResourceName
  filters: Filters
  sort: Sort
  limit: number
  after: Place | null
  /** Binds cursors to everything but page and trimming. */
  fingerprint: string
  /** What was given, to build the address of the next page. */
  given: [string, string][]
}
export type Wanted =
  | Single
  | Current
  | List
  | Search
  | Sync
  | FormWanted
  | FeedWanted
  | SitemapWanted
  | PressKitWanted
  | LaureatesTable
  | { kind: 'openapi' }
  | { kind: 'docs' }
  | { kind: 'health' }
  | { kind: 'readiness' }

/** The most characters of an address. */
export const longestTarget = 8192

/** The path and the query of an address. Throws Refused: 400 with the reason, 414 for a too long one. */
export function splitTarget(url: string): { path: string; search: string } {
  if (url.length > longestTarget)
    throw refused('too-large', { detail: `An address may hold ${longestTarget} characters.` })
  if (!/^[\x21-\x7e]+$/.test(url))
    throw refused('bad-request', { detail: 'The address holds characters that must be percent-encoded.' })
  const target = url.replace(/^https?:\/\/[^/?#]*/i, '')
  const question = target.indexOf('?')
  const path = question < 0 ? target : target.slice(0, question)
  const search = question < 0 ? '' : target.slice(question + 1)
  return { path, search }
}

/** Throws Refused: 400 with the reason, 404 for an address where nothing can be, 414 for a too long one. */
export function readTarget(url: string): Wanted {
  const { path, search } = splitTarget(url)
  return readPath(path.split('/').map(decodeSegment), search)
}

function decodeSegment(raw: string): string {
  const text = decodePercent(raw)
  if (text !== undefined && textProblem(text) === undefined) return text
  throw refused('bad-request', { detail: 'The path of the address is not valid percent-encoded text.' })
}

const known = new Set<string>(resourceNames)
const isResource = (name: string): name is ResourceName => known.has(name)

function readPath([root, first = '', ...rest]: readonly string[], search: string): Wanted {
  if (root !== '') throw notFound
  if (first === 'v1') return readResource(rest, search)
  if (first === 'sitemap.xml' || first === 'sitemaps') return readSitemapTarget([first, ...rest], search)
  if (rest.length > 0) throw notFound
  return readOwn(first, search)
}

function readResource([resource = '', ...rest]: readonly string[], search: string): Wanted {
  if (resource === 'feeds') return readFeedTarget(rest, search)
  if (resource === 'press-kits') return readPressKitTarget(rest, search)
  if (!isResource(resource)) return readWhole(resource, rest, search)
  if (rest.length === 0) return readList(resource, search)
  if (resource === 'editions' && rest.join('/') === 'current') return readCurrent(search)
  return readFormTarget(resource, rest, search) ?? readSingle(resource, rest, search)
}

const own: ReadonlyMap<string, 'health' | 'readiness' | 'openapi' | 'docs'> = new Map([
  ['healthz', 'health'],
  ['readyz', 'readiness'],
  ['openapi.json', 'openapi'],
  ['docs', 'docs'],
])

function readWhole(name: string, rest: readonly string[], search: string): Wanted {
  if (rest.length > 0) throw notFound
  if (name === 'search') return readSearchTarget(search)
  if (name === 'sync') return readSyncTarget(search)
  if (name === 'laureates.csv') return readTableTarget(search)
  throw notFound
}

function readOwn(name: string, search: string): Wanted {
  const kind = own.get(name)
  if (kind === undefined) throw notFound
  readQuery(search, [])
  return { kind }
}

function readSingle(resource: ResourceName, rest: readonly string[], search: string): Single {
  const slug = rest.join('/')
  const isShaped =
    resource === 'editions' ? rest.length === 2 && /^\d{1,4}$/.test(rest[1] ?? '') : rest.length === 1
  if (!isShaped || rest.includes('') || slug.length > 300) throw notFound
  const values = readQuery(search, singleParameters(resource))
  return {
    kind: 'single',
    resource,
    slug,
    ...readerOf(values),
    include: listOf(values, 'include') as Include[],
    search,
  }
}

function readCurrent(search: string): Current {
  const values = readQuery(search, currentEditionParameters)
  return {
    kind: 'current',
    prize: textOf(values, 'prize'),
    ...readerOf(values),
    include: listOf(values, 'include') as Include[],
  }
}

function readList(resource: ResourceName, search: string): List {
  const values = readQuery(search, listParameters(resource))
  const reader = readerOf(values)
  const filters = filtersOf(values)
  const sort = textOf(values, 'sort') as Sort
  const { locale, fallback } = reader
  const fingerprint = sha256(JSON.stringify([resource, locale, fallback, filters, sort])).slice(0, 12)
  const cursor = textOf(values, 'cursor')
  return {
    kind: 'list',
    resource,
    ...reader,
    filters,
    sort,
    fingerprint,
    limit: Number(values.get('limit')),
    after: cursor === null ? null : readCursor(cursor, fingerprint),
    given: [...values].flatMap(([name, value]) => (name === 'cursor' ? [] : [[name, String(value)]])),
  }
}

const readerOf = (values: Values): Reader => ({ ...askerOf(values), fields: listOf(values, 'fields') })

const textOf = (values: Values, name: string): string | null => {
  const value = values.get(name)
  return typeof value === 'string' ? value : null
}

const listOf = (values: Values, name: string): string[] => {
  const value = values.get(name)
  return Array.isArray(value) ? value : []
}

const severalValued = { country: 'countries', theme: 'themes' } as const
const singleValued = ['kind', 'wikidata', 'status', 'desk', 'type'] as const

function filtersOf(values: Values): Filters {
  const facets: Filters['facets'] = {}
  for (const name of singleValued) {
    const value = textOf(values, name)
    if (value !== null) facets[name] = value
  }
  for (const [name, facet] of Object.entries(severalValued)) {
    const value = textOf(values, name)
    if (value !== null) facets[facet] = [value]
  }
  return {
    facets,
    prize: textOf(values, 'prize'),
    years: yearsOf(values),
    q: textOf(values, 'q'),
    language: textOf(values, 'language'),
  }
}

function yearsOf(values: Values): Filters['years'] {
  const year = values.get('year')
  const yearTo = values.get('yearTo')
  if (typeof year !== 'number') return typeof yearTo === 'number' ? { from: 1, to: yearTo } : null
  if (typeof yearTo !== 'number') return { from: year, to: year }
  if (yearTo >= year) return { from: year, to: yearTo }
  throw refused('bad-value', {
    detail: '“yearTo” comes before “year”.',
    parameter: 'yearTo',
    allowed: [`a year from ${year}`],
  })
}
