// The database of an installation: the bundled Postgres, or the one that DATABASE_URL names.

import { findPort } from './requirements.mjs'
import { startPostgres } from './postgres.mjs'
import { Problem } from './steps.mjs'

/**
 * @typedef {object} Urls
 * @property {string} owner migrations and the first content
 * @property {string} desk role `desk_writer`: admin, worker, importers
 * @property {string} delivery role `delivery_reader`: the public API
 */

export const databaseName = 'laureate_desk'
const ownerRole = 'laureate_desk_owner'
const usualPort = 54_329

/**
 * Starts the bundled Postgres with the database and its owner, who is no superuser, so that nothing here needs
 * more rights than a managed Postgres gives.
 *
 * @param {{ dataDir: string, secrets: import('./secrets.mjs').Secrets, port?: number }} wanted `port` to keep one
 * @returns {Promise<{ cluster: import('./postgres.mjs').Cluster, owner: string }>}
 */
export async function startBundled({ dataDir, secrets, port: kept }) {
  const port = kept ?? (await findPort(usualPort))
  const cluster = await startPostgres({ dataDir, port, password: secrets.postgresPassword })
  const address = `127.0.0.1:${port}`
  try {
    await makeOwnerAndDatabase(
      `postgres://postgres:${secrets.postgresPassword}@${address}/postgres`,
      secrets.ownerPassword,
    )
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return { cluster, owner: `postgres://${ownerRole}:${secrets.ownerPassword}@${address}/${databaseName}` }
}

/**
 * @param {string} superUrl
 * @param {string} ownerPassword
 */
export async function makeOwnerAndDatabase(superUrl, ownerPassword) {
  await withClient(superUrl, async (client) => {
    const password = client.escapeLiteral(ownerPassword)
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [ownerRole])
    if (roles.rowCount === 0)
      await client.query(`create role ${ownerRole} login createrole password ${password}`)
    else await client.query(`alter role ${ownerRole} login createrole password ${password}`)
    const databases = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (databases.rowCount === 0) await client.query(`create database ${databaseName} owner ${ownerRole}`)
  })
}

/**
 * The three connections to one database. An address that is given wins over one that is made up.
 *
 * @param {string} owner
 * @param {import('./secrets.mjs').Secrets} secrets
 * @param {Record<string, string | undefined>} env
 * @returns {Urls}
 */
export function deriveUrls(owner, secrets, env) {
  return {
    owner,
    desk: env['DESK_DATABASE_URL'] || asRole(owner, 'desk_writer', secrets.deskWriterPassword),
    delivery:
      env['DELIVERY_DATABASE_URL'] || asRole(owner, 'delivery_reader', secrets.deliveryReaderPassword),
  }
}

/** @param {string} url @param {string} role @param {string} password */
function asRole(url, role, password) {
  const other = new URL(url)
  other.username = role
  other.password = password
  return other.href
}

/**
 * Refuses a server that cannot be used, in one line that says what to do. Returns its release, e.g. "18.4".
 *
 * @param {string} url the owner connection
 * @returns {Promise<string>}
 */
export async function checkServer(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as name, current_setting('server_encoding') as encoding",
    )
    const { number, name, encoding } = rows[0]
    if (number < 150_000)
      throw new Problem(`Postgres ${name} is too old. DATABASE_URL must name Postgres 15 or newer.`)
    if (encoding !== 'UTF8')
      throw new Problem(
        `The database is encoded in ${encoding}. Create one with encoding UTF8 and name it in DATABASE_URL.`,
      )
    return String(name).split(' ')[0] ?? ''
  })
}

/**
 * One connection for one piece of work. What goes wrong with the connection itself is told as a Problem.
 *
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const { default: pg } = await import('pg')
  const client = await connect(pg, url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** @param {typeof import('pg')} pg @param {string} url */
async function connect(pg, url) {
  try {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      application_name: 'laureate-desk start',
    })
    client.on('error', () => undefined)
    await client.connect()
    return client
  } catch (error) {
    throw explainConnection(error, url)
  }
}

/** The password is not part of what is said. @param {unknown} error @param {string} url */
function explainConnection(error, url) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const place = describe(url)
  if (!place)
    return new Problem(
      'DATABASE_URL is no address of a database. It looks like postgres://user:password@host:5432/database',
    )
  const { user, host, database } = place
  if (code === '28P01' || code === '28000') {
    return new Problem(
      `Postgres at ${host} refuses the user "${user}". Correct the user or password in DATABASE_URL.`,
    )
  }
  if (code === '3D000')
    return new Problem(`There is no database "${database}" at ${host}. Create it, or correct DATABASE_URL.`)
  if (code === '53300')
    return new Problem(
      `Postgres at ${host} has no connection left. Raise max_connections or stop other programs.`,
    )
  const reason = code || (error instanceof Error ? error.message : String(error))
  return new Problem(`No Postgres answers at ${host} (${reason}). Start it, or correct DATABASE_URL.`)
}

/** @param {string} url */
function describe(url) {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) return undefined
  const { username, host, pathname } = new URL(url)
  return { user: decodeURIComponent(username), host, database: decodeURIComponent(pathname.slice(1)) }
}
