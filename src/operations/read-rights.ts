import type { ClientBase } from 'pg'

// What a role may, as Postgres itself answers: its own rights and those of everybody.

type Client = Pick<ClientBase, 'query'>

export type Role = {
  name: string
  /** Attributes that no role of the desk needs. */
  powers: string[]
  memberships: number
  /** Tables, sequences and functions that it owns. */
  owned: number
  connectionLimit: number
  settings: Record<string, string>
}

type TableRights = { table: string; may: string[]; mayColumns: string[] }

export type Rights = {
  tables: TableRights[]
  /** Schemas that it may enter. */
  usage: string[]
  /** Schemas, or "the database", in which it may create things. */
  creates: string[]
  mayMakeTemporary: boolean
  maySwitchTriggersOff: boolean
  mayDateTheLog: boolean
}

/** Undefined where there is no such role. */
export async function readRole(client: Client, name: string): Promise<Role | undefined> {
  const { rows } = await client.query<Omit<Role, 'settings' | 'powers'> & Record<string, unknown>>(
    `select r.rolname as name, r.rolsuper, r.rolcreaterole, r.rolcreatedb, r.rolreplication, r.rolbypassrls,
            r.rolconnlimit as "connectionLimit",
            (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships,
            ((select count(*) from pg_class c where c.relowner = r.oid)
             + (select count(*) from pg_proc p where p.proowner = r.oid)
             + (select count(*) from pg_namespace n where n.nspowner = r.oid))::int as owned,
            coalesce((select array_agg(s order by d.setdatabase) from pg_db_role_setting d cross join unnest(d.setconfig) s
                       where d.setrole = r.oid
                         and d.setdatabase in (0, (select oid from pg_database where datname = current_database()))),
                     '{}') as given
       from pg_roles r where r.rolname = $1`,
    [name],
  )
  const [row] = rows
  if (!row) return undefined
  const powers = ['superuser', 'createrole', 'createdb', 'replication', 'bypassrls'].filter(
    (_power, index) => row[powerColumns[index] ?? ''] === true,
  )
  const { memberships, owned, connectionLimit } = row
  return { name, powers, memberships, owned, connectionLimit, settings: readGiven(row['given'] as string[]) }
}

const powerColumns = ['rolsuper', 'rolcreaterole', 'rolcreatedb', 'rolreplication', 'rolbypassrls']

const readGiven = (given: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    given.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

const ours = "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'"

export async function readRights(client: Client, role: string): Promise<Rights> {
  const { rows: tables } = await client.query<TableRights>(
    `select n.nspname || '.' || c.relname as table,
            array(select p from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
                   where has_table_privilege($1, c.oid, p)) as may,
            array(select p from unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) p
                   where has_any_column_privilege($1, c.oid, p)) as "mayColumns"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${ours} order by 1`,
    [role],
  )
  const { rows: schemas } = await client.query<{ name: string; usage: boolean; creates: boolean }>(
    `select n.nspname as name, has_schema_privilege($1, n.oid, 'USAGE') as usage,
            has_schema_privilege($1, n.oid, 'CREATE') as creates
       from pg_namespace n where ${ours} order by 1`,
    [role],
  )
  return {
    tables,
    usage: schemas.filter(({ usage }) => usage).map(({ name }) => name),
    ...(await readBeside(client, role)),
    creates: [
      ...schemas.filter(({ creates }) => creates).map(({ name }) => `schema ${name}`),
      ...((await mayCreateSchemas(client, role)) ? ['the database'] : []),
    ],
  }
}

async function mayCreateSchemas(client: Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "select has_database_privilege($1, current_database(), 'CREATE') as may",
    [role],
  )
  return rows[0]?.may === true
}

type Beside = Pick<Rights, 'mayMakeTemporary' | 'maySwitchTriggersOff' | 'mayDateTheLog'>

async function readBeside(client: Client, role: string): Promise<Beside> {
  const { rows } = await client.query<Beside>(
    `select has_database_privilege($1, current_database(), 'TEMPORARY') as "mayMakeTemporary",
            has_parameter_privilege($1, 'session_replication_role', 'SET') as "maySwitchTriggersOff",
            coalesce((select bool_or(has_column_privilege($1, a.attrelid, a.attnum, 'INSERT'))
                        from pg_attribute a where a.attrelid = to_regclass('audit.entries') and a.attname in ('id', 'at')),
                     false) as "mayDateTheLog"`,
    [role],
  )
  return rows[0] ?? { mayMakeTemporary: true, maySwitchTriggersOff: true, mayDateTheLog: true }
}
