import type { Client } from 'pg'

// Which tables hold the first documents, and how each of their columns is copied: found in the catalogue of the database,
// so that a new field is copied too.

type Column = { name: string; value: string }
export type Copy = { table: string; columns: Column[]; perYear: boolean; only?: string }

const roots = ['editions', 'laureates', 'citations', 'biographies'] as const
const yearly = (table: string): boolean => /^_?editions(_|$)/.test(table)

const payloadTables = roots.flatMap((root) => [root, `_${root}_v`])
const ownTables = [
  'editorial.revisions',
  'editorial.approvals',
  'editorial.units',
  'editorial.steps',
  'editorial.comments',
  'published.units',
  'published.current_units',
  'published.refs',
  'published.resources',
  'published.slugs',
]

type Link = { table: string; column: string; to: string }

/** The first documents as they are now, put aside in schema `bench`; of each document the newest `versions`. */
export async function keepVersions(client: Client, versions: number): Promise<void> {
  const links = await linksOf(client)
  const tables = inOrder(links)
  for (const table of [...tables, ...ownTables]) {
    await client.query(`create table bench."${table}" as select * from ${table}`)
  }
  for (const root of roots) {
    await client.query(`delete from bench."_${root}_v" where id not in (
      select id from bench."_${root}_v" order by created_at desc, id desc limit ${versions})`)
  }
  const inside = links.filter(({ table, to }) => tables.includes(table) && tables.includes(to))
  for (const { table, column, to } of inside.toSorted(
    (a, b) => tables.indexOf(a.table) - tables.indexOf(b.table),
  ))
    await client.query(
      `delete from bench."${table}" where "${column}" is not null and "${column}" not in (select id from bench."${to}")`,
    )
  await client.query(`delete from bench."editorial.revisions" r where exists (
    select from bench."editorial.revisions" later where later.collection = r.collection
       and later.document_id = r.document_id and later.unit = r.unit and later.number >= r.number + ${versions})`)
  // Of the prize there is one.
  for (const table of ownTables.filter((name) => name.startsWith('editorial')))
    if (table !== 'editorial.approvals')
      await client.query(`delete from bench."${table}" where collection = 'prizes'`)
  await client.query(`delete from bench."editorial.approvals"
    where revision not in (select id from bench."editorial.revisions")`)
  for (const table of ['published.units', 'published.current_units'])
    await client.query(`delete from bench."${table}" where collection = 'prizes'`)
  await client.query(`delete from bench."published.refs" where from_collection = 'prizes'`)
  for (const table of ['published.resources', 'published.slugs'])
    await client.query(`delete from bench."${table}" where resource = 'prizes'`)
}

/** Foreign keys of single columns in Payload's schema. */
async function linksOf(client: Client): Promise<Link[]> {
  const { rows } = await client.query<Link>(
    `select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as to
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and array_length(c.conkey, 1) = 1`,
  )
  return rows.map((row) => ({ ...row, table: bare(row.table), to: bare(row.to) }))
}

const bare = (table: string): string => table.replaceAll('"', '')

/** The tables of the copied documents, those that others belong to first. */
function inOrder(links: readonly Link[]): string[] {
  const tables: string[] = [...payloadTables]
  for (const owner of tables) {
    const rows = links.filter(
      ({ table, column, to }) => to === owner && /^_?parent_id$/.test(column) && !tables.includes(table),
    )
    tables.push(...rows.map(({ table }) => table))
  }
  return [...new Set(tables)]
}

type Described = { name: string; type: string; isCounted: boolean }

export async function copiesOf(client: Client): Promise<Copy[]> {
  const links = await linksOf(client)
  const tables = inOrder(links)
  const copies: Copy[] = []
  for (const table of tables) {
    const columns = (await columnsOf(client, `public."${table}"`)).filter(({ isCounted }) => !isCounted)
    const value = (column: Described) => payloadValue(column, { table, links, tables })
    copies.push({
      table,
      perYear: yearly(table),
      columns: columns.map((column) => ({ name: column.name, value: value(column) })),
    })
  }
  for (const table of ownTables) copies.push(...(await ownCopies(client, table)))
  return copies
}

async function columnsOf(client: Client, table: string): Promise<Described[]> {
  const { rows } = await client.query<Described>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
            a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval(%', false) as "isCounted"
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table],
  )
  return rows
}

type Around = { table: string; links: readonly Link[]; tables: readonly string[] }

const changes: readonly [RegExp, string][] = [
  [/^(version_)?slug$/, " || '-' || n"],
  [/^(version_)?admin_title$/, " || ' ' || n"],
  [/^(version_)?year$/, ' + n'],
  [/^(version_)?(created|updated)_at$/, ' - make_interval(secs => n)'],
]

function payloadValue({ name, type }: Described, { table, links, tables }: Around): string {
  const here = `s."${name}"`
  const to = name === 'id' ? table : links.find((link) => link.table === table && link.column === name)?.to
  if (to !== undefined && tables.includes(to)) {
    if (type !== 'uuid') return `md5(${here} || ':' || n)`
    return `bench.id(${here}, ${yearly(to) && !yearly(table) ? 'n / 10' : 'n'})`
  }
  return here + (changes.find(([names]) => names.test(name))?.[1] ?? '')
}

const mapped = new Set([
  'document_id',
  'revision',
  'approval',
  'source_revision',
  'restored_from',
  'unit_id',
  'answers',
  'from_id',
])
const kindColumn: Record<string, string> = {
  'published.refs': 'from_collection',
  'published.resources': 'resource',
  'published.slugs': 'resource',
}

/** Ours, for years and for the rest. */
async function ownCopies(client: Client, table: string): Promise<Copy[]> {
  const columns = (await columnsOf(client, table)).filter(({ isCounted }) => !isCounted)
  const kind =
    table === 'editorial.approvals'
      ? `(select collection from bench."editorial.revisions" r where r.id = s.revision)`
      : `s.${kindColumn[table] ?? 'collection'}`
  const valueOf = ({ name, type }: Described): string => {
    const here = `s."${name}"`
    if (name === 'to_id')
      return `case s.to_collection when 'prizes' then ${here} when 'editions' then bench.id(${here}, n / 10) else bench.id(${here}, n) end`
    if (type === 'uuid' && (name === 'id' || mapped.has(name))) return `bench.id(${here}, n)`
    if (name === 'slug') return `${here} || '-' || n`
    return here
  }
  const all: Column[] = columns.map((column) => ({ name: column.name, value: valueOf(column) }))
  return [
    { table, columns: all, perYear: true, only: `${kind} = 'editions'` },
    { table, columns: all, perYear: false, only: `${kind} <> 'editions'` },
  ]
}
