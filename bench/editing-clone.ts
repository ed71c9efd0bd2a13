import { Client } from 'pg'
import { canonicalJson, sha256 } from '@/lib/hash'
import { idOf } from './copied-id'
import type { Say, Size } from './editing'
import { firstYear, slug, type First } from './editing-first'
import type { Staff } from './editing-people'
import { copiesOf, keepVersions, type Copy } from './editing-tables'

// Makes many laureates of the first one, in Payload's tables and in ours, as if each had been written, approved and
// published as that one was. Copy `n` of a row has the id `bench.id(id, n)`. Ten laureates share a year. Triggers are off
// meanwhile: what they keep (authors, states of requests) is copied or set here.

const perYear = 10
const chunk = 250
type Job = { size: Size; first: First; staff: Staff; say: Say }
export type Rows = { versions: number; revisions: number }

export async function multiply({ size, first, staff, say }: Job): Promise<Rows> {
  const client = new Client({ connectionString: process.env['BENCH_SUPER_URL'] })
  await client.connect()
  try {
    await prepare(client)
    await keepVersions(client, size.versions)
    const copies = await copiesOf(client)
    for (let from = 1; from < size.laureates; from += chunk) {
      const to = Math.min(from + chunk, size.laureates) - 1
      say(`copying laureates ${from} to ${to} of ${size.laureates}`)
      await client.query('begin')
      for (const copy of copies) await insertCopies(client, copy, { from, to })
      await copySharedWords(client, first, { from, to })
      await client.query('commit')
    }
    await openWork(client, { size, first, staff })
    say('counting rows')
    await client.query('reset session_replication_role')
    await client.query('vacuum analyze')
    return await count(client)
  } finally {
    await client.end()
  }
}

async function prepare(client: Client): Promise<void> {
  await client.query(`
    set session_replication_role = replica;
    set synchronous_commit = off;
    create schema bench;
    create function bench.id(id uuid, n int) returns uuid language sql immutable as
      $$ select case when n = 0 then id else overlay(overlay(md5(id::text || ':' || n) placing '4' from 13) placing '8' from 17)::uuid end $$;`)
}

type Range = { from: number; to: number }

async function insertCopies(client: Client, { table, columns, perYear: isYear, only }: Copy, range: Range) {
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map(({ value }) => value).join(', ')
  const years = { from: Math.ceil(range.from / perYear), to: Math.floor(range.to / perYear) }
  const { from, to } = isYear ? years : range
  await client.query(
    `insert into ${table} (${names}) select ${values} from bench."${table}" s, generate_series(${from}, ${to}) n
      where ${only ?? 'true'}`,
  )
}

type Words = { id: string; collection: string; values: object; content: object | null }

/** Slugs, years and links are words of the unit 'shared': they differ in each copy, and so does their hash. */
async function copySharedWords(client: Client, first: First, { from, to }: Range): Promise<void> {
  const { rows } = await client.query<Words>(
    `select id, collection, "values", content from bench."editorial.revisions" where unit = 'shared'`,
  )
  const copies = Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((n) =>
    rows
      .filter(({ collection }) => collection !== 'editions' || n % perYear === 0)
      .map((row) => changed(row, first, n)),
  )
  await client.query(
    `update editorial.revisions r
        set "values" = c."values", values_hash = c.values_hash, content = c.content, content_hash = c.content_hash
       from jsonb_to_recordset($1) as c (id uuid, "values" jsonb, values_hash text, content jsonb, content_hash text)
      where r.id = c.id`,
    [JSON.stringify(copies)],
  )
  await client.query(
    `update editorial.approvals a set values_hash = r.values_hash from editorial.revisions r
      where r.id = a.revision and r.id = any ($1) and a.values_hash <> r.values_hash`,
    [copies.map(({ id }) => id)],
  )
  await client.query(
    `update published.units p set content = r.content, content_hash = r.content_hash
       from editorial.units u join editorial.revisions r on r.id = u.revision
      where r.id = any ($1) and u.unit = 'shared' and p.unit = 'shared'
        and p.collection = u.collection and p.document_id = u.document_id`,
    [copies.map(({ id }) => id)],
  )
}

function changed({ id, collection, values, content }: Words, first: First, n: number) {
  const year = Math.floor(n / perYear)
  const own = collection === 'editions' ? year : n
  const change = (value: object): object => {
    const text = [first.laureates, first.citations, first.biographies]
      .reduce((all, one) => all.replaceAll(one, idOf(one, n)), JSON.stringify(value))
      .replaceAll(first.editions, idOf(first.editions, year))
      .replaceAll(`"${slug}"`, `"${slug}-${n}"`)
      .replaceAll(`"year":${firstYear}`, `"year":${firstYear + year}`)
    return JSON.parse(text) as object
  }
  const newValues = change(values)
  const newContent = content && change(content)
  return {
    id: idOf(id, own),
    values: newValues,
    values_hash: sha256(canonicalJson(newValues)),
    content: newContent,
    content_hash: newContent && sha256(canonicalJson(newContent)),
  }
}

/**
 * The same work waits, however many documents and languages there are: of the first `open` laureates one third is in
 * review, one third is being written and one third is approved, in English and Swedish, and one in four was sent to translation.
 */
async function openWork(client: Client, { size, first, staff }: Omit<Job, 'say'>): Promise<void> {
  const ids = Array.from({ length: size.open }, (_, index) => idOf(first.laureates, index + 1))
  await client.query(
    `update editorial.units u
        set stage = (array['in-review', 'writing', 'approved'])[1 + o.n % 3],
            approval = case when o.n % 3 = 2 then u.approval end,
            authors = case when o.n % 3 = 2 then '{}' else array[$2::uuid] end,
            stage_at = u.stage_at + make_interval(secs => o.n), stage_by = $2
       from unnest($1::uuid[]) with ordinality as o (id, n)
      where u.document_id = o.id and u.unit in ('en', 'sv')`,
    [ids, staff.editor.user.id],
  )
  await client.query(
    `insert into editorial.translation_requests (collection, document_id, locale, sent_by, state)
     select 'laureates', id, 'sv', $2, 'source-changed' from unnest($1::uuid[]) with ordinality as o (id, n) where n % 4 = 0`,
    [ids, staff.editor.user.id],
  )
}

async function count(client: Client): Promise<Rows> {
  const { rows } = await client.query<Rows>(
    `select ((select count(*) from _laureates_v_locales) + (select count(*) from _citations_v_locales)
             + (select count(*) from _biographies_v_locales))::int as versions,
            (select count(*) from editorial.revisions)::int as revisions`,
  )
  return rows[0] ?? { versions: 0, revisions: 0 }
}
