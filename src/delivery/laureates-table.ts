import { readerParameters } from '@/contract'
import { byteOrderMark, csvLine, type CsvCell } from '@/formats'
import { addressOf } from './address'
import type { Database, Statement } from './database'
import { successEntry, type Entry } from './entry'
import type { Publisher } from './publisher'
import { readQuery } from './read-query'
import { readerOf, type Reader } from './reader'

export type LaureatesTable = Reader & { kind: 'laureates-table' }

/** What `/v1/laureates.csv?…` asks for. Throws Refused (400). */
export const readTableTarget = (search: string): LaureatesTable => ({
  kind: 'laureates-table',
  ...readerOf(readQuery(search, readerParameters)),
})

type Row = Record<Value, string | null> & {
  /** When the public world last moved. */
  moved_at: Date | null
  /** Null in the one row of an empty table. */
  id: string | null
}

// Where each value stands: in the body of the laureate (l) or of the award entry (c).
const values = {
  kind: `l.body ->> 'kind'`,
  slug: `l.body ->> 'slug'`,
  name: `l.body #>> '{name,text}'`,
  year: `c.body ->> 'year'`,
  prize: `coalesce(c.body #>> '{prize,name,text}', c.body #>> '{prize,slug}')`,
  status: `c.body ->> 'status'`,
  title: `c.body #>> '{title,text}'`,
  motivation: `c.body #>> '{motivation,text}'`,
  motivation_language: `c.body #>> '{motivation,locale}'`,
  share_num: `c.body #>> '{portion,num}'`,
  share_den: `c.body #>> '{portion,den}'`,
  countries: `(select string_agg(x ->> 'name', '; ') from jsonb_array_elements(c.body -> 'countries') as x)`,
  birth: `l.body #>> '{birth,date}'`,
  death: `l.body #>> '{death,date}'`,
  founded: `l.body ->> 'founded'`,
  dissolved: `l.body ->> 'dissolved'`,
  website: `l.body #>> '{sameAs,url}'`,
} as const
type Value = keyof typeof values

const read = Object.entries(values)
  .map(([name, where]) => `${where} as ${name}`)
  .join(', ')

// `offset 0` keeps Postgres from reading a body anew for each value that is taken from it.
// A laureate whose award entries are not public for this reader has one row without them.
const statement: Statement = {
  name: 'laureates table',
  text: `select e.at as moved_at, p.*
  from published.head h
  left join published.events e on e.seq = h.seq
  left join lateral (
    select l.id, l.sort_key, ${read}
      from (select lc.document_id::text as id, lc.sort_key, lr.facets, convert_from(lb.body, 'UTF8')::jsonb as body
              from published.current lc
              join published.resources lr on lr.resource = lc.resource and lr.document_id = lc.document_id
              join published.bodies lb on lb.sha256 = lc.sha256
             where lc.resource = 'laureates' and lc.locale = $1 and lc.fallback = $2
            offset 0) l
      left join lateral (
        select convert_from(cb.body, 'UTF8')::jsonb as body
          from jsonb_array_elements_text(coalesce(l.facets -> 'citations', '[]')) as x (id)
          join published.current cc
            on cc.resource = 'citations' and cc.document_id = x.id::uuid and cc.locale = $1 and cc.fallback = $2
          join published.bodies cb on cb.sha256 = cc.sha256
        offset 0
      ) c on true
  ) p on true
 order by p.year::int nulls last, p.prize, p.sort_key, p.id`,
}

const columns = [
  'id',
  'name',
  'kind',
  'year',
  'prize',
  'status',
  'title',
  'motivation',
  'motivation_language',
  'share_num',
  'share_den',
  'countries',
  'birth',
  'death',
  'founded',
  'dissolved',
  'website',
] as const

/** All laureates with their award entries as a table, with one query. None is an answer too: the head of the table. */
export async function readLaureatesTable(
  { database, publisher }: { database: Database; publisher: Publisher },
  { locale, fallback }: LaureatesTable,
): Promise<Entry> {
  const rows = await database.query<Row>(statement, [locale, fallback])
  const [first] = rows
  if (!first) throw new Error('published.head is empty')
  const address = (slug: string | null): CsvCell =>
    `${publisher.apiUrl}${addressOf('laureates', slug ?? '')}?locale=${locale}`
  const lines = rows
    .filter(({ id }) => id !== null)
    .map((row) => csvLine([...columns.map((name) => row[name]), address(row.slug)]))
  return successEntry({
    type: 'text/csv; charset=utf-8; header=present',
    body: byteOrderMark + csvLine([...columns, 'address']) + lines.join(''),
    modifiedAt: first.moved_at,
    contentLanguage: locale,
    links: [],
    tags: ['laureates', 'citations'],
    fileName: `laureates-${locale}.csv`,
  })
}
