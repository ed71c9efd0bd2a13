// Brings the tables up to date as the owner and lets the two roles sign in. `npm start` calls it;
// in containers it runs once, alone: `node src/processes/migrate.mjs`.

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkServer, withClient } from './database.mjs'
import { programArguments, runNode } from './run-command.mjs'
import { root } from './settings.mjs'
import { Problem, printFailure, step } from './steps.mjs'

// Any constant will do, as long as nothing else in this database locks it.
const migrationLock = 7_136_202_612

/**
 * Runs the migrations that the database lacks, one starter at a time. Returns how many there were.
 *
 * @param {{ urls: import('./database.mjs').Urls, dataDir: string, only?: string[] }} target `only`: none but these, for
 *   tables that an older version made
 */
export async function migrate({ urls, dataDir, only }) {
  return withClient(urls.owner, async (client) => {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const missing = await findMissing(client, only)
    if (missing.length > 0) await runMigrations({ urls, dataDir, missing })
    // A commit that fails is not reported by the migrator, so look.
    const left = await findMissing(client, only)
    if (left.length > 0)
      throw new Problem(
        `The migration ${left[0]} did not take. See ${path.join(dataDir, 'logs', 'migrate.log')}.`,
      )
    await limitDatabase(client)
    await admitRole(client, urls.desk)
    await admitRole(client, urls.delivery)
    return missing.length
  })
}

/** The names of all migrations, in order. */
export const listMigrations = () =>
  readdirSync(path.join(root, 'migrations'))
    .filter((file) => /^\d.*\.ts$/.test(file))
    .map((file) => file.slice(0, -3))
    .toSorted()

/** @param {import('pg').Client} client @param {string[]} [only] */
async function findMissing(client, only) {
  const names = listMigrations().filter((name) => !only || only.includes(name))
  const { rows } = await client.query("select to_regclass('public.payload_migrations') is not null as exists")
  if (!rows[0].exists) return names
  const ran = await client.query('select name, batch from public.payload_migrations')
  // Someone let the development server change the tables: the migrator would ask a question and then do nothing.
  if (ran.rows.some((row) => Number(row.batch) === -1)) {
    throw new Problem(
      'The tables were changed without migrations (a row with batch -1). Use another database, or restore a backup.',
    )
  }
  const done = new Set(ran.rows.map((row) => row.name))
  return names.filter((name) => !done.has(name))
}

/** @param {{ urls: import('./database.mjs').Urls, dataDir: string, missing: string[] }} wanted */
async function runMigrations({ urls, dataDir, missing }) {
  await runNode({
    args: programArguments('tables', ...missing),
    env: { ...process.env, ...ownerEnvironment(urls), NODE_ENV: 'production' },
    cwd: root,
    logFile: path.join(dataDir, 'logs', 'migrate.log'),
    what: 'The migration',
  })
}

/**
 * For the steps that build up the database: the desk's code, with the owner's connection.
 *
 * @param {import('./database.mjs').Urls} urls
 */
export function ownerEnvironment(urls) {
  return {
    DATABASE_URL: urls.owner,
    DESK_DATABASE_URL: urls.owner,
    PAYLOAD_SECRET: process.env['PAYLOAD_SECRET'] || 'not used while the tables are being made',
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
  }
}

/**
 * Only our two roles connect to this database, and nobody makes temporary tables in it. Rights on a database are
 * not part of its contents: a clone or a restored one needs them anew.
 *
 * @param {import('pg').Client} owner
 */
export async function limitDatabase(owner) {
  const { rows } = await owner.query('select current_database() as name')
  const name = owner.escapeIdentifier(rows[0].name)
  await owner.query(`revoke connect, temporary on database ${name} from public`)
  await owner.query(`grant connect on database ${name} to desk_writer, delivery_reader`)
}

/**
 * Gives the role of a connection its password, unless it can sign in already. The migrations made the role and
 * its rights.
 *
 * @param {import('pg').Client} owner
 * @param {string} url
 */
async function admitRole(owner, url) {
  if (await canSignIn(url)) return
  const { username, password } = new URL(url)
  const role = owner.escapeIdentifier(decodeURIComponent(username))
  try {
    await owner.query(
      `alter role ${role} login password ${owner.escapeLiteral(decodeURIComponent(password))}`,
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Problem(
      `The role ${role} cannot be given its password (${reason}). The user of DATABASE_URL needs CREATEROLE.`,
    )
  }
}

/** @param {string} url */
async function canSignIn(url) {
  try {
    return await withClient(url, async () => true)
  } catch {
    return false
  }
}

async function main() {
  const { DATABASE_URL: owner, DESK_DATABASE_URL: desk, DELIVERY_DATABASE_URL: delivery } = process.env
  if (!owner || !desk || !delivery)
    throw new Problem('Set DATABASE_URL, DESK_DATABASE_URL and DELIVERY_DATABASE_URL.')
  const dataDir = path.resolve(root, process.env['DATA_DIR'] || '.data')
  await step('Database', async (note) => note(`Postgres ${await checkServer(owner)}`))
  await step('Tables', async (note) =>
    note(describeCount(await migrate({ urls: { owner, desk, delivery }, dataDir }))),
  )
}

/** @param {number} count */
export const describeCount = (count) =>
  count === 0 ? 'up to date' : `${count} migration${count === 1 ? '' : 's'} run`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    printFailure(error)
    process.exitCode = 1
  })
}
