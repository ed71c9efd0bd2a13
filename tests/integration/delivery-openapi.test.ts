import { readFileSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openapi } from '@/contract'
import { startTestDelivery, useWorld } from './delivery-world'

// The document is taken at its word: what it allows is sent and the answers are held against it.

const world = useWorld()
const ids = {
  anna: '66666666-6666-4666-8666-666666666661',
  contact: '66666666-6666-4666-8666-666666666662',
  citation: '66666666-6666-4666-8666-666666666663',
  bio: '66666666-6666-4666-8666-666666666664',
  media: '66666666-6666-4666-8666-666666666665',
}
const file = 'abcdefghijklmnopqrst'

type Schema = {
  type?: string
  enum?: string[]
  items?: Schema
  minimum?: number
  maximum?: number
  pattern?: string
  maxLength?: number
}
type Parameter = { name: string; in: string; schema: Schema; example?: string; required?: boolean }
type Operation = {
  parameters?: Parameter[]
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
type Document = {
  paths: Record<string, { get: Operation }>
  components: { schemas: Record<string, object>; parameters: Record<string, Parameter> }
}
const document = openapi() as unknown as Document

const addresses: Record<string, string> = {
  '/v1/laureates/{slug}': '/v1/laureates/anna',
  '/v1/citations/{slug}': '/v1/citations/2000-anna',
  '/v1/editions/{prize}/{year}': '/v1/editions/peace/2000',
  '/v1/biographies/{slug}': '/v1/biographies/2000-anna',
  '/v1/press-releases/{slug}': '/v1/press-releases/2000-news',
  '/v1/media/{id}': `/v1/media/${ids.media}`,
  '/v1/media/{id}/{file}': `/v1/media/${ids.media}/${file}.jpg`,
  '/v1/press-kits/{prize}/{year}': '/v1/press-kits/peace/2000',
  '/v1/press-kits/{prize}/{year}.zip': '/v1/press-kits/peace/2000.zip',
  '/v1/press-contacts/{id}': `/v1/press-contacts/${ids.contact}`,
  '/sitemaps/{part}.xml': '/sitemaps/1.xml',
  '/v1/feeds/{locale}/press.atom': '/v1/feeds/en/press.atom',
  '/v1/feeds/{locale}/press.json': '/v1/feeds/en/press.json',
  '/v1/feeds/{locale}/press.ninjs.json': '/v1/feeds/en/press.ninjs.json',
  '/v1/laureates/{slug}.jsonld': '/v1/laureates/anna.jsonld',
  '/v1/citations/{slug}.jsonld': '/v1/citations/2000-anna.jsonld',
  '/v1/press-releases/{slug}.jsonld': '/v1/press-releases/2000-news.jsonld',
  '/v1/laureates/{slug}.head.json': '/v1/laureates/anna.head.json',
  '/v1/citations/{slug}.head.json': '/v1/citations/2000-anna.head.json',
  '/v1/press-releases/{slug}.head.json': '/v1/press-releases/2000-news.head.json',
  '/v1/press-contacts/{id}.vcf': `/v1/press-contacts/${ids.contact}.vcf`,
}
const paths = Object.entries(document.paths).map(([path, { get }]) => ({
  path,
  get,
  address: addresses[path] ?? path,
}))

beforeAll(async () => {
  await world.publish([
    {
      resource: 'laureates',
      id: ids.anna,
      slug: 'anna',
      years: [2000],
      facets: { citations: [ids.citation] },
    },
    {
      resource: 'press-contacts',
      id: ids.contact,
      slug: ids.contact,
      facets: { languages: ['pt'], desk: 'media' },
    },
    { resource: 'media', id: ids.media, slug: ids.media },
    {
      resource: 'biographies',
      id: ids.bio,
      slug: '2000-anna',
      years: [2000],
      facets: { citations: [ids.citation], laureates: [ids.anna] },
    },
    {
      resource: 'press-releases',
      slug: '2000-news',
      years: [2000],
      facets: { citations: [ids.citation], type: 'announcement', prizes: ['peace'] },
    },
    {
      resource: 'editions',
      slug: 'peace/2000',
      years: [2000],
      facets: { prizes: ['peace'], citations: [ids.citation], contacts: [ids.contact] },
    },
    {
      resource: 'citations',
      id: ids.citation,
      slug: '2000-anna',
      years: [2000],
      facets: { laureates: [ids.anna], biography: ids.bio, contacts: [ids.contact], prizes: ['peace'] },
    },
  ])
  await world.writer.query(
    `insert into published.files (media_id, name, type, resource, sha256, bytes, credits, updated_at)
     values ($1, $2, 'image/jpeg', 'media', encode(sha256('picture'), 'hex'), 7, '', now())`,
    [ids.media, file],
  )
  await world.writer.query(
    `insert into published.file_parts values (encode(sha256('picture'), 'hex'), 0, 'picture')`,
  )
})

/** The schema of an answer as the document has it, with its references. */
function schemaOf(operation: Operation, status: string, type: string): z.ZodType {
  const found = operation.responses[status] as { $ref?: string } | undefined
  const name = found?.$ref?.split('/').at(-1)
  const described = name
    ? (document as unknown as { components: { responses: Operation['responses'] } }).components.responses[
        name
      ]
    : operation.responses[status]
  const text = JSON.stringify({ ...described?.content?.[type]?.schema, $defs: document.components.schemas })
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')), {
    registry: z.registry(),
  })
}

const queryParameters = (operation: Operation): Parameter[] =>
  (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')

const optional = (operation: Operation): Parameter[] =>
  queryParameters(operation).filter(({ required }) => !required)
/** What must be given, by its example. */
const requiredOf = (operation: Operation): string[][] =>
  queryParameters(operation)
    .filter(({ required }) => required)
    .map(({ name, example }) => [name, String(example)])

function allowedValues({ schema, example, name }: Parameter): string[] {
  if (name === 'cursor') return []
  if (schema.type === 'array') return [schema.items?.enum?.join(',') ?? '', ...(schema.items?.enum ?? [])]
  if (schema.enum) return schema.enum
  if (schema.type === 'integer') return [String(schema.minimum), String(schema.maximum)]
  return [String(example)]
}

function forbiddenValues({ schema }: Parameter): string[] {
  const [known = ''] = schema.items?.enum ?? schema.enum ?? []
  const byType: Record<string, string[]> = {
    array: ['nothing', `${known},${known}`, ','],
    integer: [String(Number(schema.minimum) - 1), String(Number(schema.maximum) + 1), '1.5', '0x1', ' 1'],
    string: schema.enum ? ['nothing', known.toUpperCase().concat('X')] : [],
  }
  const patterned = schema.pattern ? ['<>', '-'] : []
  return ['', '\u0000', 'x'.repeat(5000), ...(byType[schema.type ?? ''] ?? []), ...patterned]
}

describe.each(paths)('$path', ({ get, address }) => {
  test('what the document allows is answered as it says', async () => {
    const [type = ''] = Object.keys(get.responses['200']?.content ?? {})
    const schema = schemaOf(get, '200', type)
    const queries = optional(get).flatMap((parameter) =>
      allowedValues(parameter).map((value) => [parameter.name, value]),
    )
    for (const query of [[], ...queries.map((pair) => [pair])]) {
      const search = new URLSearchParams([...requiredOf(get), ...query]).toString()
      const answer = await world.get(`${address}?${search}`.replace(/\?$/, ''))
      expect([search, answer.status]).toEqual([search, 200])
      const sent = answer.headers.get('content-type')?.split(';')[0] ?? ''
      expect(type.endsWith('/*') ? `${sent.split('/')[0]}/*` : sent).toBe(type)
      const parsed = schema.safeParse(type.endsWith('json') ? await answer.json() : await answer.text())
      expect([search, parsed.error?.issues.slice(0, 3)]).toEqual([search, undefined])
    }
  })

  test('what it forbids is refused with a problem that names the parameter', async () => {
    const schema = schemaOf(
      document.paths['/v1/laureates']?.get as Operation,
      '400',
      'application/problem+json',
    )
    const wrong = queryParameters(get).flatMap((parameter) =>
      forbiddenValues(parameter).map((value) => [parameter.name, value] as const),
    )
    for (const [name, value] of [...wrong, ['unheard-of', '1'] as const]) {
      const answer = await world.get(
        `${address}?${new URLSearchParams([...requiredOf(get).filter(([each]) => each !== name), [name, value]])}`,
      )
      const body = await answer.json()
      expect([name, value.slice(0, 20), answer.status, body.parameter]).toEqual([
        name,
        value.slice(0, 20),
        400,
        name,
      ])
      expect(schema.safeParse(body).success).toBe(true)
    }
  })
})

describe('an answer', () => {
  // What a stranger's program may send along, to change what others get.
  const strange = {
    'accept-language': 'sv, de;q=0.9, ar;q=0.8',
    cookie: 'locale=sv; payload-lng=de; desk-session=x',
    authorization: 'Bearer x',
    origin: 'https://evil.example',
    referer: 'https://evil.example/',
    forwarded: 'host=evil.example;proto=http',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    'x-original-url': '/v1/media',
    'x-http-method-override': 'DELETE',
    'x-middleware-subrequest': 'middleware',
    prefer: 'return=minimal',
  }
  test('is the same whatever else is sent than the address, and says how it may be kept and shown', async () => {
    // It remembers nothing, so that each is made anew.
    const delivery = await startTestDelivery({ databaseUrl: world.database.delivery, memoryBytes: 0 })
    const read = async (target: string, headers: Record<string, string>) => {
      const answer = await fetch(`http://127.0.0.1:${delivery.port}${target}`, {
        headers: { 'accept-encoding': 'identity', ...headers },
        redirect: 'manual',
      })
      const { date: _date, ...sent } = Object.fromEntries(answer.headers)
      return { target, status: answer.status, sent, body: await answer.text() }
    }
    const absent = ['/v1/laureates/nobody', '/v1/laureates?x=1', '/v1/nothing']
    const targets = paths.flatMap(({ get, address }) => {
      const needed = new URLSearchParams(requiredOf(get)).toString()
      const isTold = queryParameters(get).some(({ name }) => name === 'locale')
      const queries = isTold ? [needed, `${needed}&locale=sv`.replace(/^&/, '')] : [needed]
      return queries.map((query) => (query === '' ? address : `${address}?${query}`))
    })
    for (const target of [...targets, ...absent]) {
      const [poisoned, plain] = [await read(target, strange), await read(target, {})]
      expect(poisoned).toEqual(plain)
      expect(plain).toMatchObject({
        target,
        sent: {
          'cache-control': expect.stringMatching(/^(?:public, max-age=|no-store$)/),
          'x-content-type-options': 'nosniff',
          'content-security-policy': expect.stringMatching(/^default-src 'none';.* frame-ancestors 'none'$/),
          'access-control-allow-origin': '*',
        },
      })
      expect(plain.sent).not.toHaveProperty('set-cookie')
      expect(JSON.stringify(poisoned)).not.toContain('evil')
    }
    await delivery.close()
  })
})

test('every address of a resource names all its refusals', () => {
  for (const { path, get } of paths.filter(({ path: each }) => /\{(?:slug|id|year)\}(?!\/)/.test(each))) {
    expect([path, Object.keys(get.responses)]).toEqual([
      path,
      ['200', '304', '308', '400', '404', '405', '408', '410', '414', '431', '503'],
    ])
  }
})

const headOf = (target: string, lines = ''): string => `${target} HTTP/1.1\r\nHost: x\r\n${lines}\r\n`

test.each(Object.entries(document.paths))(
  '%s may be refused before it is read, as it says',
  async (path, item) => {
    const address = addresses[path] ?? path
    const lines = `Connection: close\r\nX: ${'x'.repeat(17_000)}\r\n`
    for (const [status, bytes] of [
      ['405', headOf(`PATCH ${address}`)],
      ['414', headOf(`GET ${address}?${'x'.repeat(8192)}`, 'Connection: close\r\n')],
      ['431', headOf(`GET ${address}`, lines)],
    ] as const) {
      const heard = await world.speak(bytes)
      const [head = '', body = ''] = heard.split('\r\n\r\n')
      expect([path, head.split(' ')[1]]).toEqual([path, status])
      expect(head.toLowerCase().includes('allow: ')).toBe(status === '405')
      for (const operation of Object.values(item)) {
        const schema = schemaOf(operation, status, 'application/problem+json')
        expect(schema.safeParse(JSON.parse(body)).success).toBe(true)
        expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining([status, '408']))
      }
    }
  },
)

test.each(['/openapi.json', '/docs', '/healthz', '/readyz'])(
  '%s is not sent again to who holds it, as it says',
  async (path) => {
    const etag = (await world.get(path)).headers.get('etag') ?? ''
    expect((await world.get(path, { 'if-none-match': etag })).status).toBe(304)
    expect(Object.keys(document.paths[path]?.get.responses ?? {})).toContain('304')
  },
)

test('a file answers with parts, and is never elsewhere', () => {
  expect(Object.keys(document.paths['/v1/media/{id}/{file}']?.get.responses ?? {})).toEqual([
    '200',
    '206',
    '304',
    '400',
    '404',
    '405',
    '408',
    '410',
    '414',
    '416',
    '431',
    '503',
  ])
})

test('the committed document is the one that is served, and follows the rules of OpenAPI', async () => {
  const committed = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')
  const served = await (await world.get('/openapi.json')).json()
  expect(JSON.parse(committed)).toEqual(served)
  const config = await createConfig({ extends: ['recommended'] })
  expect(await lintFromString({ source: committed, absoluteRef: 'openapi.json', config })).toEqual([])
})
