import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { foundation, useWorld, type Item } from './delivery-world'

const world = useWorld()
const id = (last: number) => `99999999-9999-4999-8999-99999999999${last}`
const text = (value: string, locale = 'en', isFallback = false) => ({ text: value, locale, isFallback })
const prize = { slug: 'peace', name: text('Peace, and more') }

const laureate = (last: number, members: Item['members'], citations: number[]): Item => ({
  resource: 'laureates',
  id: id(last),
  slug: `l${last}`,
  locales: ['en', 'sv'],
  facets: { citations: citations.map(id) },
  members: { ...members },
})
const citation = (last: number, members: Item['members'], locales: Item['locales'] = ['en', 'sv']): Item => ({
  resource: 'citations',
  id: id(last),
  slug: `c${last}`,
  locales,
  members: { prize, ...members },
})

const hostile = '=HYPERLINK("https://evil.example","click"),\n+1 أمل 👩🏽‍🔬'

beforeAll(async () => {
  await world.publish([
    laureate(
      1,
      { name: text('Ana Lind'), birth: { date: '1943', place: null, countryThen: null, countryNow: null } },
      [3, 4],
    ),
    laureate(2, { name: text(hostile), kind: 'organisation', founded: '1962-09' }, [4]),
    laureate(
      5,
      {
        name: text('@Without'),
        sameAs: {
          wikidata: null,
          wikipedia: null,
          viaf: null,
          isni: null,
          orcid: null,
          ror: null,
          url: 'https://example.org/?a=1,2',
        },
      },
      [6],
    ),
    citation(3, {
      year: 2001,
      title: text('Ana'),
      motivation: text('for “quotes”, "quotes"\r\nand lines'),
      portion: { num: 1, den: 4 },
      countries: [
        { code: 'SE', name: 'Sweden' },
        { code: 'NO', name: 'Norway' },
      ],
    }),
    citation(4, { year: 1999, title: text('-Both'), motivation: text('for the work '.repeat(100)) }),
    citation(6, { year: 2000, title: text('English only') }, ['en']),
  ])
})

async function readTable(query = '') {
  const answer = await world.get(`/v1/laureates.csv${query}`)
  expect(answer.status).toBe(200)
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  // Another program reads it, strictly: every record has as many cells, and ends with CRLF.
  const [head = [], ...records] = parse(bytes, { bom: true, record_delimiter: '\r\n' })
  const rows = records.map((record) => {
    expect(record).toHaveLength(head.length)
    return Object.fromEntries(head.map((name, index) => [name, record[index]]))
  })
  return { answer, head, records, rows }
}

test('one row for each laureate and award entry, in the order of years', async () => {
  const { rows } = await readTable()
  expect(rows.map(({ year, title, id: laureateId }) => [year, title, laureateId])).toEqual([
    ['1999', "'-Both", id(1)],
    ['1999', "'-Both", id(2)],
    ['2000', 'English only', id(5)],
    ['2001', 'Ana', id(1)],
  ])
  expect(rows[3]).toMatchObject({
    name: 'Ana Lind',
    kind: 'person',
    prize: 'Peace, and more',
    status: 'received',
    motivation: 'for “quotes”, "quotes"\r\nand lines',
    motivation_language: 'en',
    share_num: '1',
    share_den: '4',
    countries: 'Sweden; Norway',
    birth: '1943',
    death: '',
    website: '',
    address: `${foundation.apiUrl}/v1/laureates/l1?locale=en`,
  })
  expect(rows[1]).toMatchObject({ kind: 'organisation', founded: '1962-09', share_num: '' })
  expect(rows[2]?.website).toBe('https://example.org/?a=1,2')
})

test('no cell is a formula, and everything else is as it was', async () => {
  const { records, rows } = await readTable()
  expect(rows[1]?.name).toBe(`'${hostile}`)
  for (const value of records.flat()) expect(value).not.toMatch(/^[=+\-@\t\r]/)
})

test('a laureate stays in the table when the award entry is not public in the language', async () => {
  const { rows } = await readTable('?locale=sv&fallback=none')
  expect(rows.map(({ title, year, name }) => [title, year, name?.slice(0, 3)])).toEqual([
    ["'-Both", '1999', 'Ana'],
    ["'-Both", '1999', "'=H"],
    ['Ana', '2001', 'Ana'],
    ['', '', "'@W"],
  ])
  expect((await readTable('?locale=de&fallback=none')).records).toEqual([])
})

test('it is a file to be saved, costs one statement and then none, answers 304 and comes compressed', async () => {
  const address = '/v1/laureates.csv?locale=sv'
  expect(await world.queriesOf(() => world.get(address))).toBe(1)
  const answer = await world.get(address)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="laureates-sv.csv"')
  expect(answer.headers.get('cache-tag')).toBe('laureates,citations')
  const held = { 'if-none-match': answer.headers.get('etag') ?? '' }
  expect(await world.queriesOf(async () => expect((await world.get(address, held)).status).toBe(304))).toBe(0)
  expect((await world.get(address, { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe(
    'gzip',
  )
  expect((await world.get('/v1/laureates.csv/x')).status).toBe(404)
})
