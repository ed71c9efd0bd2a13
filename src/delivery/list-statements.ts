import { createHash } from 'node:crypto'
import { locales, type LocaleCode } from '@/lib/locales'
import type { Sort } from '@/contract'
import type { Statement } from './database'
import { presentPrize } from './present-prize'

// One statement per page of a list: total, release and the bodies. The text depends only on the language
// (whose collation and partial index it names), the order, and whether the page is the first.

export type ListRow = {
  total: number
  release: string
  /** When the public world last moved. */
  moved_at: Date | null
  /** Null in the one row of an empty page. */
  id: string | null
  rank: number
  sort_key: string
  body: string
}

type Order = { rank: string; direction: 'asc' | 'desc' }

const oldest = `coalesce((select min(y) from unnest(r.years) as y), 0)`
const latest = `coalesce((select max(y) from unnest(r.years) as y), 0)`

// Contacts who speak the language before those for all; the rest is not in the list.
const speaks = `exists (select from jsonb_array_elements_text(coalesce(r.facets -> 'languages', '[]')) as l
  where lower(l) = $6 or starts_with(lower(l), $6 || '-') or starts_with($6, lower(l) || '-'))`
const match = `case when $6::text is null or ${speaks} then 0 when (r.facets ->> 'international')::boolean then 1 end`

const orders: Record<Sort, Order> = {
  name: { rank: '0', direction: 'asc' },
  '-name': { rank: '0', direction: 'desc' },
  title: { rank: '0', direction: 'asc' },
  '-title': { rank: '0', direction: 'desc' },
  year: { rank: oldest, direction: 'asc' },
  '-year': { rank: `-${latest}`, direction: 'asc' },
  date: { rank: '0', direction: 'asc' },
  '-date': { rank: '0', direction: 'desc' },
  order: { rank: match, direction: 'asc' },
}

const collations = new Map<LocaleCode, string>(locales.map(({ code, collation }) => [code, collation]))
const made = new Map<string, Statement>()

type Wanted = { locale: LocaleCode; sort: Sort; isFirst: boolean; isOfPrize: boolean }

/**
 * Parameters: resource, fallback, facets (jsonb text), years ('[from,to]' as int4range or null), words (text[],
 * LIKE patterns), language (lower case or null), limit; unless first: rank, key, id; and if of a prize: its slug, which may be a former one.
 */
export function listStatement({ locale, sort, isFirst, isOfPrize }: Wanted): Statement {
  const key = [locale, sort, isFirst, isOfPrize].join(' ')
  const known = made.get(key)
  if (known) return known
  const text = listText({ locale, sort, isFirst, isOfPrize })
  const statement = { name: `list ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`, text }
  made.set(key, statement)
  return statement
}

/** What stands before the statement, and what it then asks of each resource. */
function prizeFilter({ isFirst, isOfPrize }: Wanted): { before: string; condition: string } {
  if (!isOfPrize) return { before: '', condition: '' }
  const present = presentPrize(isFirst ? '$8::text' : '$11::text')
  return {
    before: `with asked as materialized (
  select jsonb_build_object('prizes', jsonb_build_array(${present})) as facets
)
`,
    condition: 'and r.facets @> (select facets from asked)',
  }
}

function listText(wanted: Wanted): string {
  const { locale, sort, isFirst } = wanted
  const { rank, direction } = orders[sort]
  const collation = `collate "${collations.get(locale)}"`
  const isRanked = rank !== '0'
  const after = direction === 'asc' ? '>' : '<'
  const keys = (source: string) =>
    `${source}.sort_key ${collation} ${direction}, ${source}.document_id ${direction}`
  const prize = prizeFilter(wanted)
  const from = `published.current c
      join published.resources r on r.resource = c.resource and r.document_id = c.document_id
     where c.resource = $1 and c.locale = '${locale}' and c.fallback = $2 and r.facets @> $3::jsonb
       and ($4::int4range is null or exists (select from unnest(r.years) as y where y <@ $4::int4range))
       and c.search like all ($5::text[])
       ${prize.condition}
       and ${sort === 'order' ? `(${rank}) is not null` : '$6::text is null'}`
  const place = `and (${isRanked ? `${rank}, ` : ''}c.sort_key ${collation}, c.document_id)
             ${after} (${isRanked ? '$8::int, ' : ''}$9::text ${collation}, $10::uuid)${isRanked ? '' : ' and $8::int is not null'}`
  return `${prize.before}select f.total, coalesce(e.release, 0) as release, e.at as moved_at, p.document_id::text as id, p.rank, p.sort_key,
       convert_from(b.body, 'UTF8') as body
  from published.head h
  left join published.events e on e.seq = h.seq
  cross join (select count(*)::int as total from ${from}) f
  left join lateral (
    select c.document_id, c.sort_key, c.sha256, ${rank} as rank
      from ${from}
       ${isFirst ? '' : place}
     order by ${isRanked ? `${rank}, ` : ''}${keys('c')}
     limit $7
  ) p on true
  left join published.bodies b on b.sha256 = p.sha256
 order by ${isRanked ? 'p.rank, ' : ''}${keys('p')}`
}
