import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { useWorld } from './delivery-world'

// A cache that is told of a release, by the ids of its resources and the names of their lists, knows what to ask for anew.

const world = useWorld()
const ids = {
  anna: randomUUID(),
  bio: randomUUID(),
  citation: randomUUID(),
  edition: randomUUID(),
  hidden: randomUUID(),
  news: randomUUID(),
  picture: randomUUID(),
}
const prizes = ['peace']

beforeAll(async () => {
  await world.publish([
    { resource: 'laureates', id: ids.anna, slug: 'anna', years: [2000], members: { portrait: ids.picture } },
    { resource: 'media', id: ids.picture, slug: ids.picture },
    { resource: 'biographies', id: ids.bio, slug: '2000-anna', years: [2000] },
    {
      resource: 'citations',
      id: ids.citation,
      slug: '2000-anna',
      years: [2000],
      facets: { prizes, laureates: [ids.anna], biography: ids.bio, media: [ids.picture, ids.hidden] },
    },
    {
      resource: 'press-releases',
      id: ids.news,
      slug: '2000-news',
      years: [2000],
      facets: { prizes, edition: ids.edition },
    },
    {
      resource: 'editions',
      id: ids.edition,
      slug: 'peace/2000',
      years: [2000],
      facets: { prizes, status: 'announced' },
    },
  ])
})

const tagsOf = async (path: string): Promise<string[]> => {
  const answer = await world.get(path)
  await answer.arrayBuffer()
  expect([path, answer.status]).toEqual([path, 200])
  return (answer.headers.get('cache-tag') ?? '').split(',').toSorted()
}
const joining = ['biographies', 'citations', 'media', 'press-releases']

test.each(['', '.zip'])(
  'a press kit%s names all that is in it, what may join it, and nothing that is not public',
  async (end) => {
    const { hidden: _hidden, ...within } = ids
    expect(await tagsOf(`/v1/press-kits/peace/2000${end}`)).toEqual(
      [...Object.values(within), 'press-kits/peace/2000', ...joining].toSorted(),
    )
  },
)

test('the current edition also names the list that the next one comes into', async () => {
  expect(await tagsOf('/v1/editions/current')).toEqual([ids.edition, 'editions'].toSorted())
  expect(await tagsOf('/v1/editions/current?include=releases')).toEqual(
    [ids.edition, ids.news, 'editions', 'press-releases'].toSorted(),
  )
  expect(await tagsOf('/v1/editions/peace/2000')).toEqual([ids.edition])
  expect(await tagsOf('/v1/editions/peace/2000?include=releases')).toEqual(
    [ids.edition, ids.news, 'press-releases'].toSorted(),
  )
})

test('a press kit of more than 64 resources names the lists instead, so that its head stays small', async () => {
  const more = (count: number) =>
    world.publish(
      Array.from({ length: count }, () => ({
        resource: 'press-releases',
        slug: `2000-${randomUUID()}`,
        years: [2000],
        facets: { prizes },
      })),
    )
  const paths = ['/v1/press-kits/peace/2000', '/v1/press-kits/peace/2000.zip']
  await more(58)
  for (const path of paths) {
    const tags = await tagsOf(path)
    expect(tags).toEqual(expect.arrayContaining([ids.news, ...joining]))
    expect(tags).toHaveLength(64 + joining.length + 1)
    const heard = await world.speak(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(heard.indexOf('\r\n\r\n')).toBeLessThan(4096)
  }
  await more(1)
  for (const path of paths)
    expect(await tagsOf(path)).toEqual(
      [...joining, 'editions', 'laureates', 'press-kits/peace/2000'].toSorted(),
    )
})
