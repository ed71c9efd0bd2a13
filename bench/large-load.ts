// For `npm run bench:delivery-large`. `fill N`: N laureates in twelve languages, each with an award entry and a long
// biography. The first few are approved and published through the same code as the desk's "Publish"; the others are
// copies of what that made public, with ids and addresses of their own. `publish N`: publishes new laureates until
// N snapshots were stored. Prints one line of JSON per step.

import { Client } from 'pg'
import { heading, paragraph, richText } from '../src/rich-text'
import {
  beginRelease,
  projectUnits,
  publishRelease,
  type Draft,
  type Publishable,
  type UnitChange,
} from '../src/publishing'
import { approve, inviteReviewer } from './approve'
import { idOf } from './copied-id'
import { languages, makeLanguage, makeRandom, type Language } from './search-words'

const [task, wanted = '0'] = process.argv.slice(2)
const count = Number(wanted)
const originals = Math.min(20, count)
const firstNew = 900_000
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

const spoken = languages.map(makeLanguage)
const inEach = <Value>(make: (language: Language) => Value): Record<string, Value> =>
  Object.fromEntries(spoken.map((language) => [language.code, make(language)]))
const one = '00000000-0000-4000-8000-000000000001'
const [prize, edition] = [idOf(one, 1), idOf(one, 2)]

type Invented = { collection: Publishable; draft: Draft }

const foundation: Invented[] = [
  {
    collection: 'prizes',
    draft: {
      id: prize,
      slug: 'invented',
      timeZone: 'Europe/Stockholm',
      name: inEach(({ prize: name }) => name),
    },
  },
  {
    collection: 'editions',
    draft: {
      id: edition,
      prize,
      year: 2001,
      status: 'announced',
      defaultContacts: [],
      ceremony: { place: inEach((language) => language.word(40)) },
    },
  },
]

const partsOf = (n: number) => ({
  laureate: idOf(one, 10 + 3 * n),
  citation: idOf(one, 11 + 3 * n),
  biography: idOf(one, 12 + 3 * n),
})

function laureate(n: number): Invented[] {
  const random = makeRandom(n + 1)
  const { laureate: id, citation, biography } = partsOf(n)
  const long = (language: Language) =>
    richText(
      Array.from({ length: 4 }, () => [
        heading(language.text(random, 4)),
        paragraph(language.text(random, 75)),
        paragraph(language.text(random, 75)),
      ]).flat(),
    )
  return [
    {
      collection: 'laureates',
      draft: {
        id,
        slug: `laureate-${n}`,
        kind: 'person',
        variants: [],
        birth: { date: '1950-05-05', countryNow: 'SE' },
        knownName: inEach((language) => language.name(makeRandom(n + 1))),
        education: inEach((language) => language.text(random, 20)),
      },
    },
    {
      collection: 'citations',
      draft: {
        id: citation,
        edition,
        laureates: [id],
        slug: `laureate-${n}`,
        awardType: 'prize',
        status: 'received',
        countries: ['SE'],
        themes: ['invention'],
        contactsOverride: [],
        motivation: inEach((language) => language.text(random, 15)),
      },
    },
    {
      collection: 'biographies',
      draft: {
        id: biography,
        citation,
        short: inEach((language) => richText([paragraph(language.text(random, 40))])),
        long: inEach(long),
      },
    },
  ]
}

const unitsOf = ({ collection, draft }: Invented): UnitChange[] =>
  projectUnits(collection, draft)
    .filter(({ hasContent }) => hasContent)
    .map(({ unit, content, hash }) => ({ collection, id: draft.id, unit, content, hash }))

async function publish(client: Client, reviewer: string, invented: readonly Invented[]): Promise<number> {
  const changes = invented.flatMap(unitsOf)
  await client.query('begin')
  await approve(client, changes, reviewer)
  await beginRelease(client)
  await publishRelease(client, { changes, person: null, note: 'benchmark' })
  await client.query('commit')
  return changes.length
}

const functions = `
create schema bench;
create function bench.id(id uuid, n int) returns uuid language sql immutable as
  $$ select overlay(overlay(md5(id::text || ':' || n) placing '4' from 13) placing '8' from 17)::uuid $$;
create function bench.copy(said text, n int, laureate uuid, citation uuid, biography uuid, slug text) returns text
  language sql immutable as $$
  select replace(replace(replace(replace(said, laureate::text, bench.id(laureate, n)::text),
                                 citation::text, bench.id(citation, n)::text),
                         biography::text, bench.id(biography, n)::text),
                 slug || '"', slug || 'x' || n || '"') $$;
`

// $1, $2: from and to; $3 to $5: the ids of the original; $6: its address.
const copies = `
with wanted as (select n from generate_series($1::int, $2::int) as n),
texts as (
  select b.sha256 as old, n, convert_to(bench.copy(convert_from(b.body, 'UTF8'), n, $3, $4, $5, $6), 'UTF8') as body
    from published.bodies b, wanted
   where b.sha256 in (select sha256 from published.current where document_id in ($3, $4, $5))
),
fresh as materialized (select old, n, body, encode(sha256(body), 'hex') as sha256 from texts),
bodies as (insert into published.bodies (sha256, body) select sha256, body from fresh on conflict do nothing),
resources as (
  insert into published.resources (resource, document_id, slug, years, facets)
  select resource, bench.id(document_id, n), slug || 'x' || n, years,
         bench.copy(facets::text, n, $3, $4, $5, $6)::jsonb
    from published.resources, wanted where document_id in ($3, $4, $5)
),
slugs as (
  insert into published.slugs (resource, slug, document_id)
  select resource, slug || 'x' || n, bench.id(document_id, n) from published.slugs, wanted
   where document_id in ($3, $4, $5)
)
insert into published.current
  (resource, document_id, locale, fallback, sha256, content_language, sort_key, search, updated_at, release)
select c.resource, bench.id(c.document_id, f.n), c.locale, c.fallback, f.sha256, c.content_language,
       c.sort_key || ' ' || f.n, c.search, c.updated_at, c.release
  from published.current c join fresh f on f.old = c.sha256
 where c.document_id in ($3, $4, $5)`

const perCopy = 50

async function copy(client: Client): Promise<void> {
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; ${functions}`)
  const each = Math.ceil(count / originals) - 1
  for (let original = 0; original < originals; original += 1) {
    const { laureate: id, citation, biography } = partsOf(original)
    for (let from = 1; from <= each; from += perCopy) {
      const to = Math.min(each, from + perCopy - 1)
      await client.query(copies, [from, to, id, citation, biography, `laureate-${original}`])
    }
    say({ filled: (original + 1) * (each + 1) })
  }
  await client.query('reset session_replication_role')
  await client.query(
    'vacuum analyze published.current, published.bodies, published.resources, published.slugs',
  )
}

async function connect(url: string | undefined): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}

async function fill(desk: Client): Promise<void> {
  const reviewer = await inviteReviewer(desk, languages)
  await publish(desk, reviewer, foundation)
  for (let n = 0; n < originals; n += 1) await publish(desk, reviewer, laureate(n))
  const owner = await connect(process.env['BENCH_SUPER_URL'])
  await copy(owner)
  await owner.end()
}

async function publishNew(desk: Client): Promise<void> {
  const { rows } = await desk.query<{ id: string; n: number }>(
    `select id::text, (select count(*)::int from published.releases) as n from public.users where name = 'The reviewer'`,
  )
  const [found] = rows
  if (!found) throw new Error('Nothing was filled.')
  let stored = 0
  for (let n = firstNew + found.n; stored < count; n += 1) {
    stored += await publish(desk, found.id, laureate(n))
    say({ stored })
  }
}

const desk = await connect(process.env['DESK_DATABASE_URL'])
await (task === 'fill' ? fill(desk) : publishNew(desk))
await desk.end()
