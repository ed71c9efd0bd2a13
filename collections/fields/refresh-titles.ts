import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { CollectionAfterChangeHook } from 'payload'
import { requestTransaction } from '@/workflow'

// A title on screens is derived from other documents: prize → year → award entry ← laureates, award entry →
// biography. Saving one of them renews the titles that hold its own. Only the label of the newest draft changes, by
// SQL in the transaction of the save: no new version, nobody's "last saved". Rows are locked from the top of that
// chain to its end and by id, so that two saves never wait for each other.

type Ids = string[]
type Renewal = (tx: Awaited<ReturnType<typeof requestTransaction>>, id: string) => Promise<void>
const ids = (list: Ids): SQL => sql`${sql.param(list)}::uuid[]`

/** afterChange of prizes, years, laureates and award entries. */
export const refreshTitles: CollectionAfterChangeHook = async ({ doc, req, collection, operation }) => {
  const renew = operation === 'update' ? renewals[collection.slug] : undefined
  if (renew) await renew(await requestTransaction(req), String((doc as { id: unknown }).id))
  return doc as unknown
}

const renewals: Record<string, Renewal> = {
  prizes: async (tx, id) => {
    const { rows } = await tx.execute<{ id: string }>(editionsOf(id))
    await renewCitations(tx, { editions: rows.map((row) => row.id), laureates: [] })
  },
  editions: (tx, id) => renewCitations(tx, { editions: [id], laureates: [] }),
  laureates: (tx, id) => renewCitations(tx, { editions: [], laureates: [id] }),
  citations: async (tx, id) => void (await tx.execute(biographiesOf([id]))),
}

type Of = { editions: Ids; laureates: Ids }

async function renewCitations(tx: Parameters<Renewal>[0], of: Of): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(citationsOf(of))
  if (rows.length > 0) await tx.execute(biographiesOf(rows.map((row) => row.id)))
}

const editionsOf = (prize: string): SQL => sql`
  with held as (
    select id, version_prize_id as prize, version_year::text as year from public._editions_v
     where latest and version_prize_id = ${prize}::uuid order by id for update
  )
  update public._editions_v e
     set version_admin_title = concat_ws(' ', nullif(p.version_admin_title, ''), held.year)
    from held join public._prizes_v p on p.latest and p.parent_id = held.prize
   where e.id = held.id
     and e.version_admin_title is distinct from concat_ws(' ', nullif(p.version_admin_title, ''), held.year)
  returning e.parent_id as id`

// Two questions, each by its index: asked as one with `or`, every award entry there is would be looked at.
const citationsOf = ({ editions, laureates }: Of): SQL => sql`
  with held as (
    select c.id, c.version_edition_id as edition from public._citations_v c
     where c.latest and c.id in (
       select id from public._citations_v where version_edition_id = any (${ids(editions)})
       union
       select parent_id from public._citations_v_rels where laureates_id = any (${ids(laureates)})
     )
     order by c.id for update
  ),
  named as (
    select held.id, string_agg(nullif(l.version_admin_title, ''), ' / ' order by r."order") as names
      from held
      left join public._citations_v_rels r on r.parent_id = held.id and r.path = 'version.laureates'
      left join public._laureates_v l on l.latest and l.parent_id = r.laureates_id
     group by held.id
  ),
  titled as (
    select held.id, concat_ws(' · ', nullif(e.version_admin_title, ''), named.names) as title
      from held join named using (id)
      left join public._editions_v e on e.latest and e.parent_id = held.edition
  )
  update public._citations_v c set version_admin_title = titled.title
    from titled where c.id = titled.id and c.version_admin_title is distinct from titled.title
  returning c.parent_id as id`

const biographiesOf = (citations: Ids): SQL => sql`
  with held as (
    select id, version_citation_id as citation from public._biographies_v
     where latest and version_citation_id = any (${ids(citations)}) order by id for update
  )
  update public._biographies_v b set version_admin_title = c.version_admin_title
    from held join public._citations_v c on c.latest and c.parent_id = held.citation
   where b.id = held.id and b.version_admin_title is distinct from c.version_admin_title`
