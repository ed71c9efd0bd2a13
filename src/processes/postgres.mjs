import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findAccount, placePostgres } from './postgres-place.mjs'
import { isAlive, isRunning } from './process-ids.mjs'
import { Problem } from './steps.mjs'

/**
 * @typedef {object} Cluster a running Postgres that ends with this process
 * @property {number} port
 * @property {number} pid
 * @property {Promise<void>} ended resolves when the server is gone, wanted or not
 * @property {() => Promise<void>} stop fast shutdown: open transactions are rolled back, the rest is on disk
 */

/**
 * Starts the bundled Postgres on 127.0.0.1, with its data under `dataDir`, which is made on the first start.
 * What an earlier start left behind after a crash is cleared up.
 *
 * @param {{ dataDir: string, port: number, password: string, options?: string[] }} wanted `options` are
 *   settings such as `fsync=off`
 * @returns {Promise<Cluster>}
 */
export async function startPostgres({ dataDir, port, password, options = [] }) {
  mkdirSync(dataDir, { recursive: true })
  const account = findAccount()
  const place = placePostgres(dataDir, account)
  if (existsSync(place.cluster)) await clearUp(place.cluster)
  else makeCluster({ ...place, account, password })
  checkRelease(place)
  const logFile = openLog(dataDir)
  const guard = startGuard(place.cluster)
  const settings = [...loopbackOnly, ...options].flatMap((option) => ['-c', option])
  const args = ['-D', place.cluster, '-p', String(port), ...settings]
  const log = openSync(logFile, 'a', 0o600)
  const server = spawn(path.join(place.bin, 'postgres'), args, {
    ...account,
    cwd: place.cluster,
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  const ended = /** @type {Promise<void>} */ (new Promise((resolve) => server.once('exit', () => resolve())))
  const guardEnded = new Promise((resolve) => guard.once('exit', resolve))
  void ended.then(() => guard.connected && guard.disconnect())
  await waitUntilReady({ cluster: place.cluster, ended, logFile })
  const stop = async () => {
    server.kill('SIGINT')
    await ended
    guard.ref()
    await guardEnded
  }
  return { port, pid: server.pid ?? 0, ended, stop }
}

const loopbackOnly = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  // Statements, and messages about them, quote what staff write; who sent them is told by code.
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
]

/**
 * A new cluster is made beside its place and moved there whole, so that an interrupted start leaves nothing
 * that looks finished. Unicode character classes, and an order that people expect, need ICU and UTF-8.
 *
 * @param {{ cluster: string, bin: string, account: import('./postgres-place.mjs').Account | undefined, password: string }} wanted
 */
function makeCluster({ cluster, bin, account, password }) {
  const draft = `${cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = `${cluster}.password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) for (const file of [draft, passwordFile]) chownSync(file, account.uid, account.gid)
  const result = spawnSync(
    path.join(bin, 'initdb'),
    [
      '--pgdata',
      draft,
      '--username=postgres',
      '--pwfile',
      passwordFile,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=icu',
      '--icu-locale=und',
      '--data-checksums',
    ],
    {
      ...account,
      cwd: draft,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    },
  )
  rmSync(passwordFile, { force: true })
  if (result.status !== 0) throw explain(result.stderr || String(result.error), 'initdb')
  renameSync(draft, cluster)
}

/** @param {{ cluster: string, bin: string }} place */
function checkRelease({ cluster, bin }) {
  const data = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  const { stdout } = spawnSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
  const program = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]
  if (program && program !== data) {
    throw new Problem(
      `${cluster} was made by Postgres ${data}, this is ${program}. docs/operations.md says how to move the data.`,
    )
  }
}

/** One log of at most 10 MiB and the one before it. @param {string} dataDir */
function openLog(dataDir) {
  const file = path.join(dataDir, 'logs', 'postgres.log')
  mkdirSync(path.dirname(file), { recursive: true })
  if (existsSync(file) && statSync(file).size > 10 * 1024 * 1024) renameSync(file, `${file}.1`)
  return file
}

/** The guard outlives a kill of this process just long enough to end Postgres. @param {string} cluster */
function startGuard(cluster) {
  const program = fileURLToPath(new URL('./guard-postgres.mjs', import.meta.url))
  const guard = spawn(process.execPath, [program, cluster], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true,
  })
  guard.unref()
  guard.channel?.unref()
  return guard
}

/** The server's process id, from the file that it keeps while it runs. @param {string} cluster */
export function readPid(cluster) {
  const file = path.join(cluster, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

/**
 * After a kill -9 of everything the file with the process id stays. If that process is still our server it is
 * stopped; if the number belongs to nobody, or to another program by now, the file is removed.
 *
 * @param {string} cluster
 */
async function clearUp(cluster) {
  const pid = readPid(cluster)
  if (pid === undefined) return
  if (isRunning(pid, cluster)) {
    process.kill(pid, 'SIGINT')
    for (let tries = 0; tries < 300 && isAlive(pid); tries += 1) await pause(100)
    if (isAlive(pid))
      throw new Problem(`An earlier Postgres (process ${pid}) does not end. Stop it, then start again.`)
  }
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** @param {{ cluster: string, ended: Promise<void>, logFile: string }} server */
async function waitUntilReady({ cluster, ended, logFile }) {
  const server = { isEnded: false }
  void ended.then(() => (server.isEnded = true))
  // Recovery after a crash may take a while; Postgres writes "ready" as the last line of the file.
  for (let tries = 0; tries < 1200 && !server.isEnded; tries += 1) {
    const file = path.join(cluster, 'postmaster.pid')
    if (existsSync(file) && /^ready\s*$/m.test(readFileSync(file, 'utf8'))) return
    await pause(50)
  }
  throw explain(readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n'), 'Postgres')
}

/** @param {string} said @param {string} what */
function explain(said, what) {
  if (/No space left on device/.test(said))
    return new Problem('The disk is full. Free at least 1 GiB, then start again.')
  const reason =
    said
      .split('\n')
      .filter((line) => /FATAL|PANIC|error/i.test(line))
      .at(-1) ?? said.trim().split('\n').at(-1)
  return new Problem(`${what} does not start: ${reason?.trim()} (DATABASE_URL can name another server)`)
}
