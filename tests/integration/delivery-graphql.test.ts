import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { isObjectType, type GraphQLOutputType } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { includedResource, includes, resourceNames, schemaName, type ResourceName } from '@/contract'
import { graphqlApi, limits } from '@/graphql'
import { asGraphql, selectNamed } from '../graphql-selection'
import { randomMembers } from '../random-resource'
import { useWorld } from './delivery-world'

const world = useWorld()
const { schema, roots } = graphqlApi()

const anna = randomUUID()
const bo = randomUUID()
const first = randomUUID()
const second = randomUUID()
const biography = randomUUID()
const contact = randomUUID()
const release = randomUUID()
const edition = randomUUID()
const picture = randomUUID()

beforeAll(async () => {
  const about = {
    facets: { laureates: [anna, bo], biography, contacts: [contact], media: [picture], prizes: ['peace'] },
  }
  await world.publish([
    {
      resource: 'laureates',
      id: anna,
      slug: 'anna',
      locales: ['en', 'sv'],
      years: [2000],
      facets: { citations: [first, second], media: [picture] },
    },
    {
      resource: 'laureates',
      id: bo,
      slug: 'bo',
      years: [2000],
      facets: { citations: [first], kind: 'person' },
    },
    { resource: 'laureates', slug: 'only-swedish', locales: ['sv'], years: [1990] },
    { resource: 'citations', id: first, slug: '2000-first', years: [2000], ...about },
    { resource: 'citations', id: second, slug: '2001-second', years: [2001], facets: { laureates: [anna] } },
    {
      resource: 'biographies',
      id: biography,
      slug: '2000-first',
      years: [2000],
      facets: { citations: [first], laureates: [anna, bo] },
    },
    { resource: 'press-contacts', id: contact, slug: contact, facets: { languages: ['pt'], desk: 'media' } },
    {
      resource: 'press-contacts',
      slug: randomUUID(),
      facets: { languages: ['sv'], international: true, desk: 'media' },
    },
    { resource: 'media', id: picture, slug: picture },
    {
      resource: 'press-releases',
      id: release,
      slug: '2000-news',
      years: [2000],
      facets: { citations: [first], edition, media: [picture], type: 'announcement' },
    },
    {
      resource: 'editions',
      id: edition,
      slug: 'peace/2000',
      years: [2000],
      facets: {
        prizes: ['peace'],
        status: 'announced',
        citations: [first],
        laureates: [anna, bo],
        contacts: [contact],
      },
    },
  ])
})

const address = (query: string, variables?: object) =>
  `/graphql?${new URLSearchParams({ query, ...(variables ? { variables: JSON.stringify(variables) } : {}) })}`
type Answer = {
  data?: Record<string, never>
  errors?: { message: string; extensions: Record<string, unknown> }[]
}
const ask = async (query: string, variables?: object): Promise<Answer> =>
  (await world.get(address(query, variables))).json() as Promise<Answer>
const rest = async (path: string) => (await world.get(path)).json()
const rootOf = (resource: ResourceName, kind: 'list' | 'single') =>
  [...roots].find(
    ([, root]) => 'resource' in root && root.resource === resource && root.kind === kind,
  )?.[0] ?? ''
const typeOf = (name: string) => schema.getType(name) as GraphQLOutputType
const literal = (value: unknown) => JSON.stringify(value)

describe('the same values as REST', () => {
  test.each(resourceNames)('of random %s', async (resource) => {
    const name = schemaName(resource)
    const one = rootOf(resource, 'single')
    await fc.assert(
      fc.asyncProperty(randomMembers(name), async (members) => {
        const slug =
          resource === 'editions'
            ? `peace/${fc.sample(fc.integer({ min: 1, max: 9999 }), 1)[0]}`
            : randomUUID()
        const [id] = await world.publish([{ resource, slug, members }])
        for (const locale of ['en', 'sv']) {
          const expected = await rest(`/v1/${resource}/${slug}?locale=${locale}`)
          const query = `{ ${one}(slug: ${literal(slug)}, locale: "${locale}") ${selectNamed(name)} }`
          expect(await ask(query)).toEqual({ data: { [one]: asGraphql(expected, typeOf(name)) } })
        }
        await world.publish([], { withdraw: [id as string] })
      }),
      { numRuns: 3 },
    )
  })

  test.each([
    ['laureates', { locale: 'sv', fallback: 'declared', sort: '-name', limit: 2 }],
    ['laureates', { locale: 'sv', fallback: 'none', q: 'swed' }],
    ['laureates', { year: 2000, yearTo: 2001, kind: 'person' }],
    ['citations', { prize: 'peace' }],
    ['editions', { yearTo: 2000 }],
    ['biographies', { sort: 'title' }],
    ['press-releases', { type: 'announcement' }],
    ['press-contacts', { language: 'pt', desk: 'media' }],
  ] as const)('of the list of %s with %o', async (resource, given) => {
    const root = rootOf(resource, 'list')
    const type = `${schemaName(resource)}List`
    const expected = await rest(
      `/v1/${resource}?${new URLSearchParams(Object.entries(given).map(([name, value]) => [name, String(value)]))}`,
    )
    const known = schema.getQueryType()?.getFields()[root]?.args ?? []
    const typeName = (name: string) => String(known.find((each) => each.name === name)?.type)
    const names = Object.keys(given)
    const query = `query (${names.map((name) => `$${name}: ${typeName(name)}`).join(' ')}) { ${root}(${names.map((name) => `${name}: $${name}`).join(' ')}) ${selectNamed(type)} }`
    expect(await ask(query, given)).toEqual({ data: { [root]: asGraphql(expected, typeOf(type)) } })
  })

  test('of a search', async () => {
    const hit = { slug: 'anna', title: { text: 'Anna', locale: 'sv', isFallback: false }, years: [2000] }
    await world.writer.query(
      `insert into published.search (resource, document_id, sha256, readers, hit, texts, year, ranked, words)
       select resource, document_id, sha256, '{sv declared}', $2, '[]', 2000, v, v
         from published.current, to_tsvector('simple', 'anna') v
        where document_id = $1 and locale = 'sv' and fallback = 'declared'`,
      [anna, JSON.stringify(hit)],
    )
    const expected = await rest('/v1/search?q=anna&locale=sv&type=laureates,press-releases')
    expect(expected.data).toMatchObject([{ slug: 'anna' }])
    const query = `{ search(q: "anna", locale: "sv", type: ["laureates", "press-releases"]) ${selectNamed('SearchResult')} }`
    expect(await ask(query)).toEqual({ data: { search: asGraphql(expected, typeOf('SearchResult')) } })
  })

  test('of the current edition', async () => {
    const { slug } = await rest('/v1/editions/current')
    expect(await ask('{ currentEdition { slug } }')).toEqual({ data: { currentEdition: { slug } } })
    expect(await ask('{ currentEdition(prize: "chess") { slug } }')).toEqual({
      data: { currentEdition: null },
    })
  })

  test('of a press kit', async () => {
    const expected = await rest('/v1/press-kits/peace/2000')
    expect(expected.texts.length).toBeGreaterThan(1)
    const query = `{ pressKit(slug: "peace/2000") ${selectNamed('PressKit')} }`
    expect(await ask(query)).toEqual({ data: { pressKit: asGraphql(expected, typeOf('PressKit')) } })
    for (const slug of ['peace/1999', 'peace/2000.zip', 'peace', ''])
      expect(await ask(`{ pressKit(slug: ${literal(slug)}) { year } }`)).toEqual({ data: { pressKit: null } })
  })

  const cases = resourceNames.flatMap((resource) =>
    includes[resource].map((name) => [resource, name] as const),
  )
  test.each(cases)('%s include %s', async (resource, name) => {
    const slug = {
      laureates: 'anna',
      citations: '2000-first',
      editions: 'peace/2000',
      biographies: '2000-first',
      'press-releases': '2000-news',
      'press-contacts': '',
      media: '',
    }[resource]
    const root = rootOf(resource, 'single')
    const type = schemaName(includedResource[name])
    const { included } = await rest(`/v1/${resource}/${slug}?locale=sv&include=${name}`)
    const { data } = await ask(
      `{ ${root}(slug: ${literal(slug)}, locale: "sv") { included { ${name} ${selectNamed(type)} } } }`,
    )
    const expected =
      name === 'biography'
        ? asGraphql(included[name], typeOf(type))
        : included[name].map((each: unknown) => asGraphql(each, typeOf(type)))
    expect(data).toEqual({ [root]: { included: { [name]: expected } } })
    expect(JSON.stringify(expected)).toContain('slug')
  })
})

test('every resource of the contract is there, once and in a list, with all its members', () => {
  for (const resource of resourceNames) {
    expect([resource, rootOf(resource, 'single') !== '', rootOf(resource, 'list') !== '']).toEqual([
      resource,
      true,
      true,
    ])
    const type = schema.getType(schemaName(resource))
    expect(isObjectType(type) && Object.keys(type.getFields())).toEqual(
      expect.arrayContaining(['id', 'slug', 'updatedAt']),
    )
  }
})

describe('what is not public', () => {
  test('is null, whether it never was, is in another language, was taken down, or is no slug at all', async () => {
    const [id] = await world.publish([{ resource: 'laureates', slug: 'once' }])
    await world.publish([], { withdraw: [id as string] })
    for (const slug of [
      'nobody',
      'only-swedish',
      'once',
      '',
      'a/b',
      '../laureates',
      'anna.jsonld',
      'anna?x=1',
      'x'.repeat(400),
      "' or 1=1",
    ]) {
      const answer = await world.get(
        address('query($slug: String!) { laureate(slug: $slug) { slug } }', { slug }),
      )
      expect([slug, await answer.text()]).toEqual([slug, '{"data":{"laureate":null}}'])
    }
    expect(await ask('{ laureate(slug: "only-swedish", locale: "sv") { slug } }')).toEqual({
      data: { laureate: { slug: 'only-swedish' } },
    })
    expect(await ask('{ edition(slug: "current") { slug } pressContact(slug: "x.vcf") { slug } }')).toEqual({
      data: { edition: null, pressContact: null },
    })
    expect(await ask('{ laureate(slug: "anna", locale: "de", fallback: none) { slug } }')).toEqual({
      data: { laureate: null },
    })
  })

  test('is in no list, no relation and no total', async () => {
    const { data } = await ask(
      '{ citation(slug: "2000-first", locale: "sv", fallback: none) { slug } laureates(locale: "sv", fallback: none) { meta { total } data { slug included { citations { slug } } } } }',
    )
    expect(data).toEqual({
      citation: null,
      laureates: {
        meta: { total: 2 },
        data: [
          { slug: 'anna', included: { citations: [] } },
          { slug: 'only-swedish', included: { citations: [] } },
        ],
      },
    })
  })

  test('a former address finds the resource at its present one', async () => {
    const [id] = await world.publish([{ resource: 'laureates', slug: 'old-name' }])
    await world.publish([{ resource: 'laureates', id: id as string, slug: 'new-name' }])
    expect(await ask('{ laureate(slug: "old-name") { slug } }')).toEqual({
      data: { laureate: { slug: 'new-name' } },
    })
    await world.publish([], { withdraw: [id as string] })
  })
})

describe('pages', () => {
  test('follow each other by nextCursor until it is null', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const { data }: Answer = await ask(
        'query($cursor: String) { laureates(limit: 1, sort: "-year", cursor: $cursor) { data { slug } nextCursor } }',
        { cursor },
      )
      const page = data?.['laureates'] as unknown as { data: { slug: string }[]; nextCursor: string | null }
      seen.push(...page.data.map(({ slug }) => slug))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen.toSorted()).toEqual(['anna', 'bo'])
  })

  test.each([
    ['limit: 0', 'limit'],
    ['limit: 201', 'limit'],
    ['year: 2001, yearTo: 2000', 'yearTo'],
    ['country: "XX"', 'country'],
    ['wikidata: "42"', 'wikidata'],
    ['cursor: "abc"', 'cursor'],
    ['prize: "Peace!"', 'prize'],
    ['q: ""', 'q'],
  ])('%s is refused as REST refuses it, and costs no query', async (given, argument) => {
    const query = `{ laureates(${given}) { data { slug } } }`
    const { status } = await world.get(
      `/v1/laureates?${given.replaceAll('"', '').replaceAll(': ', '=').replaceAll(', ', '&')}`,
    )
    expect(status).toBe(400)
    expect(
      await world.queriesOf(async () => {
        expect(await ask(query)).toMatchObject({
          errors: [{ extensions: { code: 'bad-value', argument, allowed: [expect.any(String)] } }],
        })
      }),
    ).toBe(0)
  })

  test('a value that the schema does not have is refused, in the query and in variables', async () => {
    for (const [query, variables] of [
      ['{ laureates(sort: "birth") { data { slug } } }', undefined],
      ['{ laureates(locale: "xx") { data { slug } } }', undefined],
      ['query($l: Locale) { laureates(locale: $l) { data { slug } } }', { l: 'xx' }],
      ['query($l: Locale) { laureates(locale: $l) { data { slug } } }', { l: ['sv', 'en'] }],
      ['query($q: String!) { search(q: $q) { data { slug } } }', { q: '\ud800' }],
      ['query($q: String!) { search(q: $q) { data { slug } } }', {}],
    ] as const) {
      const answer = await ask(query, variables)
      expect([query, answer.data, answer.errors?.length]).toEqual([query, undefined, 1])
    }
  })
})

describe('what it costs', () => {
  const nested = `{ laureates(sort: "name") { data { slug included { citations { slug included { laureates { slug } biography { slug } contacts { name } releases { slug } } } } } } }`

  test('one query for a field of the query and one for a field of included, however many they belong to', async () => {
    expect(await world.queriesOf(() => ask('{ laureates { data { slug } } }'))).toBe(1)
    expect(await world.queriesOf(() => ask(nested))).toBe(6)
    expect(
      await world.queriesOf(() =>
        ask(
          '{ a: laureate(slug: "anna") { slug } b: citation(slug: "2000-first") { slug } search(q: "x") { meta { total } } }',
        ),
      ),
    ).toBe(3)
    expect(await world.queriesOf(() => ask('{ __typename __schema { queryType { name } } }'))).toBe(0)
    expect(limits.statements).toBe(8)
  })

  test('never more than is counted beforehand, for random questions', async () => {
    const names = fc.letrec<{ citations: string; laureates: string }>((tie) => ({
      citations: fc.oneof(
        { maxDepth: 2 },
        fc.constant('{ slug }'),
        tie('laureates').map((inner) => `{ slug included { laureates ${inner} contacts { slug } } }`),
      ),
      laureates: fc.oneof(
        { maxDepth: 2 },
        fc.constant('{ slug }'),
        tie('citations').map((inner) => `{ slug included { citations ${inner} } }`),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(names.laureates, fc.integer({ min: 1, max: 200 }), async (inner, limit) => {
        const query = `{ laureates(limit: ${limit}) { data ${inner} } }`
        const expected = 1 + (inner.match(/citations|laureates|contacts/g) ?? []).length
        const { length } = query
        const count = await world.queriesOf(() => ask(query))
        expect([length, count <= expected]).toEqual([length, true])
      }),
      { numRuns: 15 },
    )
  })

  test('nothing when it was asked before, however it is written and by which method', async () => {
    const query = 'query A($l: Locale) { laureates(locale: $l, limit: 7) { data { slug } } }'
    await ask(query, { l: 'sv' })
    const others = [
      () =>
        world.get(
          address(
            `# a comment\nquery A($l: Locale) {\n  laureates(locale: $l limit: 7) { data { slug, } }\n}`,
            { l: 'sv' },
          ),
        ),
      () => world.get(`${address(query, { l: 'sv', unused: 1 })}&operationName=A`),
      () =>
        fetch(`${world.base}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables: { l: 'sv' } }),
        }),
      () => world.get(address(query, { l: 'sv' })),
    ]
    for (const other of others) {
      expect(await world.queriesOf(async () => expect((await other()).status).toBe(200))).toBe(0)
    }
    expect(await world.queriesOf(() => ask(query, { l: 'de' }))).toBe(1)
  })

  test('once, however many ask at the same time', async () => {
    const query = '{ laureates(limit: 9) { data { slug } } }'
    expect(await world.queriesOf(() => Promise.all(Array.from({ length: 20 }, () => ask(query))))).toBe(1)
  })

  test('whatever is published makes it anew', async () => {
    const query = '{ laureates(q: "fresh") { meta { total } } citation(slug: "2001-second") { slug } }'
    expect(await ask(query)).toMatchObject({ data: { laureates: { meta: { total: 0 } } } })
    const [id] = await world.publish([{ resource: 'laureates', slug: 'fresh' }])
    expect(await ask(query)).toMatchObject({ data: { laureates: { meta: { total: 1 } } } })
    await world.publish([], { withdraw: [id as string] })
    expect(await ask(query)).toMatchObject({ data: { laureates: { meta: { total: 0 } } } })
  })
})

test('nothing was reported', () => {
  expect(world.reports).toEqual([])
})
