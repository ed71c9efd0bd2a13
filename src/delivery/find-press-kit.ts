import type { Resource } from '@/contract'
import type { Reading } from './database'
import { gone, notFound } from './refused'

// Everything public of one prize in one year, in each language that is public, with one statement. What is not public is
// not among the bodies, so that a kit cannot hold it.

const statement = {
  name: 'press kit',
  text: `with year as (
  select s.document_id, r.slug, r.years, split_part(r.slug, '/', 1) as prize
    from published.slugs s
    left join published.resources r on r.resource = s.resource and r.document_id = s.document_id
   where s.resource = 'editions' and s.slug = $1
), named as (
  select r.resource, r.document_id, r.facets
    from year y
    join published.resources r on r.resource in ('citations', 'press-releases')
     and r.years @> y.years and r.facets @> jsonb_build_object('prizes', jsonb_build_array(y.prize))
), wanted as (
  select 'editions' as resource, document_id from year
  union select resource, document_id from named
  union select 'biographies', (facets ->> 'biography')::uuid from named where facets ? 'biography'
  union select 'laureates', id::uuid from named, jsonb_array_elements_text(coalesce(facets -> 'laureates', '[]')) as id
  union select 'media', id::uuid from named, jsonb_array_elements_text(coalesce(facets -> 'media', '[]')) as id
)
select y.slug, c.resource, c.locale, convert_from(b.body, 'UTF8') as body
  from year y
  left join wanted w on true
  left join published.current c on c.resource = w.resource and c.document_id = w.document_id and c.fallback = 'none'
  left join published.bodies b on b.sha256 = c.sha256
 order by c.resource, c.document_id, c.locale`,
}

type Row = {
  slug: string | null
  resource: KitResource | null
  locale: string | null
  body: string | null
}
type KitResource = 'editions' | 'citations' | 'biographies' | 'press-releases' | 'laureates' | 'media'

export type KitBodies = {
  slug: string
  /** Of all that the kit is made of. */
  ids: readonly string[]
  /** Bodies of one kind, each in one language and without any that stands in. */
  of: <Name extends KitResource>(name: Name) => Resource<Name>[]
}

/** Throws Refused: 404 or 410. `slug` of the answer is the present one. */
export async function findPressKit(database: Reading, slug: string): Promise<KitBodies> {
  const rows = await database.query<Row>(statement, [slug])
  const [first] = rows
  if (!first) throw notFound
  if (first.slug === null) throw gone
  const bodies = rows.flatMap(({ resource, body }) =>
    resource === null || body === null ? [] : [{ resource, body: JSON.parse(body) as { id: string } }],
  )
  return {
    slug: first.slug,
    ids: [...new Set(bodies.map(({ body }) => body.id))],
    of: <Name extends KitResource>(name: Name) =>
      bodies.filter(({ resource }) => resource === name).map(({ body }) => body as unknown as Resource<Name>),
  }
}
