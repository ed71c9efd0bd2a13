import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { releaseBody } from '../../src/webhooks/event-body'
import { signed } from '../../src/webhooks/signature'
import { useWebsite } from '../website'
import { until, useWorld } from './delivery-world'

// The example website as a process of its own, with the real delivery behind it.

const world = useWorld()
const secret = `whsec_${Buffer.alloc(24, 5).toString('base64')}`
const website = useWebsite()
const start = (pollSeconds: string) =>
  website.start({
    API_URL: world.base,
    SITE_NAME: 'A & B',
    SITE_URL: 'https://www.example.org',
    WEBHOOK_SECRET: secret,
    // How long it waits between looks is what differs.
    POLL_SECONDS: pollSeconds,
  })
const text = (value: string, locale = 'en', isFallback = false) => ({ text: value, locale, isFallback })
const id = (last: number) => `dddddddd-dddd-4ddd-8ddd-ddddddddddd${last}`
const prize = { slug: 'peace', name: text('Peace Prize') }
const berta = { id: id(8), slug: '1999-berta', title: text('Berta'), year: 1999, prize }
const rendition = (type: string, width: number) => ({
  use: 'fit',
  width,
  height: width,
  type: `image/${type}`,
  href: `/v1/media/x/${width}.${type}`,
  bytes: 1,
  sha256: 'a'.repeat(64),
})
const renditions = [rendition('avif', 1280), rendition('avif', 640), rendition('jpeg', 640)]

let told = ''
let polling = ''
beforeAll(async () => {
  await world.publish([
    {
      resource: 'laureates',
      id: id(1),
      slug: 'anna',
      locales: ['en', 'ar'],
      members: {
        citations: [{ id: id(2), slug: '2000-anna', title: text('Anna'), year: 2000, prize }],
        birth: { date: '1962-09', place: text('Vyborg', 'en', true), countryThen: null, countryNow: null },
      },
    },
    {
      resource: 'citations',
      id: id(2),
      slug: '2000-anna',
      locales: ['en', 'ar'],
      members: {
        prize,
        motivation: text('for <script>alert("&")</script>'),
        biography: { slug: '2000-anna' },
        laureates: [{ id: id(1), slug: 'anna', kind: 'person', name: text('Anna') }],
      },
    },
    {
      resource: 'citations',
      id: id(8),
      slug: '1999-berta',
      locales: ['en', 'ar'],
      members: { status: 'declined', year: 1999 },
    },
    {
      resource: 'laureates',
      id: id(9),
      slug: 'berta',
      locales: ['en', 'ar'],
      members: { citations: [berta] },
    },
    {
      resource: 'editions',
      slug: 'peace/1999',
      locales: ['en', 'ar'],
      members: { prize, year: 1999, citations: [{ ...berta, motivation: null, laureates: [] }] },
    },
    { resource: 'biographies', id: id(3), slug: '2000-anna', locales: ['en'] },
    {
      resource: 'editions',
      slug: 'peace/2000',
      members: {
        prize,
        citations: [
          {
            id: id(2),
            slug: '2000-anna',
            title: text('Anna'),
            year: 2000,
            prize,
            motivation: null,
            laureates: [],
          },
        ],
      },
    },
    {
      resource: 'press-releases',
      id: id(4),
      slug: '2000-news',
      locales: ['en'],
      members: { title: text('News') },
    },
    {
      resource: 'media',
      id: id(5),
      slug: 'house-picture',
      members: { renditions, alt: text('A "house"') },
    },
    {
      resource: 'laureates',
      id: id(6),
      slug: 'house',
      facets: { media: [id(5)] },
      members: { kind: 'organisation', portrait: id(5) },
    },
  ])
  ;[told, polling] = await Promise.all([start('3600'), start('0.2')])
})

const get = (address: string) => fetch(told + address, { redirect: 'manual' })
const page = async (address: string) => (await get(address)).text()

test('every page is in the language of its address, with the head that the API made', async () => {
  const answer = await get('/ar/laureates/anna')
  const body = await answer.text()
  expect(answer.status).toBe(200)
  expect(body).toContain('<html lang="ar" dir="rtl">')
  expect(body).toContain('<link rel="canonical" href="https://www.example.org/ar/laureates/anna">')
  expect(body).toContain('hreflang="x-default"')
  expect(body).toContain('<meta property="og:type" content="profile">')
  expect(body).toMatch(/<script type="application\/ld\+json">\s*\{"@context":"https:\/\/schema.org"/)
  expect(body).toMatch(/<a\s+href="\/en\/laureates\/anna"\s+hreflang="en"\s+lang="en"\s+dir="ltr"/)
  expect(body).toContain('سبتمبر 1962')
})

test('what stands in for a missing text has its own language, and the page says so', async () => {
  const body = await page('/ar/laureates/anna')
  expect(body).toContain('<span class="fallback" lang="en" dir="ltr">Vyborg</span>')
  expect(body).toContain('جزء من هذه الصفحة غير متاح بالعربية بعد.')
  const biography = await page('/ar/citations/2000-anna')
  expect(biography).toMatch(/<div class="fallback prose" lang="en" dir="ltr">\s*<p>Long<\/p>/)
  expect(await page('/en/press-releases/2000-news')).not.toContain('class="fallback')
})

test('a portrait has its words and its credit, in the formats that there are', async () => {
  const body = await page('/en/laureates/house')
  const file = (name: string) => `${world.base}/v1/media/x/${name}`
  expect(body).toContain(`srcset="${file('1280.avif')} 1280w, ${file('640.avif')} 640w"`)
  expect(body).toMatch(/<img\s[^>]*alt="A &quot;house&quot;"/)
  expect(body).toContain(`src="${file('640.jpeg')}"`)
  expect(body).toContain('Photo: A. Ek')
})

test('a declined prize is told of as that wherever it stands, in the language of the page', async () => {
  for (const address of ['/laureates/berta', '/citations/1999-berta', '/editions/peace/1999']) {
    expect(await page(`/en${address}`)).toContain('<p class="note">The award was declined.</p>')
    expect(await page(`/ar${address}`)).toContain('<p class="note">رُفضت الجائزة.</p>')
  }
  for (const address of ['/laureates/anna', '/citations/2000-anna', '/editions/peace/2000'])
    expect(await page(`/en${address}`)).not.toContain('declined')
})

test('words are never markup', async () => {
  const body = await page('/en/citations/2000-anna')
  expect(body).toContain('for &lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;')
  expect(body).not.toContain('<script>')
  expect(body).toContain('A &amp; B')
})

test.each(['', '/laureates', '/press-releases', '/editions/peace/2000'])(
  'list pages have a head of their own: %s',
  async (address) => {
    const body = await page(`/en${address}`)
    expect(body).toContain(`<link rel="canonical" href="https://www.example.org/en${address}" />`)
  },
)

test('what is nowhere is 404, in the language of the address; no language but the public ones', async () => {
  const answer = await get('/ar/laureates/nobody')
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('لا يوجد شيء')])
  for (const address of [
    '/ar/unheard-of/x',
    '/fr',
    '/xx',
    '/en/laureates/%E0%A4',
    '/en/laureates/..%2F..%2Fx',
    '/en/laureates/%00',
    `/en/laureates/${'x'.repeat(9000)}`,
  ])
    expect([address, (await get(address)).status]).toEqual([address, 404])
  expect((await get('/')).headers.get('location')).toBe('/en')
  expect((await fetch(`${told}/en`, { method: 'DELETE' })).status).toBe(405)
})

test('a page that did not change is answered with 304', async () => {
  const etag = (await get('/en')).headers.get('etag') ?? ''
  expect((await fetch(`${told}/en`, { headers: { 'if-none-match': etag } })).status).toBe(304)
})

/** What the desk sends. */
const send = (body: string, { key = secret, at = new Date() } = {}) =>
  fetch(`${told}/webhook`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...signed({ id: 'msg_1', at, body }, [key]) },
  })
const message = (release: number) =>
  releaseBody(world.writer, { type: 'release.published', release, apiUrl: world.base })
const latest = async () => (await (await world.get('/v1/laureates?limit=1&fields=id')).json()).meta.release

test('a webhook that the desk signed refreshes it; nobody else can', async () => {
  await world.publish([{ resource: 'laureates', id: id(1), slug: 'anna-new', locales: ['en', 'ar'] }])
  const body = await message(await latest())
  const forged = [
    await send(body, { key: `whsec_${Buffer.alloc(24, 6).toString('base64')}` }),
    await send(body, { at: new Date(Date.now() - 600_000) }),
    await fetch(`${told}/webhook`, { method: 'POST', body }),
  ]
  expect(forged.map(({ status }) => status)).toEqual([401, 401, 401])
  expect((await send('x'.repeat(300_000)).catch(() => undefined))?.status ?? 413).toBe(413)
  expect((await get('/en/laureates/anna')).status).toBe(200)
  expect((await send(body)).status).toBe(204)
  await until(async () => (await get('/en/laureates/anna-new')).status === 200)
  const moved = await get('/ar/laureates/anna')
  expect([moved.status, moved.headers.get('location')]).toEqual([308, '/ar/laureates/anna-new'])
})

test('what was taken down is gone, with or without a webhook', async () => {
  expect((await fetch(`${polling}/en/press-releases/2000-news`)).status).toBe(200)
  await world.publish([], { withdraw: [id(4)] })
  await until(async () => (await fetch(`${polling}/en/press-releases/2000-news`)).status === 410)
  expect((await send(await message(await latest()))).status).toBe(204)
  await until(async () => (await get('/en/press-releases/2000-news')).status === 410)
})

test('it goes on while the API does not answer, and follows when that is back', async () => {
  const way = { isOpen: false }
  const between = createServer((request, response) => {
    const answer = way.isOpen ? fetch(world.base + request.url) : Promise.reject(new Error('cut off'))
    answer.then(
      async (found) => response.writeHead(found.status).end(await found.text()),
      () => request.socket.destroy(),
    )
  })
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
  const { port } = between.address() as AddressInfo
  const site = await website.start({ API_URL: `http://127.0.0.1:${port}`, POLL_SECONDS: '0.2' })
  const statusOf = async (address: string) => (await fetch(site + address)).status
  expect(await statusOf('/en')).toBe(503)
  way.isOpen = true
  await until(async () => (await statusOf('/ar/laureates/house')) === 200)
  way.isOpen = false
  await world.publish([{ resource: 'laureates', id: id(7), slug: 'later' }])
  expect([await statusOf('/ar/laureates/house'), await statusOf('/en/laureates/later')]).toEqual([200, 503])
  way.isOpen = true
  await until(async () => (await statusOf('/en/laureates/later')) === 200)
  between.closeAllConnections()
  between.close()
})
