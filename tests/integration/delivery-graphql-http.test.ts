import { createHash, randomUUID } from 'node:crypto'
import net from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql'
import { serverAudits } from 'graphql-http'
import { beforeAll, describe, expect, test } from 'vitest'
import { graphqlApi } from '@/graphql'
import { useWorld } from './delivery-world'

const world = useWorld()
const modern = 'application/graphql-response+json'

beforeAll(async () => {
  await world.publish([
    { resource: 'laureates', slug: 'anna', locales: ['en', 'sv'], years: [2000] },
    { resource: 'biographies', slug: '2000-anna', years: [2000] },
  ])
})

const address = (parameters: Record<string, string>) => `/graphql?${new URLSearchParams(parameters)}`
const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${world.base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const names = '{ laureate(slug: "anna", locale: "sv") { name { text locale } } }'
const sha = (text: string) => createHash('sha256').update(text).digest('hex')

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${world.base}/graphql` })
  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn()
    expect(result.status === 'ok' ? undefined : result.reason).toBe(undefined)
  })
  test('is audited', () => expect(audits.length).toBeGreaterThan(50))

  test('the status tells of errors to those who accept the newer form, and never of them in the older', async () => {
    for (const query of [
      '{',
      '{ x }',
      'mutation { x }',
      '{ laureates(limit: 999) { nextCursor } }',
      'query A { __typename } query B { __typename }',
    ]) {
      const old = await world.get(address({ query }), { accept: 'application/json' })
      const young = await world.get(address({ query }), { accept: modern })
      expect([query, old.status, young.status]).toEqual([query, 200, 400])
      expect(young.headers.get('content-type')).toBe(`${modern}; charset=utf-8`)
      expect([old.headers.get('cache-control'), young.headers.get('cache-control')]).toEqual([
        'no-store',
        'no-store',
      ])
      const [before, after] = [await old.json(), await young.json()]
      expect(before).toEqual(after)
      expect(before).toMatchObject({
        errors: [{ message: expect.any(String), extensions: { code: expect.any(String) } }],
      })
      expect(before).not.toHaveProperty('data')
    }
  })

  test.each([
    ['application/json', 'application/json'],
    ['*/*', 'application/json'],
    ['text/html', 'application/json'],
    [`${modern}, application/json;q=0.9`, modern],
    [`application/json, ${modern};q=0.5`, 'application/json'],
    [`${modern};q=0`, 'application/json'],
  ])('who accepts %s gets %s', async (accept, type) => {
    const answer = await world.get(address({ query: names }), { accept })
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    expect(await answer.json()).toEqual({ data: { laureate: { name: { text: 'anna (sv)', locale: 'sv' } } } })
  })
})

describe('headers', () => {
  test('are those of other answers', async () => {
    const { headers } = await world.get(address({ query: names }))
    expect(headers.get('cache-control')).toBe(
      'public, max-age=0, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400',
    )
    expect(headers.get('content-language')).toBe('sv')
    expect(headers.get('vary')).toBe('Accept-Encoding, Accept')
    expect(headers.get('cache-tag')).toBe('graphql')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/)
  })

  test('a held answer is not sent again to GET, and always to POST', async () => {
    const etag = (await world.get(address({ query: names }))).headers.get('etag') ?? ''
    expect((await world.get(address({ query: names }), { 'if-none-match': etag })).status).toBe(304)
    expect((await post({ query: names }, { 'if-none-match': etag })).status).toBe(200)
  })

  test('HEAD has no body, and long answers are compressed', async () => {
    const head = await fetch(world.base + address({ query: names }), { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const query = '{ biography(slug: "2000-anna") { long { text } } }'
    const heard = await world.speak(
      `GET ${address({ query })} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n`,
    )
    expect(heard).toContain('Content-Encoding: br')
    const body = Buffer.from(heard.slice(heard.indexOf('\r\n\r\n') + 4), 'latin1')
    expect(brotliDecompressSync(body).toString()).toContain('Long. Long.')
  })

  test('OPTIONS allows POST with JSON from any website', async () => {
    const { status, headers } = await fetch(`${world.base}/graphql`, { method: 'OPTIONS' })
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, OPTIONS')
    expect(headers.get('access-control-allow-headers')).toContain('Content-Type')
    expect(headers.get('access-control-allow-origin')).toBe('*')
  })

  test('other methods are refused, and POST only goes to /graphql', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await fetch(`${world.base}/graphql`, { method })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
    }
    const elsewhere = await fetch(`${world.base}/v1/laureates`, { method: 'POST', body: '{}' })
    expect([elsewhere.status, elsewhere.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })
})

describe('what is no request', () => {
  test.each([
    ['a list of requests', [{ query: names }, { query: names }], undefined],
    ['a text', '"{ __typename }"', undefined],
    ['no JSON', '{', undefined],
    ['an unknown member', { query: names, operation: 'A' }, 'operation'],
    ['a query of another type', { query: 1 }, 'query'],
    ['nothing', {}, 'query'],
    ['no document and no hash', { query: null, extensions: {} }, 'query'],
    ['nested variables', { query: names, variables: { a: { b: 1 } } }, 'variables'],
    [
      'deep variables',
      `{"query":"{ __typename }","variables":{"a":${'['.repeat(15_000)}${']'.repeat(15_000)}}}`,
      'variables',
    ],
  ])('%s', async (_name, body, parameter) => {
    const answer = await post(body)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    expect((await answer.json()).parameter).toBe(parameter)
  })

  test('one of more than 32 KiB', async () => {
    expect((await post({ query: `# ${'x'.repeat(32_600)}\n${names}` })).status).toBe(200)
    const answer = await post({ query: `# ${'x'.repeat(33_000)}\n${names}` })
    expect([answer.status, answer.headers.get('connection')]).toEqual([413, 'close'])
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/graphql',
  ])('POST as %s', async (type) => {
    const answer = await post(JSON.stringify({ query: names }), { 'content-type': type })
    expect([answer.status, answer.headers.get('connection')]).toEqual([415, 'close'])
  })

  test('a body without length that does not end, and one in a content coding', async () => {
    const head = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    expect(await world.speak(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}`)).toMatch(
      /^HTTP\/1\.1 413 /,
    )
    // Refused before anything of it has come.
    const announced = performance.now()
    expect(await world.speak(`${head}Content-Length: 40000\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /)
    expect(performance.now() - announced).toBeLessThan(10_000)
    expect(await world.speak(`${head}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}`)).toMatch(
      /^HTTP\/1\.1 415 /,
    )
    expect((await world.get('/v1/laureates/anna')).status).toBe(200)
  })

  test.each([
    ['?query=%7B__typename%7D&query=%7B__typename%7D', 'query'],
    ['?query=%7B__typename%7D&x=1', 'x'],
    ['?query=%7B__typename%7D&variables=1', 'variables'],
    ['?query=%7B__typename%7D&extensions=[]', 'extensions'],
    ['?query=', 'query'],
    ['', 'query'],
    ['?variables={}', 'query'],
  ])('GET %s', async (search, parameter) => {
    for (const accept of ['application/json', modern]) {
      const answer = await world.get(`/graphql${search}`, { accept })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
      expect((await answer.json()).parameter).toBe(parameter)
    }
  })

  test('an address that is not quite that of GraphQL', async () => {
    for (const path of ['/graphql/', '/graphqlx', '/v1/graphql', '/GRAPHQL/x'])
      expect([path, (await world.get(path)).status]).toEqual([path, 404])
  })
})

describe('persisted queries', () => {
  const query = '{ laureates(limit: 11) { data { slug } } }'
  const extensions = (hash: string, version = 1) =>
    JSON.stringify({ persistedQuery: { version, sha256Hash: hash } })

  test('a hash is known after the document came with it once', async () => {
    const hash = sha(query)
    for (const [accept, status] of [
      ['application/json', 200],
      [modern, 404],
    ] as const) {
      const unknown = await world.get(address({ extensions: extensions(hash) }), { accept })
      expect([unknown.status, unknown.headers.get('cache-control')]).toEqual([status, 'no-store'])
      expect(await unknown.json()).toEqual({
        errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      })
    }
    const whole = await world.get(address({ query, extensions: extensions(hash) }))
    expect(whole.status).toBe(200)
    const short = await world.get(address({ extensions: extensions(hash) }))
    expect([short.status, short.headers.get('etag')]).toEqual([200, whole.headers.get('etag')])
  })

  test('a document under a hash that is not its own is refused and not kept', async () => {
    const hash = sha('another')
    for (const [accept, status] of [
      ['application/json', 200],
      [modern, 400],
    ] as const) {
      const answer = await world.get(address({ query, extensions: extensions(hash) }), { accept })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        status,
        `${accept}; charset=utf-8`,
      ])
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'bad-value' } }] })
    }
    expect((await world.get(address({ extensions: extensions(hash) }), { accept: modern })).status).toBe(404)
    expect(await (await world.get(address({ extensions: extensions(hash, 2) }))).json()).toMatchObject({
      errors: [{ message: 'PersistedQueryNotSupported' }],
    })
  })

  test('a document that is refused is not kept', async () => {
    const bad = '{ laureates { nothing } }'
    await world.get(address({ query: bad, extensions: extensions(sha(bad)) }))
    expect((await world.get(address({ extensions: extensions(sha(bad)) }), { accept: modern })).status).toBe(
      404,
    )
  })
})

test('the schema tells of itself', async () => {
  const { data } = await (await post({ query: getIntrospectionQuery() })).json()
  const schema = buildClientSchema(data)
  expect(printSchema(lexicographicSortSchema(schema))).toBe(
    printSchema(lexicographicSortSchema(graphqlApi().schema)),
  )
})

describe('trouble', () => {
  test.each([
    [{ query: '' }, 'query', 'a GraphQL document, not empty'],
    [{ query: names, operationName: 5 }, 'operationName', 'a name of GraphQL'],
    [
      { query: names, variables: { a: { b: 1 } } },
      'variables',
      'a JSON object of texts, numbers, true, false, null and lists of these',
    ],
    [{ query: names, extensions: [] }, 'extensions', 'a JSON object'],
  ])('%j is told what may stand there', async (body, parameter, allowed) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ parameter, allowed: [allowed] })
  })

  test('nested variables in an address are told the same', async () => {
    const answer = await world.get(address({ query: names, variables: '{"a":{"b":1}}' }))
    expect(await answer.json()).toMatchObject({
      parameter: 'variables',
      allowed: [expect.stringContaining('lists of these')],
    })
  })

  test('is not that somebody hangs up', async () => {
    const socket = net.connect(world.delivery.port, '127.0.0.1')
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(world.reports).toEqual([])
  })

  test('a body that is not as the contract says is an internal error that tells nothing', async () => {
    const id = randomUUID()
    await world.publish([{ resource: 'laureates', id, slug: 'broken' }])
    await world.writer.query(
      `with b as (insert into published.bodies values ($1, $2) returning sha256) update published.current set sha256 = (select sha256 from b) where document_id = $3`,
      [sha('{"id":"secretive"}'), Buffer.from('{"id":"secretive"}'), id],
    )
    const answer = await post({ query: '{ laureate(slug: "broken") { slug } }' })
    const text = await answer.text()
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      500,
      'application/problem+json',
      'no-store',
    ])
    expect(text).not.toMatch(/secretive|non-nullable|slug|at \w+/)
    expect(world.reports.splice(0).map(String)).toEqual([expect.stringContaining('non-nullable')])
  })
})
