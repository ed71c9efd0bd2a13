import { Readable } from 'node:stream'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseSitemap } from 'sitemap'
import { expect, test } from 'vitest'
import { localeCodes } from '@/lib/locales'
import { sitemapFaults } from '../xml-schema'
import { foundation, useWorld } from './delivery-world'

const world = useWorld()
const homeless = useWorld({ publisher: { ...foundation, siteUrl: null } })
const site = 'https://www.example.org'

type Url = { loc: string; lastmod: string; 'xhtml:link': { rel: string; hreflang: string; href: string }[] }
type Sitemap = { urlset?: { url?: Url[] }; sitemapindex?: { sitemap: { loc: string }[] } }
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['url', 'sitemap', 'xhtml:link'].includes(name),
})

async function read(address: string): Promise<Sitemap> {
  const answer = await world.get(address)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8'])
  const xml = await answer.text()
  expect(XMLValidator.validate(xml)).toBe(true)
  expect(xml).toContain('xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"')
  return parser.parse(xml) as Sitemap
}

test('an empty world has an empty sitemap, and no part', async () => {
  expect((await read('/sitemap.xml')).urlset?.url).toBeUndefined()
  expect((await world.get('/sitemaps/1.xml')).status).toBe(404)
})

test('each page is there in each language that is public, with all its languages', async () => {
  await world.publish([
    { resource: 'laureates', slug: 'anna', locales: ['en', 'sv', 'ar'] },
    { resource: 'citations', slug: '2000-anna', locales: ['sv'] },
    { resource: 'press-releases', slug: '2000-n&ws', locales: ['en'] },
    { resource: 'biographies', slug: '2000-anna' },
    { resource: 'editions', slug: 'peace/2000' },
    { resource: 'press-contacts', slug: 'somebody' },
  ])
  const urls = (await read('/sitemap.xml')).urlset?.url ?? []
  expect(urls.map(({ loc }) => loc)).toEqual([
    `${site}/sv/citations/2000-anna`,
    `${site}/ar/laureates/anna`,
    `${site}/en/laureates/anna`,
    `${site}/sv/laureates/anna`,
    `${site}/en/press-releases/2000-n%26ws`,
  ])
  for (const url of urls) {
    expect(url.lastmod).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    const alternates = url['xhtml:link']
    expect(alternates.map(({ href }) => href)).toContain(url.loc)
    expect(alternates.every(({ rel }) => rel === 'alternate')).toBe(true)
  }
  expect(urls[1]?.['xhtml:link'].map(({ hreflang, href }) => [hreflang, href])).toEqual([
    ['ar', `${site}/ar/laureates/anna`],
    ['en', `${site}/en/laureates/anna`],
    ['sv', `${site}/sv/laureates/anna`],
    ['x-default', `${site}/en/laureates/anna`],
  ])
  expect(urls[0]?.['xhtml:link'].map(({ hreflang }) => hreflang)).toEqual(['sv'])
})

test('it keeps to the schema of sitemaps, and another program reads it', async () => {
  const xml = await (await world.get('/sitemap.xml')).text()
  expect(await sitemapFaults(xml)).toEqual([])
  expect(await sitemapFaults(xml.replace('<lastmod>', '<lastmod>on '))).not.toEqual([])
  expect(await sitemapFaults(xml.replace('hreflang="ar"', 'lang="ar"'))).not.toEqual([])
  const items = await parseSitemap(Readable.from([xml]))
  expect(items.map(({ url, links }) => [url, links.length])).toEqual([
    [`${site}/sv/citations/2000-anna`, 1],
    [`${site}/ar/laureates/anna`, 4],
    [`${site}/en/laureates/anna`, 4],
    [`${site}/sv/laureates/anna`, 4],
    [`${site}/en/press-releases/2000-n%26ws`, 2],
  ])
})

test('it costs one statement and then none, answers 304, and has its tags', async () => {
  expect(await world.queriesOf(() => world.get('/sitemaps/1.xml'))).toBe(1)
  const answer = await world.get('/sitemaps/1.xml', { 'accept-encoding': 'gzip' })
  expect(answer.headers.get('cache-tag')).toBe('laureates,citations,press-releases')
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.has('content-language')).toBe(false)
  const held = { 'accept-encoding': 'gzip', 'if-none-match': answer.headers.get('etag') ?? '' }
  const again = async () => expect((await world.get('/sitemaps/1.xml', held)).status).toBe(304)
  expect(await world.queriesOf(again)).toBe(0)
})

test('many pages come in parts that an index names, each address once', async () => {
  // Beside the one laureate that is published, more with the same words, straight into the tables.
  await world.publish([{ resource: 'laureates', slug: 'many', locales: [...localeCodes] }])
  const copy = `from published.resources r where r.resource = 'laureates' and r.slug = 'many'`
  await world.writer.query(
    `insert into published.resources select r.resource, gen_random_uuid(), 'many-' || n, r.years, r.facets from generate_series(1, 2100) n, (select r.* ${copy}) r`,
  )
  await world.writer.query(
    `insert into published.current
     select c.resource, r.document_id, c.locale, c.fallback, c.sha256, c.content_language, c.sort_key, c.search, c.updated_at, c.release
       from published.current c, published.resources r
      where c.document_id = (select r.document_id ${copy}) and c.fallback = 'none' and r.slug like 'many-%'`,
  )
  await world.publish([{ resource: 'laureates', slug: 'last' }])
  const index = (await read('/sitemap.xml')).sitemapindex?.sitemap ?? []
  expect(index.map(({ loc }) => loc)).toEqual(
    [1, 2, 3].map((part) => `${foundation.apiUrl}/sitemaps/${part}.xml`),
  )
  const found: string[] = []
  for (const { loc } of index) {
    const urls = (await read(new URL(loc).pathname)).urlset?.url ?? []
    expect(urls.length).toBeLessThanOrEqual(50_000)
    found.push(...urls.map((url) => url.loc))
  }
  expect(found).toHaveLength(new Set(found).size)
  expect(found).toHaveLength(5 + 13 * 2101 + 1)
  expect((await world.get('/sitemaps/4.xml')).status).toBe(404)
})

test('nothing is at addresses that no index names', async () => {
  for (const address of ['0.xml', '01.xml', '1', '1.xml/2', '-1.xml', '1e1.xml', ''])
    expect((await world.get(`/sitemaps/${address}`)).status).toBe(404)
  expect((await world.get('/sitemap.xml/1.xml')).status).toBe(404)
  expect((await world.get('/sitemap.xml?locale=en')).status).toBe(400)
})

test('without the address of a website it says what to set up', async () => {
  const answer = await homeless.get('/sitemap.xml')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  expect((await answer.json()).detail).toContain('SITE_URL')
})
