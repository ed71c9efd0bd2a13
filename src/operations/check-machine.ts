import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fine, orFine, warning, wrong, type Finding } from './finding'
import type { Installation } from './installation'

const oldest = [20, 20] as const

export function checkNode(): readonly Finding[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
  if (isEnough) return [fine('Node', process.versions.node)]
  return [
    wrong('Node', `${process.versions.node} is too old.`, 'Install Node 20.20 or newer from nodejs.org.'),
  ]
}

/** The variables that the parts read. */
export function checkSettings(installation: Installation): readonly Finding[] {
  const { environment, serverUrl, secondFactor, webhookNetworks } = installation
  const malformed = environment.map(({ variable, reason }) =>
    wrong('settings', `${variable} ${reason}.`, `Correct ${variable}, see docs/operations.md.`),
  )
  const strangers = secondFactor.wanted.filter((role) => !secondFactor.known.includes(role))
  const unknown = strangers.map((role) =>
    wrong(
      'settings',
      `SECOND_FACTOR_ROLES names “${role}”, which is no role.`,
      `Use some of: ${secondFactor.known.join(', ')}.`,
    ),
  )
  return [
    ...orFine([...malformed, ...unknown], fine('settings', 'every variable is well-formed')),
    ...checkAddress(serverUrl),
    ...checkNetworks(webhookNetworks),
  ]
}

function checkAddress(serverUrl: string): readonly Finding[] {
  if (!URL.canParse(serverUrl)) return []
  const { protocol, hostname } = new URL(serverUrl)
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
  if (protocol === 'https:' || isLocal) return [fine('address', serverUrl)]
  return [
    warning(
      'address',
      `Staff reach the desk at ${serverUrl} without TLS, so passwords can be read on the way.`,
      'Put a proxy that speaks TLS in front and give its https:// address in SERVER_URL.',
    ),
  ]
}

// Whoever may add webhooks reaches what listens there.
function checkNetworks(networks: readonly string[]): readonly Finding[] {
  if (networks.length === 0) return [fine('webhooks', 'reach public addresses only')]
  return [
    warning(
      'webhooks',
      `They may reach ${networks.join(', ')}, by http and on any port.`,
      'That is for development: on a server leave WEBHOOK_ALLOW_NETWORKS empty.',
    ),
  ]
}

export function checkFolder({ dataDir }: Installation): readonly Finding[] {
  if (!existsSync(dataDir))
    return [warning('data folder', `${dataDir} is not there yet.`, '"npm start" makes it.')]
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return [
      wrong(
        'data folder',
        `${dataDir} cannot be written.`,
        'Give this user the right to write there, or set DATA_DIR.',
      ),
    ]
  }
  return orFine(findOpenFiles(dataDir), fine('data folder', dataDir))
}

// E-mails and answers kept for a restart are for this user alone.
function findOpenFiles(dataDir: string): Finding[] {
  const outbox = path.join(dataDir, 'outbox')
  if (!existsSync(outbox) || (statSync(outbox).mode & 0o077) === 0) return []
  return [
    wrong(
      'data folder',
      `Other users of this machine can look into ${outbox}, which holds e-mails.`,
      `Run: chmod 700 ${outbox}`,
    ),
  ]
}

const leastMiB = 300
const fewMiB = 2048

export function checkDisk({ dataDir, clusterDir, freeMiB }: Installation): readonly Finding[] {
  const folders = [...new Set([dataDir, ...(clusterDir === undefined ? [] : [clusterDir])])]
  return folders.filter((folder) => existsSync(folder)).map((folder) => judgeSpace(folder, freeMiB(folder)))
}

function judgeSpace(folder: string, free: number): Finding {
  const says = `The disk of ${folder} has ${free.toLocaleString('en')} MiB left.`
  if (free < leastMiB)
    return wrong('disk', says, `Free at least ${leastMiB} MiB, or the desk will not start and cannot save.`)
  if (free < fewMiB) return warning('disk', says, 'Free some space before it runs out.')
  return fine('disk', `${free.toLocaleString('en')} MiB left for ${folder}`)
}

const oldBackupDays = 7

/** When a backup was made last; `npm run backup` leaves a note. */
export function checkBackup({ dataDir, now }: Installation): readonly Finding[] {
  const note = path.join(dataDir, 'last-backup')
  const how = 'Run: npm run backup -- <folder>, each night, and keep a copy on another machine.'
  if (!existsSync(note)) return [warning('backup', '"npm run backup" never ran here.', how)]
  const days = Math.floor((now() - statSync(note).mtimeMs) / 86_400_000)
  const says = days < 1 ? 'made within a day' : `made ${days} ${days === 1 ? 'day' : 'days'} ago`
  if (days < oldBackupDays) return [fine('backup', says)]
  return [warning('backup', `The last backup was ${says}.`, how)]
}

export async function checkPictures({ bucket }: Installation): Promise<readonly Finding[]> {
  if (!bucket) return [fine('pictures', 'in the data folder')]
  try {
    await bucket.look()
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown'
    return [
      wrong(
        'pictures',
        `The bucket ${bucket.place} cannot be read (${why}).`,
        'Correct S3_BUCKET, S3_REGION, S3_ENDPOINT or its keys; without it no picture is saved, published or backed up.',
      ),
    ]
  }
  return [fine('pictures', `in the bucket ${bucket.place}, which can be read; backups fetch them`)]
}

/** How many e-mails wait as files. */
export function countOutbox(dataDir: string): number {
  const outbox = path.join(dataDir, 'outbox')
  return existsSync(outbox) ? readdirSync(outbox).filter((name) => name.endsWith('.eml')).length : 0
}
