// One installation as its commands see it: what the environment says, or what `npm start` keeps in the data folder.

import { existsSync, readFileSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { roles } from '@/access'
import { environmentTroubles } from '@/lib/env'
import { bucketFiles } from '@/media'
import type { Installation } from '@/operations'
import { deriveUrls } from './database.mjs'
import { findBundled } from './join-desk.mjs'
import { listMigrations } from './migrate.mjs'
import { findAccount, placePostgres } from './postgres-place.mjs'
import { isRunning } from './process-ids.mjs'
import { environment, readSettings, type Settings } from './settings.mjs'

type Env = Readonly<Record<string, string | undefined>>

/** Changes nothing on the disk. Throws a Problem where the ports are no ports. */
export function findInstallation(): Installation {
  const env = { ...environment }
  const settings = readSettings([], env)
  const { dataDir, databaseUrl } = settings
  const secrets = readSecrets(dataDir)
  const urls = findUrls(settings, secrets, env)
  const own = ownSecrets(env, secrets)
  const isInContainers = env['DESK_IN_CONTAINERS'] === '1'
  const isBundled = !databaseUrl && !env['DESK_DATABASE_URL']
  return {
    dataDir,
    isRunning: isInContainers || isStarted(dataDir),
    isInContainers,
    admin: { host: settings.adminHost, port: settings.adminPort },
    delivery: { host: settings.deliveryHost, port: settings.deliveryPort },
    serverUrl: settings.serverUrl,
    isBundled,
    ...(urls ? { urls } : {}),
    ...(isBundled && secrets ? { clusterDir: placePostgres(dataDir, findAccount()).cluster } : {}),
    ...(secrets ? { secrets } : {}),
    ...own,
    environment: [...troublesOfFile(dataDir), ...troublesWith({ ...urls, ...own })],
    secondFactor: { wanted: listOf(env['SECOND_FACTOR_ROLES']), known: roles },
    ...bucketIn(),
    mail: mailOf(env),
    webhookNetworks: listOf(env['WEBHOOK_ALLOW_NETWORKS']),
    migrations: listMigrations(),
    now: Date.now,
    freeMiB,
  }
}

type Secrets = { payloadSecret?: string; previewSecret?: string }

/** What the desk signs with: as somebody set it, else as it was made. */
function ownSecrets(env: Env, made: Readonly<Record<string, string>> | undefined): Secrets {
  const payloadSecret = env['PAYLOAD_SECRET'] || made?.['payloadSecret']
  const previewSecret = env['PREVIEW_SECRET'] || made?.['previewSecret']
  return {
    ...(payloadSecret === undefined ? {} : { payloadSecret }),
    ...(previewSecret === undefined ? {} : { previewSecret }),
  }
}

const secretsFile = (dataDir: string): string => path.join(dataDir, 'secrets.json')

/** Undefined where there is no such file, or none that can be read. */
function readSecrets(dataDir: string): Record<string, string> | undefined {
  const file = secretsFile(dataDir)
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  } catch {
    return undefined
  }
}

const troublesOfFile = (dataDir: string): Installation['environment'] =>
  existsSync(secretsFile(dataDir)) && !readSecrets(dataDir)
    ? [{ variable: 'secrets.json', reason: 'is wrong: it cannot be read as JSON' }]
    : []

function findUrls(
  settings: Settings,
  secrets: Record<string, string> | undefined,
  env: Env,
): Installation['urls'] {
  const { DESK_DATABASE_URL: desk, DELIVERY_DATABASE_URL: delivery } = env
  const owner =
    settings.databaseUrl ?? (secrets && !desk ? bundledOwner(settings.dataDir, secrets) : undefined)
  if (owner !== undefined && secrets)
    return deriveUrls(owner, secrets as Parameters<typeof deriveUrls>[1], { ...env })
  if (!desk) return undefined
  return { desk, ...(owner === undefined ? {} : { owner }), ...(delivery ? { delivery } : {}) }
}

function bundledOwner(dataDir: string, secrets: Record<string, string>): string | undefined {
  try {
    const url = new URL(findBundled(dataDir))
    return Object.assign(url, { username: 'laureate_desk_owner', password: secrets['ownerPassword'] ?? '' })
      .href
  } catch {
    return undefined
  }
}

function isStarted(dataDir: string): boolean {
  const file = path.join(dataDir, 'start.lock')
  return existsSync(file) && isRunning(Number(readFileSync(file, 'utf8')), 'start.mjs')
}

// What the start puts into the environment of the parts is put in here too, so that only what somebody set is judged.
function troublesWith(made: { desk?: string; delivery?: string } & Secrets) {
  const stand = 'postgres://127.0.0.1/none'
  environment['DESK_DATABASE_URL'] ??= made.desk ?? stand
  environment['DELIVERY_DATABASE_URL'] ??= made.delivery ?? stand
  environment['PAYLOAD_SECRET'] ||= made.payloadSecret ?? 'made when the desk is started first, 32+'
  environment['PREVIEW_SECRET'] ||= made.previewSecret ?? 'made when the desk is started next, 32+'
  return environmentTroubles()
}

// A setting that is malformed is told of by itself.
function bucketIn(): Pick<Installation, 'bucket'> {
  try {
    const bucket = bucketFiles()
    return bucket ? { bucket } : {}
  } catch {
    return {}
  }
}

const listOf = (text = ''): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

function mailOf(env: Env): Installation['mail'] {
  const from = env['MAIL_FROM'] || 'Laureate Desk <desk@localhost>'
  return env['SMTP_URL'] ? { smtpUrl: env['SMTP_URL'], from } : { from }
}

function freeMiB(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return Math.floor((bavail * bsize) / (1024 * 1024))
}
