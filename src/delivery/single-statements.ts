import { includedResource, type Include } from '@/contract'
import type { Statement } from './database'
import { presentPrize } from './present-prize'

// One statement per single answer: address, body, languages and what is included. Texts are fixed; which one
// is taken depends on names from the contract's tables only.

const bySlug = `select s.document_id, r.slug, r.facets, c.sha256, c.content_language, c.updated_at
    from published.slugs s
    left join published.resources r on r.resource = s.resource and r.document_id = s.document_id
    left join published.current c
      on c.resource = s.resource and c.document_id = r.document_id and c.locale = $2 and c.fallback = $3
   where s.resource = $1 and s.slug = $4`

// The latest year that was announced; a planned one only where there is no other.
const current = `select r.document_id, r.slug, r.facets, c.sha256, c.content_language, c.updated_at
    from published.current c
    join published.resources r on r.resource = c.resource and r.document_id = c.document_id
   where c.resource = $1 and c.locale = $2 and c.fallback = $3
     and ($4::text is null or r.facets @> jsonb_build_object('prizes', jsonb_build_array(${presentPrize('$4::text')})))
   order by r.facets ->> 'status' = 'planned', r.years[1] desc, r.slug
   limit 1`

// Press releases name what they are about, not the other way round. `resource` is one of the contract's names.
const releases = `(select coalesce(jsonb_agg(p.document_id order by p.slug), '[]') from published.resources p
                    where p.resource = 'press-releases'
                      and p.facets @> case $1::text when 'editions' then jsonb_build_object('edition', t.document_id)
                                      else jsonb_build_object('citations', jsonb_build_array(t.document_id)) end)`

function ids(name: Include): string {
  if (name === 'releases') return releases
  return name === 'biography'
    ? `case when t.facets ? 'biography' then jsonb_build_array(t.facets -> 'biography') else '[]' end`
    : `coalesce(t.facets -> '${name}', '[]')`
}

const columns = (name: Include): string =>
  `, ${name}.bodies as ${name}_bodies, ${name}.ids as ${name}_ids` +
  (name === 'releases' ? '' : `, array(select jsonb_array_elements_text(${ids(name)})) as ${name}_wanted`)

// string_agg over the stored bytes: what is included is what its own address would send.
const lateral = (name: Include): string => `
  left join lateral (
    select coalesce(string_agg(convert_from(ib.body, 'UTF8'), ',' order by x.n), '') as bodies,
           coalesce(array_agg(ic.document_id::text order by x.n), '{}') as ids
      from jsonb_array_elements_text(${ids(name)}) with ordinality as x (id, n)
      join published.current ic
        on ic.resource = '${includedResource[name]}' and ic.document_id = x.id::uuid and ic.locale = $2 and ic.fallback = $3
      join published.bodies ib on ib.sha256 = ic.sha256
  ) ${name} on true`

const made = new Map<string, Statement>()

/** Parameters: resource, locale, fallback, then the slug or (for `current`) a prize or null. */
export function singleStatement(target: 'slug' | 'current', include: readonly Include[]): Statement {
  const name = [target, ...include].join('+')
  const known = made.get(name)
  if (known) return known
  const text = `with t as (${target === 'slug' ? bySlug : current})
select t.document_id::text as id, t.slug, t.content_language, t.updated_at, convert_from(b.body, 'UTF8') as body,
       array(select a.locale from published.current a
              where a.resource = $1 and a.document_id = t.document_id and a.fallback = 'none' order by 1) as locales
       ${include.map(columns).join('')}
  from t left join published.bodies b on b.sha256 = t.sha256${include.map(lateral).join('')}`
  const statement = { name, text }
  made.set(name, statement)
  return statement
}

// The resources of one name that belong to several of one kind, each with the id of the one that it belongs to.
const related = (name: Include): Statement => ({
  name: `related ${name}`,
  text: `select t.document_id::text as owner, convert_from(ib.body, 'UTF8') as body, ic.content_language
  from published.resources t
  cross join lateral jsonb_array_elements_text(${ids(name)}) with ordinality as x (id, n)
  join published.current ic
    on ic.resource = '${includedResource[name]}' and ic.document_id = x.id::uuid and ic.locale = $2 and ic.fallback = $3
  join published.bodies ib on ib.sha256 = ic.sha256
 where t.resource = $1 and t.document_id = any($4::uuid[])
 order by t.document_id, x.n
 limit $5`,
})

export type RelatedRow = { owner: string; body: string; content_language: string }

const relatedMade = new Map<Include, Statement>()

/** Parameters: resource, locale, fallback, ids of the resources to which they belong, the most that are read. */
export function relatedStatement(name: Include): Statement {
  const statement = relatedMade.get(name) ?? related(name)
  relatedMade.set(name, statement)
  return statement
}
