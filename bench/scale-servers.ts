// The servers of the demonstration of many machines: several Postgres clusters on one machine, lines between them that can be
// cut, and delivery processes.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import path from 'node:path'
import { deriveUrls, makeOwnerAndDatabase, withClient, type Urls } from '../src/processes/database.mjs'
import { migrate } from '../src/processes/migrate.mjs'
import { startPostgres, type Cluster } from '../src/processes/postgres.mjs'
import { findAccount, placePostgres } from '../src/processes/postgres-place.mjs'
import { findPort } from '../src/processes/requirements.mjs'
import { openSecrets } from '../src/processes/secrets.mjs'
import { root } from '../src/processes/settings.mjs'

export type Server = {
  dataDir: string
  /** Where Postgres keeps its files. */
  clusterDir: string
  port: number
  /** A superuser of the database. */
  url: string
  password: string
  stop: () => Promise<void>
}

export type Home = Server & { urls: Urls; copierUrl: (port: number) => string }

const database = 'laureate_desk'
const copier = 'published_copier'
const anyPort = (): Promise<number> => findPort(randomInt(12_000, 32_000))

// Nothing here outlives the demonstration, so nothing has to reach the disk.
const hasty = ['fsync=off', 'synchronous_commit=off']
const sending = ['wal_level=logical', 'wal_keep_size=512MB', 'max_slot_wal_keep_size=1GB']
// A line that comes back is used at once.
const receiving = ['wal_retrieve_retry_interval=200ms', 'wal_receiver_timeout=5s']

const superUrl = (port: number, password: string, name = database): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${name}`

async function start(dataDir: string, port: number, password: string): Promise<Server> {
  const options = [...hasty, ...sending, ...receiving]
  const cluster: Cluster = await startPostgres({ dataDir, port, password, options })
  return {
    dataDir,
    clusterDir: placePostgres(dataDir, findAccount()).cluster,
    port,
    url: superUrl(port, password),
    password,
    stop: () => cluster.stop(),
  }
}

/** The server at home, with all tables, and a role that may copy what is public. */
export async function startHome(dataDir: string): Promise<Home> {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const { secrets } = openSecrets(dataDir)
  const port = await anyPort()
  const server = await start(dataDir, port, secrets.postgresPassword)
  await makeOwnerAndDatabase(superUrl(port, secrets.postgresPassword, 'postgres'), secrets.ownerPassword)
  const owner = `postgres://laureate_desk_owner:${secrets.ownerPassword}@127.0.0.1:${port}/${database}`
  const urls = deriveUrls(owner, secrets, {})
  await migrate({ urls, dataDir })
  await withClient(server.url, (client) =>
    client.query(`create role ${copier} login replication password '${secrets.payloadSecret}'`),
  )
  const copierUrl = (through: number) =>
    `postgres://${copier}:${secrets.payloadSecret}@127.0.0.1:${through}/${database}`
  return { ...server, urls, copierUrl }
}

/** A server with an empty database. */
export async function startEmpty(dataDir: string): Promise<Server> {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const { secrets } = openSecrets(dataDir)
  const port = await anyPort()
  const server = await start(dataDir, port, secrets.postgresPassword)
  await withClient(superUrl(port, secrets.postgresPassword, 'postgres'), (client) =>
    client.query(`create database ${database}`),
  )
  return server
}

/** A streaming replica of a server: a copy of its files while it runs, which then follows it through `through`. */
export async function startStandby(home: Home, dataDir: string, through: number): Promise<Server> {
  const account = findAccount()
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const { cluster } = placePostgres(dataDir, account)
  await withClient(home.url, async (client) => {
    await client.query("select pg_backup_start('standby', true)")
    copyCluster(home.clusterDir, cluster)
    const { rows } = await client.query<{ label: string }>(
      'select labelfile as label from pg_backup_stop(false)',
    )
    writeFileSync(path.join(cluster, 'backup_label'), rows[0]?.label ?? '')
  })
  const { hostname, username, password } = new URL(home.copierUrl(through))
  writeFileSync(path.join(cluster, 'standby.signal'), '')
  writeFileSync(
    path.join(cluster, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${hostname} port=${through} user=${username} password=${password} application_name=standby'\n`,
  )
  if (account) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, cluster])
  return start(dataDir, await anyPort(), home.password)
}

const notCopied = new Set(['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot'])

function copyCluster(from: string, to: string): void {
  mkdirSync(to, { mode: 0o700 })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const target = path.join(to, entry.name)
    if (!notCopied.has(entry.name))
      cpSync(path.join(from, entry.name), target, { recursive: true, force: true })
    else if (entry.isDirectory()) mkdirSync(target, { mode: 0o700 })
  }
  for (const folder of ['archive_status', 'summaries'])
    mkdirSync(path.join(to, 'pg_wal', folder), { recursive: true, mode: 0o700 })
}

export type Line = { port: number; cut: () => void; join: () => void; close: () => void }

/** A line to a port, which can be cut and joined again. */
export async function openLine(target: number): Promise<Line> {
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    join: () => {
      isCut = false
    },
    close: () => {
      cut()
      server.close()
    },
  }
}

export type Delivery = {
  name: string
  get: (path: string) => Promise<{ status: number; text: string }>
  stop: () => Promise<void>
}

/** A delivery process of its own that reads from `url`. Resolves when it listens, ready or not. */
export async function startDelivery(name: string, url: string): Promise<Delivery> {
  const port = await anyPort()
  const child: ChildProcess = spawn(process.execPath, ['dist/delivery.mjs'], {
    cwd: root,
    env: {
      NODE_ENV: 'production',
      PATH: process.env['PATH'],
      DELIVERY_DATABASE_URL: url,
      DELIVERY_PORT: `${port}`,
      DELIVERY_MEMORY_MIB: '32',
    },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const get = async (address: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`)
    return { status: answer.status, text: await answer.text() }
  }
  for (let turn = 0; ; turn += 1) {
    if (await get('/healthz').catch(() => undefined)) break
    if (turn > 300 || child.exitCode !== null) throw new Error(`Delivery ${name} does not start.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { name, get, stop }
}

/** The first file below a folder that holds these bytes; undefined: none does. */
export function findBytes(folder: string, text: string): string | undefined {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    const found = entry.isDirectory()
      ? findBytes(place, text)
      : entry.isFile() && readFileSync(place).includes(text)
        ? place
        : undefined
    if (found !== undefined) return found
  }
  return undefined
}

export const removeAll = (folder: string): void => rmSync(folder, { recursive: true, force: true })
