// Commands that work on the desk beside `npm start`: they find its database by themselves.

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { databaseName, deriveUrls } from './database.mjs'
import { findAccount, placePostgres } from './postgres-place.mjs'
import { isRunning } from './process-ids.mjs'
import { openSecrets } from './secrets.mjs'
import { readSettings } from './settings.mjs'
import { Problem } from './steps.mjs'

/**
 * Puts what Payload needs into the environment of this process: as it was given (DESK_DATABASE_URL and
 * PAYLOAD_SECRET), or that of the desk that `npm start` runs here. Throws a Problem where there is none.
 */
export function joinDesk() {
  process.env['PAYLOAD_DISABLE_DEPENDENCY_CHECKER'] ??= 'true'
  if (process.env['DESK_DATABASE_URL'] && process.env['PAYLOAD_SECRET']) return
  const settings = readSettings([], process.env)
  if (!existsSync(path.join(settings.dataDir, 'secrets.json'))) throw new Problem(notRunning)
  const { secrets } = openSecrets(settings.dataDir)
  const owner = settings.databaseUrl ?? findBundled(settings.dataDir)
  Object.assign(process.env, {
    DESK_DATABASE_URL: deriveUrls(owner, secrets, process.env).desk,
    PAYLOAD_SECRET: process.env['PAYLOAD_SECRET'] || secrets.payloadSecret,
    SERVER_URL: settings.serverUrl,
    DELIVERY_URL: settings.deliveryUrl,
    DATA_DIR: settings.dataDir,
  })
}

const notRunning = 'No desk runs here. Start it with "npm start", then run this in another terminal.'

// Postgres keeps its process id, folder and port in a file while it runs (lines 1, 2 and 4). Only the address
// counts here: the role and its password are put in by whoever derives the connection.
/** @param {string} dataDir */
export function findBundled(dataDir) {
  const { cluster } = placePostgres(dataDir, findAccount())
  const file = path.join(cluster, 'postmaster.pid')
  const [pid, , , port] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  if (!port || !isRunning(Number(pid), cluster)) throw new Problem(notRunning)
  return `postgres://127.0.0.1:${port}/${databaseName}`
}
