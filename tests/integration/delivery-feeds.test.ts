import { readFileSync, existsSync } from 'node:fs'
import { request } from 'node:http'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { XMLParser } from 'fast-xml-parser'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { beforeAll, expect, test } from 'vitest'
import { atomFaults } from '../xml-schema'
import { foundation, useWorld, type Item } from './delivery-world'

const world = useWorld()
const homeless = useWorld({ publisher: { ...foundation, siteUrl: null } })
const ids = {
  hostile: '88888888-8888-4888-8888-888888888881',
  correction: '88888888-8888-4888-8888-888888888882',
  swedish: '88888888-8888-4888-8888-888888888883',
}
const title = `<b>A & B</b> "said" 'so' ]]> \u{1F3C6} &amp;`
const html = `<p lang="en">1 &lt; 2 &amp; <a href="https://example.org/?a=1&amp;b=2">3</a> ]]&gt; <br></p>`
const text = (value: string, locale = 'en') => ({ text: value, locale, isFallback: false })

const release = (item: Partial<Item>): Item => ({
  resource: 'press-releases',
  slug: 'x',
  years: [2000],
  ...item,
})

type Link = { rel: string; href: string; hreflang: string; title?: string }
type AtomEntry = {
  id: string
  title: string
  published: string
  updated: string
  summary?: string
  content: { '#text': string; type: string }
  category: { term: string }
  link: Link[]
}
type Atom = {
  feed: {
    'xml:lang': string
    xmlns: string
    id: string
    title: string
    updated: string
    author: { name: string }
    link: Link[]
    entry?: AtomEntry[]
  }
}
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => name === 'entry' || name === 'link',
})

async function readAtom(locale: string) {
  const answer = await world.get(`/v1/feeds/${locale}/press.atom`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
  ])
  const xml = await answer.text()
  expect(await atomFaults(xml)).toEqual([])
  return (parser.parse(xml.replace(/>\n</g, '><')) as Atom).feed
}
const readJson = async (locale: string, name = 'press.json') =>
  (await world.get(`/v1/feeds/${locale}/${name}`)).json()

beforeAll(async () => {
  await world.publish([
    ...Array.from({ length: 60 }, (_, index) =>
      release({
        slug: `2000-old-${index}`,
        locales: ['en', 'de'],
        sortKey: `2000-01-01T00:00:${String(index).padStart(2, '0')}.000Z`,
      }),
    ),
    release({
      id: ids.hostile,
      slug: '2000-hostile',
      sortKey: '2026-01-01T00:00:00.000Z',
      members: {
        title: text(title),
        summary: text('Short & <sweet>'),
        dateline: text('STOCKHOLM & Oslo'),
        body: { html, text: '1 < 2 & 3', blocks: [], sections: [], locale: 'en', isFallback: false },
      },
    }),
    release({
      id: ids.correction,
      slug: '2000-correction',
      sortKey: '2026-01-02T00:00:00.000Z',
      members: {
        type: 'correction',
        updatedAt: '2026-05-06T07:08:09.000Z',
        corrects: { id: ids.hostile, slug: '2000-hostile', title: text(title) },
      },
    }),
    release({
      id: ids.swedish,
      slug: '2000-svenska',
      locales: ['sv', 'en'],
      sortKey: '2026-01-03T00:00:00.000Z',
      members: { corrects: { id: ids.hostile, slug: '2000-hostile', title: null } },
    }),
  ])
})

test('Atom holds the newest 50 of its language, with everything that RFC 4287 asks for', async () => {
  const feed = await readAtom('en')
  expect(feed).toMatchObject({ 'xml:lang': 'en', xmlns: 'http://www.w3.org/2005/Atom' })
  expect(feed.author.name).toBe('Example & Foundation')
  expect(feed.id).toMatch(/^urn:uuid:[\da-f-]{36}$/)
  expect(feed.updated).toBe('2026-05-06T07:08:09.000Z')
  expect(feed.link).toEqual([
    expect.objectContaining({ rel: 'self', href: `${foundation.apiUrl}/v1/feeds/en/press.atom` }),
    { rel: 'alternate', type: 'text/html', href: foundation.siteUrl },
  ])
  const entries = feed.entry ?? []
  expect(entries).toHaveLength(50)
  expect(entries.slice(0, 4).map(({ link }) => link.slice(0, 2).map(({ href }) => href))).toEqual(
    ['2000-svenska', '2000-correction', '2000-hostile', '2000-old-59'].map((slug) => [
      `${foundation.siteUrl}/en/press-releases/${slug}`,
      `${foundation.apiUrl}/v1/press-releases/${slug}?locale=en`,
    ]),
  )
  expect(new Set(entries.map(({ id }) => id)).size).toBe(50)
  for (const entry of entries) {
    expect(entry.id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect([entry.published, entry.updated].map((date) => Number.isNaN(Date.parse(date)))).toEqual([
      false,
      false,
    ])
    expect(entry.content.type).toBe('html')
  }
})

test('what is no Atom is seen by the schema', async () => {
  const xml = await (await world.get('/v1/feeds/en/press.atom')).text()
  for (const [said, instead] of [
    ['<updated>', '<updated>yesterday '],
    ['<author><name>', '<author><nickname>'],
    ['hreflang="en"', 'hreflang="en_GB"'],
  ] as const)
    expect(await atomFaults(xml.replace(said, instead))).not.toEqual([])
})

test('readers of feeds find in both the same items, and nothing that they do not know', async () => {
  const { version, ...json } = await readJson('en')
  expect(version).toBe('https://jsonfeed.org/version/1.1')
  // An empty text is none to them.
  const said = JSON.parse(JSON.stringify(json, (_, value: unknown) => (value === '' ? undefined : value)))
  expect(parseJsonFeed({ version, ...json })).toEqual(said)
  const read = parseAtomFeed(await (await world.get('/v1/feeds/en/press.atom')).text())
  expect(read.id).toMatch(/^urn:uuid:/)
  const items = (said.items as Record<string, string>[]).map((item) => [
    item['id'],
    item['title'],
    item['content_html'],
    item['date_published'],
    item['date_modified'],
  ])
  expect(
    read.entries?.map((entry) => [
      entry.id,
      entry.title?.value,
      entry.content?.value,
      entry.published,
      entry.updated,
    ]),
  ).toEqual(items)
})

test('words come through XML and JSON as they are', async () => {
  const entry = (await readAtom('en')).entry?.[2]
  const item = (await readJson('en')).items[2]
  const news = (await readJson('en', 'press.ninjs.json'))[2]
  const whole = `<p>STOCKHOLM &amp; Oslo</p>${html}`
  expect([entry?.title, entry?.summary, entry?.content['#text']]).toEqual([title, 'Short & <sweet>', whole])
  expect(item).toMatchObject({ title, summary: 'Short & <sweet>', content_html: whole })
  expect(item.content_text).toBe('STOCKHOLM & Oslo\n\n1 < 2 & 3')
  expect(news.headlines).toEqual([{ contentType: 'text/plain', value: title }])
  expect(news.bodies[0].value).toBe(whole)
})

test('a correction names what it corrects, in the language of the feed', async () => {
  const entry = (await readAtom('en')).entry?.[1]
  const address = `${foundation.siteUrl}/en/press-releases/2000-hostile`
  expect(entry?.category.term).toBe('correction')
  expect(entry?.link.find(({ rel }) => rel === 'related')).toMatchObject({
    href: address,
    type: 'text/html',
    title,
  })
  expect(entry?.content['#text']).toMatch(
    /^<p>Corrects: <a href="https:\/\/www\.example\.org\/[^"<>]+">&lt;b&gt;A &amp; B/,
  )
  const news = (await readJson('en', 'press.ninjs.json')) as {
    uri: string
    associations?: unknown
    edNote?: string
  }[]
  expect(news[1]?.associations).toEqual([{ name: title, rel: 'corrects', uri: news[2]?.uri }])
  expect(news[1]?.edNote).toBe(`Corrects: ${title}`)
  const [swedish] = (await readJson('sv')).items
  // In Swedish it has no page.
  expect(swedish.content_text).toBe(`Rättar: ${foundation.apiUrl}/v1/press-releases/2000-hostile?locale=sv`)
})

test('a language has its own press releases, ids and words, and none in place of others', async () => {
  const [english, swedish, arabic] = [await readJson('en'), await readJson('sv'), await readAtom('ar')]
  expect(swedish.items.map(({ url }: { url: string }) => url)).toEqual([
    `${foundation.siteUrl}/sv/press-releases/2000-svenska`,
  ])
  expect(swedish.items[0].id).not.toBe(english.items[0].id)
  expect(swedish).toMatchObject({ language: 'sv', title: 'Example & Foundation: Pressmeddelanden' })
  expect(arabic.entry).toBeUndefined()
  expect(arabic.title).toBe('Example & Foundation: بيانات صحفية')
  expect(await readJson('ar', 'press.ninjs.json')).toEqual([])
})

test('ids stay when everything else changes', async () => {
  const before = (await readJson('en')).items[2].id
  await world.publish([
    release({
      id: ids.hostile,
      slug: '2000-renamed',
      sortKey: '2026-01-01T00:00:00.000Z',
      members: { title: text(title) },
    }),
  ])
  const [, , after] = (await readJson('en')).items
  expect(after).toMatchObject({
    id: before,
    url: `${foundation.siteUrl}/en/press-releases/2000-renamed`,
  })
})

const schemaFile = new URL('../../../shared/data/ninjs/ninjs-schema_3.1.json', import.meta.url)
test.skipIf(!existsSync(schemaFile))(
  'every item is valid ninjs 3.1 (skipped where the schema of IPTC is not at hand)',
  async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats.default(ajv)
    // Places are described by a schema from elsewhere; press releases have none.
    ajv.addSchema({}, 'https://geojson.org/schema/GeoJSON.json')
    const isValid = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
    const items = (await readJson('en', 'press.ninjs.json')) as unknown[]
    expect(items).toHaveLength(50)
    for (const item of items) {
      isValid(item)
      expect(isValid.errors).toBeNull()
    }
    expect(isValid({ ...(items[0] as object), unheardOf: 1 })).toBe(false)
  },
)

test('without a website, everything leads to this API', async () => {
  await homeless.publish([release({ slug: '2000-news', sortKey: '2026-01-01T00:00:00.000Z' })])
  const address = `${foundation.apiUrl}/v1/press-releases/2000-news?locale=en`
  const json = await (await homeless.get('/v1/feeds/en/press.json')).json()
  expect([json.items[0].url, json.home_page_url, json.authors]).toEqual([
    address,
    undefined,
    [{ name: foundation.name }],
  ])
  const xml = await (await homeless.get('/v1/feeds/en/press.atom')).text()
  expect(await atomFaults(xml)).toEqual([])
  expect(xml).toContain(address)
  expect(xml).not.toContain('text/html')
})

test('addresses never come from the Host header', async () => {
  const body = await new Promise<string>((resolve, reject) => {
    const { port } = world.delivery
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    }
    request({ port, host: '127.0.0.1', path: '/v1/feeds/nb/press.atom', headers }, (answer) => {
      let read = ''
      answer.on('data', (chunk: Buffer) => (read += chunk.toString())).on('end', () => resolve(read))
    })
      .on('error', reject)
      .end()
  })
  expect(body).toContain(foundation.apiUrl)
  expect(body).not.toContain('evil')
})

test.each(['press.atom', 'press.json', 'press.ninjs.json'])(
  '%s costs one statement and then none, answers 304, comes compressed, and has its tag',
  async (name) => {
    const address = `/v1/feeds/de/${name}`
    expect(await world.queriesOf(() => world.get(address))).toBe(1)
    const answer = await world.get(address, { 'accept-encoding': 'br' })
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(answer.headers.get('cache-tag')).toBe('press-releases')
    expect(answer.headers.get('content-language')).toBe('de')
    const held = { 'accept-encoding': 'br', 'if-none-match': answer.headers.get('etag') ?? '' }
    expect(await world.queriesOf(async () => expect((await world.get(address, held)).status).toBe(304))).toBe(
      0,
    )
  },
)

test('no feed is anywhere else', async () => {
  const addresses = [
    'xx/press.atom',
    'en/press.rss',
    'en',
    'en/press.atom/x',
    'constructor/press.atom',
    'en/toString',
  ]
  for (const address of addresses) expect((await world.get(`/v1/feeds/${address}`)).status).toBe(404)
  expect((await world.get('/v1/feeds/en/press.atom?locale=sv')).status).toBe(400)
})
