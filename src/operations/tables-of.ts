import type { ClientBase } from 'pg'
import type { Manifest, TableShape } from './manifest'

// The tables of the desk, from the catalogue: whatever a migration made is in a backup.

type Client = Pick<ClientBase, 'query'>

const ours = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`

/** All tables with the columns that are stored by themselves, in the order of their names. */
export async function listTables(client: Client): Promise<Omit<TableShape, 'rows'>[]> {
  const { rows } = await client.query<Omit<TableShape, 'rows'>>(
    `select n.nspname || '.' || c.relname as name,
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                   order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and ${ours} order by 1`,
  )
  return rows
}

export async function listSequences(client: Client): Promise<Manifest['sequences']> {
  const { rows: found } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and ${ours} order by 1`,
  )
  const sequences: Manifest['sequences'] = []
  for (const { name } of found) {
    const { rows } = await client.query<{ last: string; isCalled: boolean }>(
      `select last_value::text as last, is_called as "isCalled" from ${quoted(name)}`,
    )
    sequences.push({ name, last: rows[0]?.last ?? '1', isCalled: rows[0]?.isCalled ?? false })
  }
  return sequences
}

/** `schema.table` as SQL writes it. Names come from the catalogue or from a backup whose parts were compared with it. */
export const quoted = (name: string): string => name.split('.').map(identifier).join('.')

export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

const beginnings = new Set([
  'public.payload_migrations',
  'published.head',
  'published.heartbeat',
  'audit.head',
  'desk.heartbeat',
  'webhooks.cursor',
])

/** A table that holds something, if there is one: more than what migrations leave. */
export async function findContent(client: Client): Promise<string | undefined> {
  for (const { name } of await listTables(client)) {
    if (beginnings.has(name)) continue
    const { rows } = await client.query<{ some: boolean }>(
      `select exists (select from ${quoted(name)}) as some`,
    )
    if (rows[0]?.some) return name
  }
  return undefined
}

/** Names of the migrations that made the tables; none in an empty database. */
export async function listDone(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    "select to_regclass('public.payload_migrations') is not null as exists",
  )
  if (!rows[0]?.exists) return []
  const done = await client.query<{ name: string }>(
    'select name from public.payload_migrations order by name',
  )
  return done.rows.map(({ name }) => name)
}

/** Takes everything away that migrations made. */
export async function dropTables(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace n where nspname !~ '^pg_' and nspname <> 'information_schema'`,
  )
  const drops = rows.map(({ name }) => `drop schema ${identifier(name)} cascade`)
  await client.query(['begin', ...drops, 'create schema public', 'commit'].join('; '))
}
