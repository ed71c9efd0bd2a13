import type { ClientBase } from 'pg'
import { quoted } from './tables-of'

// The public tables as another server needs them that only receives: columns, keys and indexes. Guards and foreign keys stay
// at home: what arrives was checked there. Read from the catalogue, so that whatever a migration makes public is part of it.

type Client = Pick<ClientBase, 'query'>

const publicSchema = 'published'

/** Tables that the public side may read, as `schema.table`. They are what replicas receive; nothing else leaves home. */
export async function listPublic(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relkind = 'r' and has_table_privilege('delivery_reader', c.oid, 'SELECT') order by 1`,
    [publicSchema],
  )
  return rows.map(({ name }) => name)
}

/** The statements that make the public tables in an empty database, and the rights of the reading role. */
export async function describePublic(client: Client): Promise<string[]> {
  const names = await listPublic(client)
  const tables = []
  for (const name of names) tables.push(await describeTable(client, name))
  return [
    `create schema ${publicSchema}`,
    `create extension pg_trgm schema ${publicSchema}`,
    ...tables,
    ...(await describeIndexes(client, names)),
    'set check_function_bodies = off',
    ...(await describeFunctions(client)),
    `grant usage on schema ${publicSchema} to delivery_reader`,
    `grant select on ${names.map(quoted).join(', ')} to delivery_reader`,
  ]
}

async function describeTable(client: Client, name: string): Promise<string> {
  const { rows } = await client.query<{ line: string }>(
    `select format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
            || coalesce(' collate ' || (select c.oid::regcollation::text from pg_collation c join pg_type t on t.oid = a.atttypid
                                         where c.oid = a.attcollation and c.oid <> t.typcollation), '')
            || case when a.attstorage <> t.typstorage
                    then ' storage ' || case a.attstorage when 'm' then 'main' when 'e' then 'external'
                                                          when 'p' then 'plain' else 'extended' end else '' end
            || case when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
                    else '' end
            || case when a.attnotnull then ' not null' else '' end as line
       from pg_attribute a join pg_type t on t.oid = a.atttypid
       left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [quoted(name)],
  )
  const { rows: keys } = await client.query<{ line: string }>(
    `select format('constraint %I %s', conname, pg_get_constraintdef(oid)) as line
       from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u') order by contype, conname`,
    [quoted(name)],
  )
  return `create table ${quoted(name)} (${[...rows, ...keys].map(({ line }) => line).join(', ')})`
}

async function describeIndexes(client: Client, names: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select pg_get_indexdef(i.indexrelid) as line
       from pg_index i
      where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      order by i.indexrelid`,
    [names.map(quoted)],
  )
  return rows.map(({ line }) => line)
}

// What guards a table is a trigger's function and stays at home.
async function describeFunctions(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select pg_get_functiondef(p.oid) as line
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = $1 and p.prokind = 'f' and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
        and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
      order by p.oid`,
    [publicSchema],
  )
  return rows.map(({ line }) => line)
}

/** A public table that cannot be followed, because its rows have no key. */
export async function findWithoutKey(client: Client): Promise<string | undefined> {
  for (const name of await listPublic(client)) {
    const { rows } = await client.query<{ has: boolean }>(
      `select exists (select from pg_index i where i.indrelid = $1::regclass and i.indisprimary) as has`,
      [quoted(name)],
    )
    if (!rows[0]?.has) return name
  }
  return undefined
}
