import { expect, test } from 'vitest'
import { createClient, ProblemError, type Singles } from '@/client'
import type { Resource, ResourceName } from '@/contract'
import { useWorld } from './delivery-world'

// The TypeScript client, with the real delivery behind it.

const world = useWorld()
const id = (last: number) => `cccccccc-cccc-4ccc-8ccc-ccccccccccc${last}`

// The types of the client are no wider than those that delivery answers by; else this does not compile.
type Wider = {
  [N in ResourceName]: Singles[N]['resource'] extends Resource<N> ? never : N
}[ResourceName]
const isNarrower: [Wider] extends [never] ? true : Wider = true

type Asked = { path: string; status: number; tag: string | null }

/** A client, and what it asked. */
function open(settings: Partial<Parameters<typeof createClient>[0]> = {}) {
  const asked: Asked[] = []
  const watched: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init)
    const path = new Request(input).url.slice(world.base.length)
    asked.push({ path, status: answer.status, tag: new Headers(init?.headers).get('if-none-match') })
    return answer
  }
  return { asked, api: createClient({ url: world.base, fetch: watched, ...settings }) }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

test('a resource comes whole, trimmed, and with what is included', async () => {
  await world.publish([
    { resource: 'laureates', id: id(1), slug: 'anna', years: [2000], facets: { citations: [id(2)] } },
    {
      resource: 'citations',
      id: id(2),
      slug: '2000-anna',
      years: [2000],
      facets: { laureates: [id(1)], prizes: ['peace'] },
    },
    { resource: 'editions', slug: 'peace/2000', years: [2000], facets: { prizes: ['peace'] } },
  ])
  const { api, asked } = open({ locale: 'sv' })
  const anna = await api.get('laureates', 'anna', { include: ['citations'] })
  expect(anna).toEqual(await (await world.get('/v1/laureates/anna?locale=sv&include=citations')).json())
  expect(anna.included.citations[0]?.slug).toBe('2000-anna')
  expect(anna.name).toMatchObject({ locale: 'en', isFallback: true })
  const part = await api.get('laureates', 'anna', { fields: ['slug', 'kind'] })
  expect(part).toEqual({ slug: 'anna', kind: 'person' })
  expect((await api.get('editions', 'peace/2000')).year).toBe(2000)
  expect((await api.pressKit('peace', 2000)).year).toBe(2000)
  expect((await api.current({ prize: 'peace', fields: ['year'] })).year).toBe(2000)
  expect((await api.form('laureates', 'anna', '.jsonld'))['@context']).toBe('https://schema.org')
  expect(isNarrower).toBe(true)
  expect(asked.map(({ path }) => path)).toContain('/v1/laureates/anna?fields=slug%2Ckind&locale=sv')
})

test('a refusal is a problem that says what is wrong', async () => {
  const { api, asked } = open()
  const absent = await api.get('laureates', 'nobody').catch((error: unknown) => error)
  expect(absent).toBeInstanceOf(ProblemError)
  expect(absent).toMatchObject({ status: 404, code: 'not-found', isAbsent: true })
  // @ts-expect-error: the type already refuses it
  const wrong = await api.page('laureates', { sort: 'age' }).catch((error: unknown) => error)
  expect(wrong).toMatchObject({
    status: 400,
    code: 'bad-value',
    parameter: 'sort',
    allowed: ['name', '-name', 'year', '-year'],
    address: '/v1/laureates?sort=age',
    isAbsent: false,
  })
  expect(asked).toHaveLength(2)
})

test('what was taken down is told from what never was', async () => {
  const [gone = ''] = await world.publish([{ resource: 'laureates', slug: 'gone' }])
  await world.publish([], { withdraw: [gone] })
  await expect(open().api.get('laureates', 'gone')).rejects.toMatchObject({ status: 410, isAbsent: true })
})

test('a former address brings the present resource', async () => {
  const [moving = ''] = await world.publish([{ resource: 'laureates', slug: 'before' }])
  await world.publish([{ resource: 'laureates', id: moving, slug: 'after' }])
  expect((await open().api.get('laureates', 'before')).slug).toBe('after')
})

test('a list is read to its end, each item once, and no page before it is needed', async () => {
  const slugs = Array.from({ length: 7 }, (_, index) => `listed-${index}`)
  await world.publish(
    slugs.map((slug) => ({ resource: 'press-releases' as const, slug, years: [1990], sortKey: slug })),
  )
  const { api, asked } = open()
  const query = { year: 1990, limit: 3, fields: ['slug'] } as const
  const found = await all(api.list('press-releases', query))
  expect(found.map(({ slug }) => slug).toSorted()).toEqual(slugs)
  expect(asked).toHaveLength(3)
  asked.length = 0
  for await (const item of api.list('press-releases', query)) {
    expect(Object.keys(item)).toEqual(['slug'])
    break
  }
  expect(asked).toHaveLength(1)
  const page = await api.page('press-releases', query)
  expect([page.data.length, page.meta.total]).toEqual([3, 7])
})

test('what did not change costs a 304, what changed is seen; callers do not share what they get', async () => {
  const [one = ''] = await world.publish([{ resource: 'laureates', slug: 'cached' }])
  const { api, asked } = open()
  const first = await api.get('laureates', 'cached')
  first.slug = 'scribbled over'
  expect((await api.get('laureates', 'cached')).slug).toBe('cached')
  await world.publish([{ resource: 'laureates', id: one, slug: 'cached', members: { kind: 'organisation' } }])
  expect((await api.get('laureates', 'cached')).kind).toBe('organisation')
  expect(asked.map(({ status, tag }) => [status, tag !== null])).toEqual([
    [200, false],
    [304, true],
    [200, true],
  ])
  const none = open({ keptCharacters: 0 })
  await none.api.get('laureates', 'cached')
  await none.api.get('laureates', 'cached')
  expect(none.asked.map(({ status }) => status)).toEqual([200, 200])
})

test('a signal ends a question', async () => {
  const { api, asked } = open()
  const signal = AbortSignal.abort(new Error('not needed any more'))
  await expect(api.get('laureates', 'anna', { signal })).rejects.toThrow('not needed any more')
  await expect(all(api.list('laureates', { signal }))).rejects.toThrow('not needed any more')
  expect(asked).toHaveLength(0)
})
