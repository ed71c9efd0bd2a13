import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '@/graphql'
import { address, useGraphqlWorld } from './graphql-world'

// What an answer costs the database.

const { world, ask } = useGraphqlWorld()

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
