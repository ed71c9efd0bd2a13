import { describe, expect, test } from 'vitest'
import { address, useGraphqlWorld, type Answer } from './graphql-world'

// What is not public, and the pages of what is.

const { world, ask } = useGraphqlWorld()

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

test('nothing was reported', () => {
  expect(world.reports).toEqual([])
})
