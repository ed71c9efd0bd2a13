import { setTimeout as pause } from 'node:timers/promises'
import type { ClientBase } from 'pg'
import { describePublic, findWithoutKey, listPublic } from './replica-schema'
import { identifier, quoted } from './tables-of'

// What is public, on another server: Postgres sends the rows of the public tables, by name, after each commit, and nothing
// else. The server at home keeps all drafts.

type Client = Pick<ClientBase, 'query'>

const publication = 'laureate_public'
const subscription = 'laureate_public'
const slotPrefix = 'laureate_public_'

/**
 * Offers the public tables to `copier`, a role that may sign in and has REPLICATION. Again after an update that brought new
 * public tables. The owner's connection at home. Returns the tables.
 */
export async function offerPublic(client: Client, copier: string): Promise<string[]> {
  const keyless = await findWithoutKey(client)
  if (keyless !== undefined) throw new Error(`${keyless} has no primary key, so its rows cannot be followed.`)
  const tables = await listPublic(client)
  const list = tables.map(quoted).join(', ')
  const { rows } = await client.query('select from pg_publication where pubname = $1', [publication])
  await client.query(
    rows.length > 0
      ? `alter publication ${publication} set table ${list}`
      : `create publication ${publication} for table ${list}`,
  )
  const { rows: names } = await client.query<{ name: string }>('select current_database() as name')
  await client.query(`grant connect on database ${identifier(names[0]?.name ?? '')} to ${identifier(copier)}`)
  await client.query(`grant usage on schema published to ${identifier(copier)}`)
  await client.query(`grant select on ${list} to ${identifier(copier)}`)
  return tables
}

/** Public tables that the offer lacks; undefined where nothing is offered. */
export async function missingInOffer(client: Client): Promise<string[] | undefined> {
  const { rows: offers } = await client.query('select from pg_publication where pubname = $1', [publication])
  if (offers.length === 0) return undefined
  const { rows } = await client.query<{ name: string }>(
    "select schemaname || '.' || tablename as name from pg_publication_tables where pubname = $1",
    [publication],
  )
  const offered = new Set(rows.map(({ name }) => name))
  return (await listPublic(client)).filter((name) => !offered.has(name))
}

export type Replica = {
  /** Tells this replica from others: the server at home keeps for it what it has not read. */
  name: string
  /** The copier's connection to the server at home. */
  home: Client
  /** A superuser of the database that becomes the replica; nobody else uses it. */
  replica: Client
  /** The address of the server at home as the replica reaches it, with the copier's user and password. */
  homeUrl: string
  /** Password of `delivery_reader` on the replica. */
  readerPassword: string
}

/**
 * Makes a replica of what is public from nothing: also of one that is there. While rows are copied nobody may read it;
 * `finishReplica` opens it.
 */
export async function buildReplica({ name, home, replica, homeUrl, readerPassword }: Replica): Promise<void> {
  const statements = await describePublic(home)
  await closeToReaders(replica, readerPassword)
  await dropReplica(replica)
  const slot = `${slotPrefix}${name}`
  await forgetSlot(home, slot)
  for (const statement of statements) await replica.query(statement)
  await replica.query(
    `create subscription ${subscription} connection ${literal(conninfo(homeUrl))} publication ${publication}
       with (slot_name = ${literal(slot)}, streaming = off, origin = none)`,
  )
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

const escaped = (value: string): string =>
  value.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)

/** As libpq reads it. */
function conninfo(url: string): string {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const facts = {
    host: hostname,
    port: port || '5432',
    dbname: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    ...Object.fromEntries(searchParams),
    // A line that broke is noticed within seconds.
    connect_timeout: '5',
    keepalives_idle: '5',
    keepalives_interval: '2',
    keepalives_count: '3',
  }
  return Object.entries(facts)
    .map(([name, value]) => `${name}='${escaped(value)}'`)
    .join(' ')
}

async function closeToReaders(replica: Client, password: string): Promise<void> {
  const { rows } = await replica.query("select from pg_roles where rolname = 'delivery_reader'")
  if (rows.length === 0) await replica.query('create role delivery_reader')
  await replica.query(`alter role delivery_reader login password ${literal(password)} connection limit 0`)
  await replica.query('alter role delivery_reader set default_transaction_read_only = on')
  await replica.query("alter role delivery_reader set statement_timeout = '3s'")
  const { rows: names } = await replica.query<{ name: string }>('select current_database() as name')
  const name = identifier(names[0]?.name ?? '')
  await replica.query(`revoke connect, temporary on database ${name} from public`)
  await replica.query(`grant connect on database ${name} to delivery_reader`)
  await replica.query('revoke all on schema public from public')
  await replica.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'delivery_reader'",
  )
}

/** Takes away what an earlier replica left, also when the server at home is gone. */
async function dropReplica(replica: Client): Promise<void> {
  const { rows } = await replica.query(
    'select from pg_subscription where subname = $1 and subdbid = (select oid from pg_database where datname = current_database())',
    [subscription],
  )
  if (rows.length > 0) {
    await replica.query(`alter subscription ${subscription} disable`)
    await replica.query(`alter subscription ${subscription} set (slot_name = none)`)
    await replica.query(`drop subscription ${subscription}`)
  }
  await replica.query('drop schema if exists published cascade')
}

/** What an earlier replica of that name left at home. Its connection may still be ending. */
async function forgetSlot(home: Client, slot: string): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    const { rows } = await home.query<{ pid: number | null }>(
      'select active_pid as pid from pg_replication_slots where slot_name = $1',
      [slot],
    )
    const [held] = rows
    if (!held) return
    if (held.pid === null) await home.query('select pg_drop_replication_slot($1)', [slot])
    else {
      await home.query('select pg_terminate_backend($1)', [held.pid])
      await pause(100)
    }
  }
  throw new Error(`The server at home still uses slot ${slot}.`)
}

export type Progress = { copied: number; total: number }

/** Tables whose first copy is complete. */
export async function readProgress(replica: Client): Promise<Progress> {
  const { rows } = await replica.query<Progress>(
    "select count(*) filter (where srsubstate = 'r')::int as copied, count(*)::int as total from pg_subscription_rel",
  )
  return rows[0] ?? { copied: 0, total: 0 }
}

/** Opens a replica whose first copy is complete. False: it is not. */
export async function finishReplica(replica: Client): Promise<boolean> {
  const { copied, total } = await readProgress(replica)
  if (total === 0 || copied < total) return false
  await replica.query('analyze')
  await replica.query('alter role delivery_reader connection limit 50')
  return true
}
