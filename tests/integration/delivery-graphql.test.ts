import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { isObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { includedResource, includes, resourceNames, schemaName } from '@/contract'
import { asGraphql, selectNamed } from '../graphql-selection'
import { randomMembers } from '../random-resource'
import { anna, literal, rootOf, schema, typeOf, useGraphqlWorld } from './graphql-world'

// What GraphQL tells is what REST tells.

const { world, ask, rest } = useGraphqlWorld()

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

test('nothing was reported', () => {
  expect(world.reports).toEqual([])
})
