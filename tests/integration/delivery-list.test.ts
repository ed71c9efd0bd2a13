import { beforeAll, describe, expect, test } from 'vitest'
import { sorts } from '../../src/contract/parameters'
import { bodiesOf, useWorld, type Item } from './delivery-world'

const world = useWorld()

type Page = {
  data: { id: string; slug: string }[]
  meta: Record<string, unknown> & { total: number }
  links: { next: string | null }
}

const read = async (path: string): Promise<Page> => {
  const response = await world.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return response.json()
}
const slugs = async (path: string) => (await read(path)).data.map(({ slug }) => slug)

const id = (number: number) => `aaaaaaaa-aaaa-4aaa-8aaa-${String(number).padStart(12, '0')}`

// Many share a name and a year, so that pages end within ties.
const many: Item[] = Array.from({ length: 23 }, (_, index) => ({
  resource: 'laureates',
  id: id(index),
  slug: `many-${index}`,
  sortKey: index % 3 === 0 ? 'Same' : `Name ${index % 5}`,
  years: [1990 + (index % 2)],
  facets: { themes: ['tied'] },
  locales: ['en', 'sv'],
}))

const names = ['Zorn', 'Åberg', 'Ärlig', 'Öberg', 'Adams']
const alphabet: Item[] = names.map((name, index) => ({
  resource: 'laureates',
  slug: `alphabet-${index}`,
  sortKey: name,
  facets: { themes: ['alphabet'] },
  locales: ['en', 'sv', 'de'],
}))

const filtered: Item[] = [
  {
    resource: 'laureates',
    slug: 'curie',
    years: [1903, 1911],
    sortKey: 'Curie',
    search: 'Marie Curie \n Skłodowska',
    facets: {
      kind: 'person',
      prizes: ['physics', 'chemistry'],
      countries: ['FR', 'PL'],
      themes: ['radiation'],
      wikidata: 'Q7186',
    },
  },
  {
    resource: 'laureates',
    slug: 'red-cross',
    years: [1917, 1944],
    sortKey: 'Red Cross',
    search: '100%_sure\\ Red Cross',
    facets: {
      kind: 'organisation',
      prizes: ['peace'],
      countries: ['CH'],
      themes: ['relief'],
      wikidata: 'Q7178',
    },
  },
  {
    resource: 'citations',
    slug: '1903-curie',
    years: [1903],
    sortKey: 'Curie',
    facets: { prizes: ['physics'], countries: ['FR'], themes: ['radiation'], status: 'received' },
  },
  {
    resource: 'citations',
    slug: '1964-sartre',
    years: [1964],
    sortKey: 'Sartre',
    facets: { prizes: ['literature'], countries: ['FR'], themes: [], status: 'declined' },
  },
  { resource: 'editions', slug: 'physics/1903', years: [1903], facets: { prizes: ['physics'] } },
  { resource: 'editions', slug: 'peace/1917', years: [1917], facets: { prizes: ['peace'] } },
  {
    resource: 'press-releases',
    slug: '1903-news',
    years: [1903],
    search: 'Radium is found',
    facets: { prizes: ['physics'], type: 'announcement' },
  },
  {
    resource: 'press-releases',
    slug: '1917-mended',
    years: [1917],
    search: 'A mistake',
    facets: { prizes: ['peace'], type: 'correction' },
  },
  { resource: 'biographies', slug: '1903-curie', years: [1903] },
  { resource: 'biographies', slug: '1964-sartre', years: [1964] },
]

const pictures: Item[] = [
  { resource: 'media', slug: 'harbour', sortKey: 'A harbour' },
  ...Array.from({ length: 51 }, (_, index): Item => ({ resource: 'media', slug: `wave-${index}` })),
]

const contacts: Item[] = [
  {
    resource: 'press-contacts',
    id: id(901),
    slug: id(901),
    sortKey: '00001 Ana',
    facets: { languages: ['pt-BR', 'es'], desk: 'media', international: false },
  },
  {
    resource: 'press-contacts',
    id: id(902),
    slug: id(902),
    sortKey: '00002 Bo',
    facets: { languages: ['en'], desk: 'media', international: true },
  },
  {
    resource: 'press-contacts',
    id: id(903),
    slug: id(903),
    sortKey: '00003 Cy',
    facets: { languages: ['pt'], desk: 'office', international: true },
  },
  {
    resource: 'press-contacts',
    id: id(904),
    slug: id(904),
    sortKey: '00000 Di',
    facets: { languages: ['sv'], desk: 'multimedia', international: false },
  },
]

beforeAll(async () => {
  await world.publish([...many, ...alphabet, ...filtered, ...contacts, ...pictures])
})

async function walk(path: string): Promise<Page[]> {
  const pages: Page[] = [await read(path)]
  for (let next = pages[0]?.links.next; next; next = pages.at(-1)?.links.next ?? null)
    pages.push(await read(next))
  return pages
}

describe('pages', () => {
  test('cover everything exactly once, in every order and language, also where names and years are equal', async () => {
    for (const sort of sorts.laureates) {
      for (const locale of ['en', 'sv', 'fa']) {
        for (const limit of [1, 4, 23]) {
          const pages = await walk(`/v1/laureates?theme=tied&sort=${sort}&locale=${locale}&limit=${limit}`)
          const ids = pages.flatMap(({ data }) => data.map((item) => item.id))
          expect([sort, locale, limit, new Set(ids).size, ids.length]).toEqual([sort, locale, limit, 23, 23])
          expect(pages.every(({ meta, data }) => meta.total === 23 && data.length <= limit)).toBe(true)
        }
      }
    }
  })

  test('of one item hold the bytes that its own address sends', async () => {
    const own = bodiesOf(many[4] as Item & { id: string }).find(
      ({ asked, fallback }) => asked === 'sv' && fallback === 'none',
    )
    const body = await (await world.get('/v1/laureates?locale=sv&fallback=none&limit=200')).text()
    expect(body).toContain(own?.bytes.toString())
  })

  test('hold fifty items where nobody says how many', async () => {
    const [first, rest, none] = await walk('/v1/media')
    expect([first?.data.length, rest?.data.length, none]).toEqual([50, 2, undefined])
    expect((await read('/v1/media?limit=200')).data).toHaveLength(52)
  })

  test('go on after an item that was taken down meanwhile', async () => {
    const first = await read('/v1/laureates?theme=tied&limit=5')
    const [gone] = await world.publish([
      { resource: 'laureates', slug: 'aa-first', sortKey: 'A', facets: { themes: ['tied'] } },
    ])
    const next = await read(first.links.next ?? '')
    expect(next.data.map((item) => item.id)).not.toContain(first.data.at(-1)?.id)
    await world.publish([], { withdraw: [gone as string] })
    expect((await read(first.links.next ?? '')).data).toEqual(next.data)
  })

  test('cost one query, and none when asked again', async () => {
    const path = '/v1/laureates?limit=7&sort=-year'
    expect(await world.queriesOf(() => world.get(path))).toBe(1)
    expect(await world.queriesOf(() => world.get(path))).toBe(0)
    const { next } = (await read(path)).links
    expect(await world.queriesOf(() => world.get(next ?? ''))).toBe(1)
  })

  test('name the next one in the Link header', async () => {
    const response = await world.get('/v1/laureates?limit=2')
    const { links } = (await response.json()) as Page
    expect(response.headers.get('link')).toBe(`<${links.next}>; rel="next"`)
    expect(response.headers.get('cache-tag')).toBe('laureates')
    expect((await world.get('/v1/laureates?theme=nothing')).headers.get('link')).toBeNull()
  })

  test('know the release and date that they tell of', async () => {
    const { rows } = await world.writer.query('select release from published.head')
    expect((await read('/v1/editions')).meta).toEqual({
      total: 2,
      locale: 'en',
      release: Number(rows[0].release),
    })
    const modified = (await world.get('/v1/editions')).headers.get('last-modified')
    expect(Date.parse(modified ?? '')).toBeGreaterThan(Date.now() - 600_000)
  })
})

describe('order', () => {
  test('is that of the asked language', async () => {
    const order = async (locale: string) => {
      const { data } = await read(`/v1/laureates?theme=alphabet&locale=${locale}`)
      return data.map(({ slug }) => names[Number(slug.split('-')[1])])
    }
    expect(await order('sv')).toEqual(['Adams', 'Zorn', 'Åberg', 'Ärlig', 'Öberg'])
    expect(await order('de')).toEqual(['Åberg', 'Adams', 'Ärlig', 'Öberg', 'Zorn'])
  })

  test('can be turned round and can go by year', async () => {
    expect(await slugs('/v1/citations')).toEqual(['1964-sartre', '1903-curie'])
    expect(await slugs('/v1/citations?sort=year')).toEqual(['1903-curie', '1964-sartre'])
    expect(await slugs('/v1/citations?sort=title')).toEqual(['1903-curie', '1964-sartre'])
    expect(await slugs('/v1/citations?sort=-title')).toEqual(['1964-sartre', '1903-curie'])
  })
})

describe('filters', () => {
  test.each([
    ['/v1/laureates?kind=organisation', ['red-cross']],
    ['/v1/laureates?prize=chemistry', ['curie']],
    ['/v1/laureates?country=PL', ['curie']],
    ['/v1/laureates?country=PL&prize=peace', []],
    ['/v1/laureates?theme=relief', ['red-cross']],
    ['/v1/laureates?wikidata=Q7186', ['curie']],
    ['/v1/laureates?year=1911', ['curie']],
    ['/v1/laureates?year=1904&yearTo=1910', []],
    ['/v1/laureates?year=1912&yearTo=1950', ['red-cross']],
    ['/v1/laureates?yearTo=1903', ['curie']],
    ['/v1/laureates?q=CURIE+marie', ['curie']],
    ['/v1/laureates?q=sk%C5%82odowska', ['curie']],
    ['/v1/laureates?q=c%C3%BArie', ['curie']],
    ['/v1/laureates?q=100%25_sure%5C', ['red-cross']],
    ['/v1/laureates?q=100%25xsure', []],
    ['/v1/laureates?q=%25+sure', ['red-cross']],
    ['/v1/citations?status=declined', ['1964-sartre']],
    ['/v1/citations?year=1903&country=FR&theme=radiation&prize=physics&q=curie', ['1903-curie']],
    ['/v1/editions?prize=peace', ['peace/1917']],
    ['/v1/editions?year=1903', ['physics/1903']],
    ['/v1/citations?yearTo=1950', ['1903-curie']],
    ['/v1/citations?theme=radiation', ['1903-curie']],
    ['/v1/editions?year=1904&yearTo=1920', ['peace/1917']],
    ['/v1/biographies?year=1964', ['1964-sartre']],
    ['/v1/biographies?yearTo=1910', ['1903-curie']],
    ['/v1/press-releases?type=correction', ['1917-mended']],
    ['/v1/press-releases?prize=physics', ['1903-news']],
    ['/v1/press-releases?year=1917', ['1917-mended']],
    ['/v1/press-releases?yearTo=1910', ['1903-news']],
    ['/v1/press-releases?q=RADIUM+found', ['1903-news']],
    ['/v1/media?q=harbour', ['harbour']],
    ['/v1/press-contacts?desk=office', [id(903)]],
  ])('%s', async (path, expected) => {
    const page = await read(path)
    expect(page.data.map(({ slug }) => slug)).toEqual(expected)
    expect(page.meta.total).toBe(expected.length)
  })

  test('absent in this language means absent from the list and its total', async () => {
    await world.publish([{ resource: 'biographies', slug: '1990-swedish', years: [1990], locales: ['sv'] }])
    expect((await read('/v1/biographies?year=1990&locale=en')).meta.total).toBe(0)
    expect((await read('/v1/biographies?year=1990&locale=sv&fallback=none')).meta.total).toBe(1)
    expect((await read('/v1/biographies?year=1964&locale=sv&fallback=none')).meta.total).toBe(0)
    expect((await read('/v1/biographies?year=1964&locale=sv')).meta.total).toBe(1)
  })

  test('fields trim every item', async () => {
    expect((await read('/v1/editions?fields=slug,year&sort=year')).data).toEqual([
      { slug: 'physics/1903', year: 1903 },
      { slug: 'peace/1917', year: 1917 },
    ])
  })
})

describe('press contacts for a language', () => {
  test('those who speak it first, then those for all, each with the reason', async () => {
    const page = await read('/v1/press-contacts?language=pt')
    expect(page.data.map((contact) => contact.id)).toEqual([id(901), id(903), id(902)])
    expect(page.meta['matchedBy']).toEqual({
      [id(901)]: 'language',
      [id(903)]: 'language',
      [id(902)]: 'international',
    })
    expect(page.meta.total).toBe(3)
  })

  test('a regional variant finds the language and the other way round', async () => {
    expect(await slugs('/v1/press-contacts?language=pt-BR')).toEqual([id(901), id(903), id(902)])
    expect(await slugs('/v1/press-contacts?language=pt-PT')).toEqual([id(903), id(902)])
    expect(await slugs('/v1/press-contacts?language=fa')).toEqual([id(902), id(903)])
  })

  test('pages keep the reason and the order', async () => {
    const pages = await walk('/v1/press-contacts?language=pt&limit=1')
    expect(pages.map(({ meta }) => Object.values(meta['matchedBy'] ?? {}))).toEqual([
      ['language'],
      ['language'],
      ['international'],
    ])
  })

  test('without a language all are there, in the order that staff gave', async () => {
    expect(await slugs('/v1/press-contacts')).toEqual([id(904), id(901), id(902), id(903)])
  })
})
