import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { startTestDelivery, useWorld } from './delivery-world'

const world = useWorld()

beforeAll(async () => {
  await world.publish([{ resource: 'laureates', slug: 'anna', years: [2000] }])
})

const ask = (target: string) => world.speak(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
const statusOf = (heard: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0)
const isAlive = async () => (await world.get('/v1/laureates/anna')).status === 200

describe('a request that is not allowed is told what is', () => {
  test.each([
    ['?locale', 'locale'],
    ['?limit=1&lo%63ale&q=a', 'locale'],
    ['?locale=en&', undefined],
    ['?=en', undefined],
  ])('what is no pair: %s', async (query, parameter) => {
    const answer = await world.get(`/v1/laureates${query}`)
    expect(answer.status).toBe(400)
    expect((await answer.json()).parameter).toBe(parameter)
  })

  test.each(['/v1/laureates', '/v1/citations', '/v1/press-releases', '/v1/media', '/v1/search'])(
    'words without a letter or a digit, at %s',
    async (path) => {
      for (const q of ['%', '!!', '_', '\\', '…', '❤', ' - ']) {
        const answer = await world.get(`${path}?${new URLSearchParams({ q })}`)
        expect([q, answer.status]).toEqual([q, 400])
        expect(await answer.json()).toMatchObject({
          parameter: 'q',
          allowed: ['at least one letter or digit, at most 200 characters'],
        })
      }
      expect((await world.get(`${path}?q=%25+1`)).status).toBe(200)
    },
  )

  test.each([
    ['?limit=0', 'limit', ['a whole number from 1 to 200']],
    ['?limit=-1', 'limit', ['a whole number from 1 to 200']],
    ['?limit=201', 'limit', ['a whole number from 1 to 200']],
    ['?limit=99999999999999999999', 'limit', ['a whole number from 1 to 200']],
    ['?limit=1e2', 'limit', ['a whole number from 1 to 200']],
    ['?limit=NaN', 'limit', ['a whole number from 1 to 200']],
    ['?limit=10;', 'limit', ['a whole number from 1 to 200']],
    ['?limit=', 'limit', ['a whole number from 1 to 200']],
    ['?year=2001&yearTo=2000', 'yearTo', ['a year from 2001']],
    ['?sort=birth.date', 'sort', ['name', '-name', 'year', '-year']],
    ['?kind=robot', 'kind', ['person', 'organisation']],
    ['?fallback=yes', 'fallback', ['none', 'declared']],
    ['?country=XX', 'country', ['one of the 249 codes of ISO 3166-1 alpha-2, such as SE, or XK']],
    ['?wikidata=42', 'wikidata', [expect.stringContaining('Q42')]],
    ['?q=%22%27', 'q', [expect.stringContaining('letter')]],
    ['?prize=Peace!', 'prize', [expect.stringContaining('slug')]],
    ['?cursor=abc', 'cursor', [expect.stringContaining('links.next')]],
  ])('%s', async (query, parameter, allowed) => {
    const answer = await world.get(`/v1/laureates${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({ status: 400, parameter, allowed })
  })

  test('an unknown parameter, with all that there are', async () => {
    for (const name of [
      'where%5Bname%5D',
      'depth',
      '__proto__',
      'constructor',
      'toString',
      'Locale',
      'hasOwnProperty',
    ]) {
      const answer = await (await world.get(`/v1/laureates?${name}=1`)).json()
      expect(answer).toMatchObject({
        status: 400,
        parameter: decodeURIComponent(name),
        allowed: expect.arrayContaining(['locale', 'q']),
      })
    }
    expect((await world.get('/healthz?x=1')).status).toBe(400)
    expect((await world.get('/openapi.json?x=1')).status).toBe(400)
    expect((await world.get('/v1/laureates/anna?limit=1')).status).toBe(400)
  })

  test('a repeated one', async () => {
    const answer = await (await world.get('/v1/laureates?locale=en&locale=sv')).json()
    expect(answer).toMatchObject({ status: 400, parameter: 'locale', title: 'Repeated parameter' })
  })

  test('a cursor of another list, of another language, or made up', async () => {
    await world.publish([{ resource: 'laureates', slug: 'bo', years: [2000] }])
    const { links } = await (await world.get('/v1/laureates?limit=1')).json()
    const cursor = new URL(links.next, world.base).searchParams.get('cursor') ?? ''
    expect((await world.get(`/v1/laureates?limit=3&fields=id&cursor=${cursor}`)).status).toBe(200)
    for (const query of ['locale=sv', 'year=2000', 'sort=-name', 'fallback=none']) {
      const answer = await (await world.get(`/v1/laureates?${query}&cursor=${cursor}`)).json()
      expect(answer).toMatchObject({
        status: 400,
        parameter: 'cursor',
        detail: expect.stringContaining('other parameters'),
      })
    }
    const [fingerprint] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const id = '11111111-1111-4111-8111-111111111111'
    const forged = [
      [fingerprint],
      [fingerprint, 'x', 'a', id],
      [fingerprint, 1e300, 'a', id],
      [fingerprint, 0, 'a\u0000', id],
      [fingerprint, 0, '\ud800', id],
      [fingerprint, 0, 'a', "' or 1=1"],
      { length: 4 },
      null,
    ]
    for (const parts of forged) {
      const made = Buffer.from(JSON.stringify(parts)).toString('base64url')
      expect((await world.get(`/v1/laureates?cursor=${made}`)).status).toBe(400)
    }
  })
})

describe('poison', () => {
  test.each([
    ['NUL in a value', '/v1/laureates?q=a%00b', 400],
    ['NUL in a path', '/v1/laureates/a%00b', 400],
    ['half a character in a value', '/v1/laureates?q=%ED%A0%80', 400],
    ['half a character in a path', '/v1/laureates/%ED%A0%80', 400],
    ['broken percent-encoding', '/v1/laureates?q=%zz', 400],
    ['broken percent-encoding of a name', '/v1/laureates?%=1', 400],
    ['broken percent-encoding in a path', '/v1/laureates/%', 400],
    ['a pair without a value', '/v1/laureates?locale', 400],
    ['an empty pair', '/v1/laureates?locale=en&', 400],
    ['an override of reading direction', '/v1/laureates/%E2%80%AEanna', 400],
    ['a line end for the headers', '/v1/laureates/anna%0d%0aX-Evil:1', 404],
    ['a way out of the folder', '/v1/laureates/..%2f..%2fetc%2fpasswd', 404],
    ['dots', '/v1/../v1/laureates', 404],
    ['an object of the language', '/v1/__proto__', 404],
    ['an object of the language as resource', '/v1/constructor/x', 404],
    ['SQL', "/v1/laureates/'%20or%201=1--", 404],
    ['a very long slug', `/v1/laureates/${'a'.repeat(5000)}`, 404],
    ['an address of 9 KiB', `/v1/laureates/${'a'.repeat(9000)}`, 414],
    ['an address of 64 KiB', `/v1/laureates/${'a'.repeat(65_536)}`, 431],
    ['no path', '*', 404],
    ['another host in the address', 'http://evil.example/v1/laureates/anna', 200],
  ])('%s', async (_name, target, status) => {
    expect(statusOf(await ask(target))).toBe(status)
    expect(await isAlive()).toBe(true)
  })

  test.each([
    { name: 'without a host', version: '1.1', hosts: '', status: 400 },
    { name: 'with two hosts', version: '1.1', hosts: 'a b', status: 400 },
    { name: 'with the same host twice', version: '1.1', hosts: 'a a', status: 400 },
    { name: 'with one', version: '1.1', hosts: 'a', status: 200 },
    { name: 'of HTTP/1.0 without', version: '1.0', hosts: '', status: 200 },
    { name: 'of HTTP/1.0 with two', version: '1.0', hosts: 'a b', status: 400 },
  ])('a request $name', async ({ version, hosts, status }) => {
    const named = hosts.split(' ').filter(Boolean)
    // Without the wish of the client the server closes only where it refuses.
    const wish = status === 200 ? ['Connection: close'] : []
    const lines = [...named.map((host) => `Host: ${host}`), ...wish]
    for (let again = 0; again < 2; again += 1) {
      const heard = await world.speak(
        `GET /v1/laureates/anna HTTP/${version}\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`,
      )
      expect(statusOf(heard)).toBe(status)
      expect(heard.match(/^Connection: .*$/gim)).toEqual(['Connection: close'])
      expect(heard).toMatch(status === 200 ? /"slug":"anna"/ : /application\/problem\+json/)
    }
  })

  test('bytes that are not HTTP', async () => {
    for (const bytes of [
      '\0\0\0\0\r\n\r\n',
      'GET\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`,
      'GET / HTTP/1.1\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      'CONNECT a:1 HTTP/1.1\r\nHost: x\r\n\r\n',
      Buffer.from([22, 3, 1, 2, 0, 1]),
    ]) {
      const heard = await world.speak(bytes)
      expect([0, 400, 404, 431]).toContain(statusOf(heard))
      expect(heard).not.toMatch(/node:|\.ts|\.mjs|at \w+ \(/)
      expect(await isAlive()).toBe(true)
    }
  })

  test('raw bytes in the address', async () => {
    expect(
      statusOf(
        await world.speak(
          Buffer.from(
            'GET /v1/laureates/\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
            'latin1',
          ),
        ),
      ),
    ).toBe(400)
  })

  test('whatever is asked, the answer is a resource, a list or a problem, and the process lives', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'locale',
        'sv',
        'limit',
        '5',
        'q',
        '=',
        '&',
        '%',
        '%00',
        '%ED%A0%80',
        '..',
        '/',
        '?',
        'v1',
        'laureates',
        'editions',
        'current',
        'cursor',
        '__proto__',
        "'",
        '"',
        '\\',
        ';',
        '+',
        '%F0%9F%8F%86',
        '-1',
        '1e9',
        'include',
        'fields',
      ),
      fc.string({ maxLength: 6 }).map((text) => encodeURIComponent(text.toWellFormed())),
    )
    const target = fc.array(piece, { maxLength: 12 }).map((pieces) => `/v1/laureates${pieces.join('')}`)
    await fc.assert(
      fc.asyncProperty(target, async (path) => {
        const answer = await world.get(path)
        expect([200, 308, 400, 404, 410]).toContain(answer.status)
        expect(answer.headers.get('cache-control')).not.toBeNull()
        const body = await answer.text()
        expect(body).not.toMatch(/select |published\.|node_modules|\.ts:/)
      }),
      { numRuns: 400 },
    )
    expect(world.reports).toEqual([])
  })
})

test('a mistake of the program is told to its log, and to nobody else', async () => {
  const reports: unknown[] = []
  const mistake = new Error('select secretive from published.current at /srv/desk/src/delivery/x.ts:1')
  const delivery = await startTestDelivery({
    databaseUrl: world.database.delivery,
    report: (error) => reports.push(error),
    wrapDatabase: (real) => ({
      ...real,
      query: (statement, values) =>
        statement.name.startsWith('head') ? real.query(statement, values) : Promise.reject(mistake),
      ofOneMoment: () => Promise.reject(mistake),
    }),
  })
  const targets = [
    '/v1/laureates/anna',
    '/v1/laureates',
    '/v1/search?q=anna',
    '/v1/sync',
    '/v1/laureates.csv',
    '/v1/feeds/en/press.atom',
    '/v1/press-kits/peace/2000.zip',
    `/v1/media/00000000-0000-4000-8000-000000000000/${'a'.repeat(20)}.jpg`,
    '/graphql?query={laureates{meta{total}}}',
  ]
  for (const target of targets) {
    reports.length = 0
    const answer = await fetch(`http://127.0.0.1:${delivery.port}${target}`)
    const names = ['content-type', 'cache-control'].map((name) => answer.headers.get(name))
    expect([target, answer.status, ...names]).toEqual([target, 500, 'application/problem+json', 'no-store'])
    expect(JSON.stringify([await answer.text(), ...answer.headers])).not.toMatch(/select|published|srv|\.ts/)
    expect([target, reports]).toEqual([target, [mistake]])
  }
  await delivery.close()
})
