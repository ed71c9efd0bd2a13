import type { ClientBase } from 'pg'
import { fine, orFine, warning, wrong, type Finding } from './finding'
import type { Installation } from './installation'

export type Look = { client: Pick<ClientBase, 'query'>; installation: Installation }

type Settings = Record<string, string>

async function readSettings({ client }: Look): Promise<Settings> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings',
  )
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
}

export async function checkServer(look: Look): Promise<readonly Finding[]> {
  const settings = await readSettings(look)
  const { server_version_num: number = '0', server_version: name = '' } = settings
  const version = name.split(' ')[0] ?? ''
  const troubles = [
    ...(Number(number) < 150_000
      ? [wrong('database', `Postgres ${version} is too old.`, 'Use Postgres 15 or newer.')]
      : []),
    ...(settings['server_encoding'] === 'UTF8'
      ? []
      : [
          wrong(
            'database',
            `It is encoded in ${settings['server_encoding']}.`,
            'Create a database with encoding UTF8 and move the contents there.',
          ),
        ]),
  ]
  return [
    ...orFine(troubles, fine('database', `Postgres ${version}, UTF8`)),
    ...checkDurability(settings),
    ...(await checkConnections(look, settings)),
  ]
}

const durable = { fsync: 'on', full_page_writes: 'on', autovacuum: 'on' }

function checkDurability(settings: Settings): readonly Finding[] {
  const off = Object.entries(durable).filter(([name, wanted]) => settings[name] !== wanted)
  const troubles = off.map(([name]) =>
    wrong('durability', `${name} is off: a crash can lose what was saved.`, `Set ${name} = on in Postgres.`),
  )
  const hasty =
    settings['synchronous_commit'] === 'off'
      ? [
          warning(
            'durability',
            'synchronous_commit is off: a crash can lose the last moments.',
            'Set synchronous_commit = on in Postgres.',
          ),
        ]
      : []
  const unchecked =
    settings['data_checksums'] === 'on'
      ? []
      : [
          warning(
            'durability',
            'Pages have no checksums, so a failing disk is not noticed.',
            'Run pg_checksums --enable while Postgres is stopped.',
          ),
        ]
  return orFine(
    [...troubles, ...hasty, ...unchecked],
    fine('durability', 'writes are flushed, pages are checked'),
  )
}

// The desk 20 and 4, delivery 9, the worker, and what looks from outside.
const wantedConnections = 40

async function checkConnections({ client }: Look, settings: Settings): Promise<readonly Finding[]> {
  const most = Number(settings['max_connections']) - Number(settings['superuser_reserved_connections'])
  const { rows } = await client.query<{ used: number }>(
    'select count(*)::int as used from pg_stat_activity where usesysid is not null',
  )
  const used = rows[0]?.used ?? 0
  const says = `${used} of ${most} connections are taken`
  const todo = 'Raise max_connections in Postgres, or stop other programs.'
  if (most < wantedConnections)
    return [wrong('connections', `Postgres allows ${most}, the parts need ${wantedConnections}.`, todo)]
  return [used > most * 0.9 ? warning('connections', `${says}.`, todo) : fine('connections', says)]
}

const mostSkewMs = 5000
const someSkewMs = 1000

/** The clock of the database beside that of this machine; of three looks the quickest counts. */
export async function checkClock({ client, installation: { now } }: Look): Promise<readonly Finding[]> {
  const looks: { tookMs: number; skewMs: number }[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    const before = now()
    const { rows } = await client.query<{ at: number }>(
      'select (extract(epoch from clock_timestamp()) * 1000)::float8 as at',
    )
    const after = now()
    looks.push({ tookMs: after - before, skewMs: (rows[0]?.at ?? 0) - (before + after) / 2 })
  }
  const [best = { tookMs: 0, skewMs: 0 }] = looks.toSorted((a, b) => a.tookMs - b.tookMs)
  // Half of the way there and back is not known.
  const skewMs = Math.max(0, Math.abs(best.skewMs) - best.tookMs / 2)
  const says = `The clocks of database and this machine are ${(skewMs / 1000).toFixed(1)} s apart.`
  const todo = 'Let both follow the same time service (chrony or systemd-timesyncd).'
  if (skewMs > mostSkewMs) return [wrong('clock', says, todo)]
  if (skewMs > someSkewMs) return [warning('clock', says, todo)]
  return [fine('clock', 'database and this machine agree')]
}

export async function checkMigrations({
  client,
  installation: { migrations },
}: Look): Promise<readonly Finding[]> {
  const { rows: there } = await client.query<{ exists: boolean }>(
    "select to_regclass('public.payload_migrations') is not null as exists",
  )
  if (!there[0]?.exists)
    return [wrong('migrations', 'The database is empty.', '"npm start" makes the tables.')]
  const { rows } = await client.query<{ name: string; batch: string }>(
    'select name, batch::text from public.payload_migrations',
  )
  const done = new Set(rows.map(({ name }) => name))
  const missing = migrations.filter((name) => !done.has(name))
  const strange = rows.filter(({ name, batch }) => batch !== '-1' && !migrations.includes(name))
  const troubles = [
    ...(missing.length > 0
      ? [
          wrong(
            'migrations',
            `${missing.length} are missing, the first is ${missing[0]}.`,
            'Start the desk again, or run: node src/processes/migrate.mjs',
          ),
        ]
      : []),
    ...(strange.length > 0
      ? [
          wrong(
            'migrations',
            `The database was made by a newer version (${strange[0]?.name}).`,
            'Install that version again, or restore the backup from before the update.',
          ),
        ]
      : []),
    ...(rows.some(({ batch }) => batch === '-1')
      ? [
          wrong(
            'migrations',
            'The tables were changed without migrations.',
            'Use another database, or restore a backup.',
          ),
        ]
      : []),
  ]
  return orFine(troubles, fine('migrations', `all ${migrations.length} are applied`))
}

export async function checkExtension({ client }: Look): Promise<readonly Finding[]> {
  const { rows } = await client.query<{ place: string }>(
    `select n.nspname as place from pg_extension e join pg_namespace n on n.oid = e.extnamespace
      where e.extname = 'pg_trgm'`,
  )
  if (rows[0]?.place === 'published') return [fine('extension', 'pg_trgm is in its place')]
  return [
    wrong(
      'extension',
      'pg_trgm is not in schema published, so names are not found.',
      'Run as the owner: create extension pg_trgm schema published (or alter extension pg_trgm set schema published).',
    ),
  ]
}
