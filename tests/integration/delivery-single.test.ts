import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import http from 'node:http'
import { beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '@/lib/hash'
import { bodiesOf, useWorld, type Item } from './delivery-world'

const world = useWorld()

const anna = '11111111-1111-4111-8111-111111111111'
const people: Item[] = [
  { resource: 'laureates', id: anna, slug: 'anna', locales: ['en', 'sv'], facets: { citations: [] } },
  { resource: 'laureates', slug: 'only-swedish', locales: ['sv'] },
]

beforeAll(async () => {
  await world.publish(people)
})

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('one resource', () => {
  test('is the published bytes, with the hash of them as its entity tag', async () => {
    const response = await world.get('/v1/laureates/anna?locale=sv')
    const sent = await bytesOf(response)
    const stored = bodiesOf({ ...people[0], id: anna } as Item & { id: string }).find(
      ({ asked, fallback }) => asked === 'sv' && fallback === 'declared',
    )
    expect(sent).toEqual(stored?.bytes)
    expect(response.headers.get('etag')).toBe(`"${sha256(sent)}"`)
    expect(response.headers.get('content-length')).toBe(String(sent.length))
  })

  test('carries the headers that caches, browsers and search engines read', async () => {
    const { headers } = await world.get('/v1/laureates/anna?locale=sv')
    expect(headers.get('content-type')).toBe('application/json')
    expect(headers.get('cache-control')).toBe(
      'public, max-age=0, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400',
    )
    expect(headers.get('content-language')).toBe('sv')
    expect(headers.get('vary')).toBe('Accept-Encoding')
    expect(headers.get('cache-tag')).toBe(anna)
    expect(headers.get('link')).toBe('</v1/laureates/anna?locale=en>; rel="alternate"; hreflang="en"')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(Date.parse(headers.get('last-modified') ?? '')).toBeGreaterThan(Date.now() - 600_000)
  })

  test('costs one query the first time and none after, however many ask at once', async () => {
    const path = '/v1/laureates/anna?locale=de&fields=id'
    expect(await world.queriesOf(() => Promise.all(Array.from({ length: 20 }, () => world.get(path))))).toBe(
      1,
    )
    expect(await world.queriesOf(() => world.get(path))).toBe(0)
    expect(await world.queriesOf(() => world.get('/v1/laureates/nobody'))).toBe(1)
    expect(await world.queriesOf(() => world.get('/v1/laureates/nobody'))).toBe(0)
    expect(await world.queriesOf(() => world.get('/healthz'))).toBe(0)
  })

  test('falls back along the declared chain and says so, or is absent with fallback=none', async () => {
    const fallen = await (await world.get('/v1/laureates/anna?locale=de')).json()
    expect(fallen.name).toEqual({ text: 'anna (en)', locale: 'en', isFallback: true })
    expect((await world.get('/v1/laureates/anna?locale=de&fallback=none')).status).toBe(404)
    expect((await world.get('/v1/laureates/only-swedish?locale=en')).status).toBe(404)
    expect((await world.get('/v1/laureates/only-swedish?locale=sv')).status).toBe(200)
  })

  test('answers in the source language without locale, whatever the browser prefers', async () => {
    const response = await world.get('/v1/laureates/anna', { 'accept-language': 'sv', cookie: 'locale=sv' })
    expect(response.headers.get('content-language')).toBe('en')
  })

  test('is trimmed to the fields asked for', async () => {
    const trimmed = await (await world.get('/v1/laureates/anna?fields=slug,id')).json()
    expect(trimmed).toEqual({ id: anna, slug: 'anna' })
  })
})

describe('absence', () => {
  test('is the same bytes whether the thing never was, is in another language only, or no such address exists', async () => {
    const paths = [
      '/v1/laureates/nobody',
      '/v1/laureates/only-swedish',
      '/v1/unknown/anna',
      '/',
      '/v1',
      '/v1/laureates/a/b',
      '/v1/editions/peace',
      '/v1/editions/peace/x',
    ]
    const answers = await Promise.all(paths.map((path) => world.get(path)))
    const seen = await Promise.all(
      answers.map(async (answer) => {
        const { date: _date, ...headers } = Object.fromEntries(answer.headers)
        return JSON.stringify([answer.status, await answer.text(), headers])
      }),
    )
    expect(new Set(seen).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
    expect(answers[0]?.headers.get('content-type')).toBe('application/problem+json')
  })

  test('a renamed resource redirects for good with its query; one taken down is gone without a name', async () => {
    const [id] = await world.publish([{ resource: 'laureates', slug: 'old-name' }])
    await world.publish([{ resource: 'laureates', id, slug: 'new-name' } as Item])
    const moved = await world.get('/v1/laureates/old-name?locale=sv&fields=id')
    expect(moved.status).toBe(308)
    expect(moved.headers.get('location')).toBe('/v1/laureates/new-name?locale=sv&fields=id')
    await world.publish([], { withdraw: [id as string] })
    for (const slug of ['old-name', 'new-name']) {
      const taken = await world.get(`/v1/laureates/${slug}`)
      expect(taken.status).toBe(410)
      expect(await taken.text()).not.toContain('name')
    }
  })
})

describe('conditional requests', () => {
  test('a held answer is not sent again, with every header that a cache needs', async () => {
    const path = '/v1/laureates/anna?locale=en'
    const first = await world.get(path)
    const etag = first.headers.get('etag') ?? ''
    for (const held of [etag, `W/${etag}`, '*', `"other", ${etag}`]) {
      const answer = await world.get(path, { 'if-none-match': held })
      expect([held, answer.status]).toEqual([held, 304])
      expect(answer.headers.get('etag')).toBe(etag)
      expect(answer.headers.get('cache-control')).toBe(first.headers.get('cache-control'))
      expect(answer.headers.get('vary')).toBe('Accept-Encoding')
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(answer.headers.get('access-control-expose-headers')).toBe('*')
    }
    expect((await world.get(path, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('the date counts only where no entity tag is given', async () => {
    const path = '/v1/laureates/anna?locale=en'
    const modified = (await world.get(path)).headers.get('last-modified') ?? ''
    expect((await world.get(path, { 'if-modified-since': modified })).status).toBe(304)
    expect((await world.get(path, { 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).status).toBe(200)
    expect((await world.get(path, { 'if-modified-since': 'yesterday' })).status).toBe(200)
    expect(
      (await world.get(path, { 'if-modified-since': modified, 'if-none-match': '"other"' })).status,
    ).toBe(200)
  })

  test('the entity tag changes exactly when the bytes do', async () => {
    const item: Item = { resource: 'laureates', slug: 'changing', id: '22222222-2222-4222-8222-222222222222' }
    const read = async () => {
      const answer = await world.get('/v1/laureates/changing')
      return { etag: answer.headers.get('etag'), body: await answer.text() }
    }
    await world.publish([item])
    const first = await read()
    await world.publish([item])
    expect(await read()).toEqual(first)
    await world.publish([
      { ...item, members: { education: { text: 'Uppsala', locale: 'en', isFallback: false } } },
    ])
    const second = await read()
    expect(second.body).not.toBe(first.body)
    expect(second.etag).not.toBe(first.etag)
  })
})

// fetch decodes answers; this shows them as they come.
const raw = (path: string, options: http.RequestOptions = {}) =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const request = http.request(world.base + path, options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    request.on('error', reject)
    request.end()
  })

describe('codings and methods', () => {
  test('br and gzip hold the same bytes, each with an entity tag of its own', async () => {
    await world.publish([{ resource: 'biographies', slug: '2000-long', years: [2000] }])
    const path = '/v1/biographies/2000-long'
    const plain = await raw(path)
    const br = await raw(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    const gzip = await raw(path, { headers: { 'accept-encoding': 'gzip;q=1, br;q=0.5' } })
    expect([
      plain.headers['content-encoding'],
      br.headers['content-encoding'],
      gzip.headers['content-encoding'],
    ]).toEqual([undefined, 'br', 'gzip'])
    expect(brotliDecompressSync(br.body)).toEqual(plain.body)
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    for (const { headers, body } of [plain, br, gzip]) expect(headers.etag).toBe(`"${sha256(body)}"`)
    const held = await raw(path, { headers: { 'accept-encoding': 'br', 'if-none-match': br.headers.etag } })
    expect(held.status).toBe(304)
    const other = await raw(path, { headers: { 'if-none-match': br.headers.etag } })
    expect(other.status).toBe(200)
  })

  test('HEAD has the headers of GET and no body', async () => {
    for (const path of ['/v1/laureates/anna', '/v1/laureates/nobody', '/v1/laureates?x=1', '/healthz']) {
      const get = await raw(path)
      const head = await raw(path, { method: 'HEAD' })
      const { date: _get, ...expected } = get.headers
      const { date: _head, ...headers } = head.headers
      expect(headers).toEqual(expected)
      expect(head.status).toBe(get.status)
      expect(head.body.length).toBe(0)
    }
  })

  test('only reading is possible', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']) {
      const answer = await raw('/v1/laureates/anna', { method })
      expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, 'GET, HEAD, OPTIONS'])
      expect(answer.headers['content-type']).toBe('application/problem+json')
    }
    const options = await raw('/v1/laureates/anna', { method: 'OPTIONS' })
    expect([options.status, options.headers['access-control-allow-methods']]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
    ])
  })
})

test('what is published shows within a second', async () => {
  const id = '44444444-4444-4444-8444-444444444444'
  const waits: number[] = []
  // A busy machine may pause in any one of them.
  for (const sortKey of ['first', 'second', 'third', 'fourth']) {
    await world.publish([{ resource: 'laureates', id, slug: 'fresh', sortKey }])
    waits.push(world.seen.afterMs)
    expect(await (await world.get('/v1/laureates/fresh')).text()).toContain(sortKey)
  }
  expect(Math.min(...waits)).toBeLessThan(1000)
})
