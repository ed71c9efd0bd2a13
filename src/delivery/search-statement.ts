import { mostHits, type ResourceName } from '@/contract'
import type { Statement } from './database'

export type SearchRow = {
  release: string
  moved_at: Date | null
  total: number
  /** What was looked for, as a tsquery: words in quotes. */
  looked_for: string
  /** Null in the one row of an empty page. */
  id: string | null
  resource: string
  rank: number
  year: number
  hit: string
  texts: string
}

// Of a person and a text about them that say a word equally often, the person comes first.
const favour: Record<ResourceName, number> = {
  laureates: 1,
  citations: 0.85,
  editions: 0.8,
  biographies: 0.75,
  'press-releases': 0.75,
  'press-contacts': 0.7,
  media: 0.6,
}
const favourOf = Object.entries(favour)
  .map(([resource, factor]) => `when '${resource}' then ${factor}`)
  .join(' ')

const weights = `'{0.1, 0.2, 0.4, 1.0}'`

/**
 * Parameters: words (jsonb, for `published.search_query`), reader ('sv declared'), resources, limit, and the place
 * after which the page begins: rank, year, id; nulls for the first page.
 */
export const searchStatement: Statement = {
  name: 'search',
  text: `with asked as materialized (select exact, loose, exact = loose as is_same from published.search_query($1::jsonb)),
found as materialized (
  select s.resource, s.document_id, s.sha256, s.year,
         round(10000 * case s.resource ${favourOf} else 0.5 end
           * case when a.is_same or r.exact > 1e-6 then r.exact
                  else ts_rank(${weights}, s.ranked, a.loose, 1) / 4 end)::int as rank
    from asked a, lateral (
      select * from published.search s
       where s.words @@ a.loose and s.readers @> array[$2::text] and s.resource = any($3::text[])
       limit ${mostHits}
    ) s, lateral (select ts_rank(${weights}, s.ranked, a.exact, 1) as exact offset 0) r
)
select coalesce(e.release, 0) as release, e.at as moved_at, (select count(*)::int from found) as total, a.loose::text as looked_for,
       p.document_id::text as id, p.resource, p.rank, p.year, s.hit, s.texts
  from published.head h
  cross join asked a
  left join published.events e on e.seq = h.seq
  left join lateral (
    select * from found
     where $5::int is null or (rank, year, document_id) < ($5, $6::int, $7::uuid)
     order by rank desc, year desc, document_id desc
     limit $4
  ) p on true
  left join published.search s
    on s.resource = p.resource and s.document_id = p.document_id and s.sha256 = p.sha256
 order by p.rank desc, p.year desc, p.document_id desc`,
}
