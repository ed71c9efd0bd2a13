import { foldForSearch } from '@/contract'
import { writeCursor } from './cursor'
import type { Reading } from './database'
import { successEntry, type Entry } from './entry'
import { listStatement, type ListRow } from './list-statements'
import type { Filters, List } from './read-target'
import { trimBody } from './trim-body'

/** A page of a list as it is read. */
export type Page = {
  rows: readonly ListRow[]
  meta: { total: number; locale: string; release: number; matchedBy?: Record<string, string> }
  /** The address of the next page. */
  next: string | null
  movedAt: Date | null
}

/** With one query. An empty page is an answer, not an error. */
export async function findPage(database: Reading, wanted: List): Promise<Page> {
  const { locale, sort, after } = wanted
  const rows = await database.query<ListRow>(
    listStatement({ locale, sort, isFirst: after === null, isOfPrize: wanted.filters.prize !== null }),
    valuesOf(wanted),
  )
  const [first] = rows
  if (!first) throw new Error('published.head is empty')
  const found = rows.filter((row) => row.id !== null)
  const page = found.slice(0, wanted.limit)
  const next = found.length > wanted.limit ? nextAddress(wanted, page.at(-1)) : null
  const meta = { total: first.total, locale, release: Number(first.release), ...matchedBy(wanted, page) }
  return { rows: page, meta, next, movedAt: first.moved_at }
}

/** A page of a list, with one query. */
export async function readList(database: Reading, wanted: List): Promise<Entry> {
  const { rows, meta, next, movedAt } = await findPage(database, wanted)
  const data = rows.map((row) => trimBody(row.body, wanted.fields)).join(',')
  return successEntry({
    body: `{"data":[${data}],"meta":${JSON.stringify(meta)},"links":${JSON.stringify({ next })}}`,
    modifiedAt: movedAt,
    contentLanguage: wanted.locale,
    links: next === null ? [] : [`<${next}>; rel="next"`],
    tags: [wanted.resource],
  })
}

function valuesOf({ resource, fallback, filters, limit, after }: List): unknown[] {
  const { facets, prize, years, q, language } = filters
  return [
    resource,
    fallback,
    JSON.stringify(facets),
    years === null ? null : `[${years.from},${years.to}]`,
    patternsOf(q),
    language === null ? null : language.toLowerCase(),
    // One more than asked for tells whether there is a next page.
    limit + 1,
    ...(after === null ? [] : [after.rank, after.key, after.id]),
    ...(prize === null ? [] : [prize]),
  ]
}

// Every word must be there, in any order.
const patternsOf = (q: Filters['q']): string[] =>
  q === null
    ? []
    : foldForSearch(q)
        .split(' ')
        .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)

function nextAddress({ resource, given, fingerprint }: List, last: ListRow | undefined): string | null {
  if (!last || last.id === null) return null
  const cursor = writeCursor({ rank: last.rank, key: last.sort_key, id: last.id }, fingerprint)
  return `/v1/${resource}?${new URLSearchParams([...given, ['cursor', cursor]]).toString()}`
}

function matchedBy({ filters }: List, page: readonly ListRow[]) {
  if (filters.language === null) return {}
  return {
    matchedBy: Object.fromEntries(
      page.map(({ id, rank }) => [id, rank === 0 ? 'language' : 'international']),
    ),
  }
}
