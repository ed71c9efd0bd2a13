import type { SearchHit } from '@/contract'
import { askedWords } from '@/search'
import { writeCursor } from './cursor'
import type { Reading } from './database'
import { successEntry, type Entry } from './entry'
import { addressOf } from './address'
import type { Search } from './read-search-target'
import { searchStatement, type SearchRow } from './search-statement'
import { createSnippets } from './snippet'

type Found = {
  data: SearchHit[]
  meta: { total: number; locale: string; release: number }
  links: { next: string | null }
}

/** With one query. Nothing found is an answer, not an error. */
export async function findHits(
  database: Reading,
  wanted: Search,
): Promise<{ found: Found; movedAt: Date | null }> {
  const rows = await database.query<SearchRow>(searchStatement, valuesOf(wanted))
  const [first] = rows
  if (!first) throw new Error('published.head is empty')
  const found = rows.filter((row) => row.id !== null)
  const page = found.slice(0, wanted.limit)
  const next = found.length > wanted.limit ? nextAddress(wanted, page.at(-1)) : null
  const snippetOf = createSnippets(wordsIn(first.looked_for))
  const { locale } = wanted
  const data = page.map((row) => ({ ...hitOf(row, wanted), snippet: snippetOf(JSON.parse(row.texts)) }))
  const meta = { total: first.total, locale, release: Number(first.release) }
  return { found: { data, meta, links: { next } }, movedAt: first.moved_at }
}

/** A page of what was found, with one query. */
export async function readSearch(database: Reading, wanted: Search): Promise<Entry> {
  const { found, movedAt } = await findHits(database, wanted)
  const { next } = found.links
  return successEntry({
    body: JSON.stringify(found),
    modifiedAt: movedAt,
    contentLanguage: wanted.locale,
    links: next === null ? [] : [`<${next}>; rel="next"`],
    tags: ['search'],
  })
}

function valuesOf({ q, chain, locale, fallback, types, limit, after }: Search): unknown[] {
  return [
    JSON.stringify(askedWords(q, chain)),
    `${locale} ${fallback}`,
    types,
    // One more than asked for tells whether there is a next page.
    limit + 1,
    after?.rank ?? null,
    after?.key ?? null,
    after?.id ?? null,
  ]
}

/** The words of a tsquery text; keys of names ("~…") are no words. */
const wordsIn = (query: string): string[] => [
  ...new Set(
    [...query.matchAll(/'([^']*)'/g)].map(([, word = '']) => word).filter((word) => !word.startsWith('~')),
  ),
]

type Stored = Pick<SearchHit, 'slug' | 'title' | 'years'>

function hitOf(row: SearchRow, { locale, fallback }: Search): Omit<SearchHit, 'snippet'> {
  const { slug, title, years }: Stored = JSON.parse(row.hit)
  const query = `?locale=${locale}${fallback === 'none' ? '&fallback=none' : ''}`
  return {
    type: row.resource,
    id: row.id ?? '',
    slug,
    href: addressOf(row.resource, slug) + query,
    title,
    years,
  }
}

function nextAddress({ given, fingerprint }: Search, last: SearchRow | undefined): string | null {
  if (!last || last.id === null) return null
  const cursor = writeCursor({ rank: last.rank, key: String(last.year), id: last.id }, fingerprint)
  return `/v1/search?${new URLSearchParams([...given, ['cursor', cursor]]).toString()}`
}
