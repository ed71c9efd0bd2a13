import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld } from './delivery-world'

// What comes along with a resource, and which edition is the current one.

const world = useWorld()
const anna = '11111111-1111-4111-8111-111111111111'

describe('include', () => {
  const ids = {
    citation: '33333333-3333-4333-8333-333333333331',
    bio: '33333333-3333-4333-8333-333333333332',
    hidden: '33333333-3333-4333-8333-333333333333',
    contact: '33333333-3333-4333-8333-333333333334',
    year: '33333333-3333-4333-8333-333333333335',
  }
  beforeAll(async () => {
    await world.publish([
      { resource: 'laureates', id: anna, slug: 'anna', locales: ['en', 'sv'], facets: { citations: [] } },
      { resource: 'laureates', id: ids.hidden, slug: 'hidden-in-english', locales: ['sv'] },
      {
        resource: 'biographies',
        id: ids.bio,
        slug: '2001-anna',
        years: [2001],
        facets: { citations: [ids.citation] },
      },
      { resource: 'press-contacts', id: ids.contact, slug: ids.contact },
      {
        resource: 'citations',
        id: ids.citation,
        slug: '2001-anna',
        years: [2001],
        facets: { laureates: [ids.hidden, anna], biography: ids.bio, contacts: [ids.contact] },
      },
    ])
  })

  test('sends along the bytes of the other addresses, in order and with one query', async () => {
    const path = '/v1/citations/2001-anna?include=contacts,biography,laureates'
    let body = ''
    expect(await world.queriesOf(async () => (body = await (await world.get(path)).text()))).toBe(1)
    const text = async (address: string) => (await world.get(address)).text()
    const expected = `{"laureates":[${await text('/v1/laureates/anna')}],"biography":${await text('/v1/biographies/2001-anna')},"contacts":[${await text(`/v1/press-contacts/${ids.contact}`)}]}`
    expect(body).toBe(`${(await text('/v1/citations/2001-anna')).slice(0, -1)},"included":${expected}}`)
  })

  test('what is not public in this language is not there, and its id is not named in the headers', async () => {
    const answer = await world.get('/v1/citations/2001-anna?include=laureates')
    expect((await answer.json()).included.laureates.map(({ slug }: { slug: string }) => slug)).toEqual([
      'anna',
    ])
    expect(answer.headers.get('cache-tag')).toBe(`${ids.citation},${anna}`)
  })

  test('what comes along has no date: when it is taken down, the rest is as old as before', async () => {
    const path = '/v1/citations/2001-anna'
    const later = { 'if-modified-since': new Date(Date.now() + 3_600_000).toUTCString() }
    const alone = await world.get(path, later)
    expect([alone.status, alone.headers.has('last-modified')]).toEqual([304, false])
    expect((await world.get(path)).headers.has('last-modified')).toBe(true)
    const together = await world.get(`${path}?include=contacts`, later)
    expect([together.status, together.headers.has('last-modified')]).toEqual([200, false])
    const etag = { 'if-none-match': together.headers.get('etag') ?? '' }
    expect((await world.get(`${path}?include=contacts`, etag)).status).toBe(304)
  })

  test('press releases come with what they are about', async () => {
    const about = { citations: [ids.citation], edition: ids.year, type: 'announcement' }
    await world.publish([
      { resource: 'editions', id: ids.year, slug: 'peace/2001', years: [2001] },
      { resource: 'press-releases', slug: '2001-b', years: [2001], facets: about },
      { resource: 'press-releases', slug: '2001-a', years: [2001], facets: about },
      { resource: 'press-releases', slug: '2001-other', years: [2001], facets: { type: 'statement' } },
    ])
    for (const address of ['/v1/citations/2001-anna', '/v1/editions/peace/2001']) {
      const answer = await (await world.get(`${address}?include=releases`)).json()
      expect(answer.included.releases.map(({ slug }: { slug: string }) => slug)).toEqual(['2001-a', '2001-b'])
    }
  })

  test('a missing biography is null', async () => {
    await world.publish([{ resource: 'citations', slug: '2002-none', years: [2002] }])
    const answer = await (await world.get('/v1/citations/2002-none?include=biography,laureates')).json()
    expect(answer.included).toEqual({ laureates: [], biography: null })
  })

  test('names that do not exist are refused with those that do', async () => {
    const answer = await world.get('/v1/citations/2001-anna?include=prizes')
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      parameter: 'include',
      allowed: ['laureates', 'biography', 'contacts', 'releases', 'media'],
    })
  })
})

describe('the current edition', () => {
  test('is the latest announced year, of the prize that is named', async () => {
    await world.publish([
      {
        resource: 'editions',
        slug: 'peace/2022',
        years: [2022],
        facets: { prizes: ['peace'], status: 'announced' },
      },
      {
        resource: 'editions',
        slug: 'peace/2026',
        years: [2026],
        facets: { prizes: ['peace'], status: 'planned' },
      },
      {
        resource: 'editions',
        slug: 'letters/2024',
        years: [2024],
        facets: { prizes: ['letters'], status: 'not-awarded' },
      },
      {
        resource: 'editions',
        slug: 'future/2030',
        years: [2030],
        facets: { prizes: ['future'], status: 'planned' },
      },
    ])
    const slug = async (path: string) => (await (await world.get(path)).json()).slug
    // It has no date: when it is taken down, the one before is the current one, and older.
    const later = { 'if-modified-since': new Date(Date.now() + 3_600_000).toUTCString() }
    expect((await world.get('/v1/editions/current', later)).status).toBe(200)
    expect(await slug('/v1/editions/current')).toBe('letters/2024')
    expect(await slug('/v1/editions/current?prize=peace')).toBe('peace/2022')
    expect(await slug('/v1/editions/current?prize=future')).toBe('future/2030')
    expect((await world.get('/v1/editions/current?prize=none')).status).toBe(404)
    expect(await slug('/v1/editions/peace/2026')).toBe('peace/2026')
  })
})
