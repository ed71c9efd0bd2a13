import { pageResources } from '@/contract'
import type { Database, Statement } from './database'
import { successEntry, type Entry } from './entry'
import type { Publisher } from './publisher'
import { readQuery } from './read-query'
import { notFound, refused } from './refused'
import { sitemap, sitemapIndex, type SitemapPage } from './sitemap'

/** `part` counts from 1; null is `/sitemap.xml` itself. */
export type SitemapWanted = { kind: 'sitemap'; part: number | null }

// Sitemaps may hold 50,000 addresses and 50 MiB. Each page has up to 13 addresses, and each of these up to 14 links.
const pagesPerPart = 1000

/** What `/sitemap.xml` and `/sitemaps/{part}.xml` ask for. Throws Refused: 404, or 400 for any parameter. */
export function readSitemapTarget(
  [first, name = '', ...rest]: readonly string[],
  search: string,
): SitemapWanted {
  const part = first === 'sitemap.xml' ? null : Number(/^([1-9]\d{0,3})\.xml$/.exec(name)?.[1])
  if (Number.isNaN(part) || rest.length > 0 || (part === null && name !== '')) throw notFound
  readQuery(search, [])
  return { kind: 'sitemap', part }
}

const noWebsite = refused('not-found', {
  detail:
    'There is no sitemap, because the address of the website is not known here. Set SITE_URL, for example to https://www.example.org.',
})

type Row = {
  moved_at: Date | null
  total: number
  /** Null in the one row of an empty part. */
  resource: string | null
  slug: string
  locales: string[]
  updated_at: Date
}

const statement: Statement = {
  name: 'sitemap',
  text: `select e.at as moved_at, t.total, p.*
  from published.head h
  left join published.events e on e.seq = h.seq
  cross join (select count(*)::int as total from published.resources where resource = any ($1::text[])) t
  left join lateral (
    select r.resource, r.slug, array_agg(c.locale order by c.locale) as locales, max(c.updated_at) as updated_at
      from (select resource, document_id, slug from published.resources
             where resource = any ($1::text[]) order by resource, slug limit $2 offset $3) r
      join published.current c
        on c.resource = r.resource and c.document_id = r.document_id and c.fallback = 'none'
     group by r.resource, r.slug
  ) p on true
 order by p.resource, p.slug`,
}

/** A sitemap of the website, or the index of several, with one query. Throws Refused (404) without a website or such a part. */
export async function readSitemap(
  { database, publisher }: { database: Database; publisher: Publisher },
  { part }: SitemapWanted,
): Promise<Entry> {
  const { siteUrl, apiUrl } = publisher
  if (siteUrl === null) throw noWebsite
  const skipped = ((part ?? 1) - 1) * pagesPerPart
  const rows = await database.query<Row>(statement, [pageResources, pagesPerPart, skipped])
  const [first] = rows
  if (!first) throw new Error('published.head is empty')
  if (part !== null && first.resource === null) throw notFound
  const isIndex = part === null && first.total > pagesPerPart
  const parts = Array.from(
    { length: Math.ceil(first.total / pagesPerPart) },
    (_, index) => `${apiUrl}/sitemaps/${index + 1}.xml`,
  )
  return successEntry({
    type: 'application/xml; charset=utf-8',
    body: isIndex ? sitemapIndex(parts) : sitemap(siteUrl, pagesIn(rows)),
    modifiedAt: first.moved_at,
    contentLanguage: '',
    links: [],
    tags: pageResources,
  })
}

const pagesIn = (rows: readonly Row[]): SitemapPage[] =>
  rows.flatMap(({ resource, slug, locales, updated_at }) =>
    resource === null ? [] : [{ resource, slug, locales, updatedAt: updated_at }],
  )
