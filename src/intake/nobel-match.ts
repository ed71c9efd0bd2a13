import { addressesOfCitation } from './nobel-addresses'
import { valueIn } from './nobel-fields'
import type { Row } from './nobel-store'
import type { FieldValue, NobelCollection, Planned } from './nobel-types'

// A document of the file that no import made yet may be in the desk all the same: staff wrote it by hand or
// imported it from a page. It is recognised by what nobody else can have, and taken up instead of doubled.

type Resolved = Planned & { fields: Record<string, FieldValue> }
type Signs = (of: (field: string) => unknown) => string[]

const both = (a: unknown, b: unknown): string[] =>
  a === undefined || a === null ? [] : [`${JSON.stringify(a)} ${JSON.stringify(b)}`]
const one = (kind: string, value: unknown): string[] =>
  typeof value === 'string' && value !== '' ? [`${kind} ${value}`] : []

const signs: Record<NobelCollection, Signs> = {
  prizes: (of) => one('slug', of('slug')),
  editions: (of) => both(of('prize'), of('year')),
  laureates: (of) => [...one('key', of('importKey')), ...one('wikidata', of('sameAs.wikidata'))],
  citations: (of) => [...one('key', of('importKey')), ...both(of('edition'), of('laureates'))],
}

/** Documents of the desk by the key of the planned document that they are. `rows` are those that no import made. */
export function matchRows(planned: readonly Resolved[], rows: readonly Row[]): Map<string, Row> {
  const bySign = new Map<string, Row[]>()
  for (const row of rows) {
    const [collection] = planned
    for (const sign of collection ? signs[collection.collection]((field) => valueIn(row, field)) : []) {
      bySign.set(sign, [...(bySign.get(sign) ?? []), row])
    }
  }
  const matched = new Map<string, Row>()
  const taken = new Set<Row>()
  for (const document of planned) {
    const row = signsOf(document)
      .flatMap((sign) => bySign.get(sign) ?? [])
      .find((candidate) => !taken.has(candidate))
    if (row === undefined) continue
    matched.set(document.key, row)
    taken.add(row)
  }
  return matched
}

const signsOf = ({ collection, fields, addresses }: Resolved): string[] =>
  signs[collection]((field) => (field === 'slug' ? addresses[0] : fields[field]))

/** Gives each new document an address that is free, and remembers it as taken. */
export type Addresses = {
  give: (
    document: Planned,
    context: { laureateSlug?: string | undefined; year?: unknown },
  ) => string | undefined
}

/** `yearOf` tells the year of an edition's id: award entries share an address across years, never within one. */
export function openAddresses(
  collection: NobelCollection,
  rows: readonly Row[],
  yearOf: (edition: unknown) => unknown,
): Addresses {
  const scope = (slug: unknown, year: unknown): string =>
    collection === 'citations' ? `${String(year)}/${String(slug)}` : String(slug)
  const taken = new Set(rows.map((row) => scope(row['slug'], yearOf(row['edition']))))
  const give: Addresses['give'] = ({ key, addresses }, { laureateSlug, year }) => {
    const wanted = collection === 'citations' ? addressesOfCitation(key, laureateSlug ?? '') : addresses
    const free = wanted.find((slug) => !taken.has(scope(slug, year)))
    if (free !== undefined) taken.add(scope(free, year))
    return free
  }
  return { give }
}
