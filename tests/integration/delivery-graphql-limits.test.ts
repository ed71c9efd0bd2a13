import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { limits } from '@/graphql'
import { useWorld, type Item } from './delivery-world'

// Deep, wide and large questions: each is refused by the limit that it passes, and costs no statement.

const world = useWorld()
const people = Array.from({ length: 30 }, () => randomUUID())
const awards = Array.from({ length: 30 }, () => randomUUID())

beforeAll(async () => {
  await world.publish([
    // Everybody holds everything: what a few questions multiply.
    ...people.map((id, n): Item => ({
      resource: 'laureates',
      id,
      slug: `person-${n}`,
      facets: { citations: awards },
    })),
    ...awards.map((id, n): Item => ({
      resource: 'citations',
      id,
      slug: `2000-${n}`,
      years: [2000],
      facets: { laureates: people },
    })),
    ...Array.from({ length: 6 }, (_, n): Item => ({
      resource: 'biographies',
      slug: `2000-${n}`,
      years: [2000],
      members: { sources: 'x'.repeat(900_000) },
    })),
  ])
})

const post = (body: object) =>
  fetch(`${world.base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(body),
  })
/** The answer, and how many statements it cost. */
const counted = async (query: string) => {
  const answers: Response[] = []
  const queries = await world.queriesOf(async () => answers.push(await post({ query })))
  const [answer] = answers
  if (!answer) throw new Error('no answer')
  return { queries, answer }
}
const many = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ')
const one = (inner: string) => `{ laureate(slug: "person-0") { ${inner} } }`
const nest = (levels: number): string =>
  levels === 0 ? 'slug' : `included { citations { included { laureates { ${nest(levels - 1)} } } } }`

// One below, and one above.
const pairs: [limit: string, allowed: string, refused: string][] = [
  [
    'tokens',
    `{ ${many(limits.tokens - 2, () => '__typename')} }`,
    `{ ${many(limits.tokens - 1, () => '__typename')} }`,
  ],
  [
    'depth',
    one(`${nest(2)} included { citations { included { laureates { included { citations { slug } } } } } }`),
    one(nest(3)),
  ],
  [
    'aliases',
    one(many(limits.aliases, (n) => `a${n}: slug`)),
    one(many(limits.aliases + 1, (n) => `a${n}: slug`)),
  ],
  [
    'statements',
    `{ ${many(limits.statements, (n) => `a${n}: laureate(slug: "${n}") { slug }`)} }`,
    `{ ${many(limits.statements + 1, (n) => `a${n}: laureate(slug: "${n}") { slug }`)} }`,
  ],
  [
    'cost',
    '{ laureates(limit: 25) { data { included { citations { included { laureates { slug } } } } } } }',
    '{ laureates(limit: 200) { data { included { citations { included { laureates { included { citations { slug } } } } } } } } }',
  ],
]

describe('one more than is allowed', () => {
  test.each(pairs)('%s', async (limit, allowed, refused) => {
    const before = await (await post({ query: allowed })).json()
    expect(before.errors?.[0].extensions.limit).not.toBe(limit)
    const { queries, answer } = await counted(refused)
    expect([queries, answer.status]).toEqual([0, 400])
    expect(await answer.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining(String(limits[limit as keyof typeof limits])),
          extensions: { code: 'over-limit', limit, allowed: limits[limit as keyof typeof limits] },
        },
      ],
    })
  })
})

describe('hostile questions cost no statement and little time', () => {
  const chain = (spreads: number) =>
    `${one('...f0')} ${many(60, (n) => `fragment f${n} on Laureate { slug ${many(spreads, () => `...f${n + 1}`)} }`)} fragment f60 on Laureate { slug }`
  test.each([
    ['fragments that double', chain(2), 'fields'],
    ['fragments that spread themselves', `${one('...a')} fragment a on Laureate { ...a }`, undefined],
    [
      'a relation under many names',
      one(many(9, (n) => `a${n}: included { citations { slug } }`)),
      'statements',
    ],
    [
      'a relation of a relation in fragments',
      `{ laureates(limit: 200) { data { ...a } } } fragment a on Laureate { included { citations { included { laureates { slug included { citations { title { text } } } } } } } }`,
      'cost',
    ],
    [
      'every member of long pages',
      `{ ${many(6, (n) => `a${n}: biographies(limit: 200) { data { long { blocks { ... on ListBlock { items { text href bold italic } } ... on HeadingBlock { runs { text } } } sections { anchor heading } } } }`)} }`,
      'cost',
    ],
    [
      'the limit by a variable',
      'query($n: Int = 200) { laureates(limit: $n) { data { included { citations { included { laureates { included { citations { slug } } } } } } } } }',
      'cost',
    ],
    [
      'what @skip takes away',
      `{ laureates(limit: 200) { data { included @skip(if: true) { citations { included { laureates { included { citations { slug } } } } } } } } }`,
      'cost',
    ],
    [
      'introspection in circles',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      undefined,
    ],
    [
      'introspection under many names',
      `{ ${many(11, (n) => `a${n}: __schema { types { name } }`)} }`,
      'aliases',
    ],
    [
      'introspection that spreads',
      `{ __schema { types { ...t } } } fragment t on __Type { ${many(60, () => '...u')} } fragment u on __Type { fields { name args { name type { name ofType { name ofType { name } } } } } }`,
      'cost',
    ],
    ['fields that differ', one(many(60, (n) => `a: slug @include(if: ${n % 2 === 0})`)), 'aliases'],
    [
      'variables that nobody asked for',
      `query(${many(190, (n) => `$v${n}: Int`)}) { __typename }`,
      undefined,
    ],
    [
      'arguments in arguments',
      `{ search(q: ${'['.repeat(400)}${']'.repeat(400)}) { meta { total } } }`,
      undefined,
    ],
    ['a long text', `{ search(q: "${'x'.repeat(30_000)}") { meta { total } } }`, undefined],
    ['directives upon directives', one(`slug ${'@skip(if: false) '.repeat(120)}`), undefined],
  ])('%s', async (_name, query, limit) => {
    const started = performance.now()
    const { queries, answer } = await counted(query)
    expect([queries, answer.status]).toEqual([0, 400])
    const { errors } = await answer.json()
    expect(errors[0].extensions.limit).toBe(limit)
    expect(errors.every(({ message }: { message: string }) => message.length < 500)).toBe(true)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('what only reading shows', () => {
  test('more resources than may be read, though each was expected to have a few', async () => {
    const answer = await post({ query: one(nest(2)) })
    expect(answer.status).toBe(400)
    expect((await answer.json()).errors).toMatchObject([{ extensions: { limit: 'documents' } }])
  })

  test('more entries of lists inside resources', async () => {
    const runs = Array.from({ length: 500 }, () => ({ text: 'x' }))
    const blocks = Array.from({ length: 3 }, () => ({ type: 'paragraph', runs }))
    const long = { html: '', text: '', blocks, sections: [], locale: 'en', isFallback: false }
    await world.publish(
      Array.from({ length: 7 }, (_, n): Item => ({
        resource: 'biographies',
        slug: `1999-${n}`,
        years: [1999],
        members: { long },
      })),
    )
    const query = (limit: number) =>
      `{ biographies(year: 1999, limit: ${limit}) { data { long { blocks { ... on ParagraphOrQuoteBlock { runs { text } } } } } } }`
    expect((await post({ query: query(6) })).status).toBe(200)
    const answer = await post({ query: query(7) })
    expect(answer.status).toBe(400)
    expect((await answer.json()).errors).toMatchObject([{ extensions: { limit: 'items' } }])
  })

  test('more bytes of resources', async () => {
    const query = (limit: number) => `{ biographies(limit: ${limit}) { data { slug } } }`
    expect((await post({ query: query(4) })).status).toBe(200)
    const answer = await post({ query: query(5) })
    expect(answer.status).toBe(400)
    expect((await answer.json()).errors).toMatchObject([{ extensions: { limit: 'bodyBytes' } }])
  })
})

test('nothing was reported', () => {
  expect(world.reports).toEqual([])
})
