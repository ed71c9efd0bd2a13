import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Problem } from './steps.mjs'

const names = /** @type {const} */ ([
  'payloadSecret',
  'previewSecret',
  'postgresPassword',
  'ownerPassword',
  'deskWriterPassword',
  'deliveryReaderPassword',
])

/** @typedef {Record<typeof names[number], string>} Secrets */

/** Where all connections are given and none is made up. */
export const noSecrets = /** @type {Secrets} */ (Object.fromEntries(names.map((name) => [name, ''])))

/**
 * The secrets of this installation, 32 random bytes each in base64url, made on the first start and kept in
 * `secrets.json` with mode 0600. They are never printed.
 *
 * @param {string} dataDir
 * @returns {{ secrets: Secrets, isNew: boolean }}
 */
export function openSecrets(dataDir) {
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, 'secrets.json')
  if (!existsSync(file) && existsSync(path.join(dataDir, 'postgres'))) {
    throw new Problem(
      `${file} is missing but its database is there. Put the file back, or remove ${dataDir} to begin anew.`,
    )
  }
  const known = existsSync(file) ? readSecrets(file) : {}
  const missing = names.filter((name) => !known[name])
  const made = Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('base64url')]))
  const secrets = /** @type {Secrets} */ ({ ...known, ...made })
  if (missing.length > 0) writeSecrets(file, secrets)
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
  return { secrets, isNew: missing.length === names.length }
}

/**
 * Takes over the secret of another installation whose contents come here: what it sealed stays readable.
 *
 * @param {string} dataDir
 * @param {string} payloadSecret
 */
export function adoptSecret(dataDir, payloadSecret) {
  const { secrets } = openSecrets(dataDir)
  writeSecrets(path.join(dataDir, 'secrets.json'), { ...secrets, payloadSecret })
}

/** @param {string} file @returns {Record<string, string>} */
function readSecrets(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Problem(`${file} cannot be read as JSON. Put back the file as it was.`)
  }
}

/** Whole or not at all: a start that is killed here leaves no half file. @param {string} file @param {Secrets} secrets */
function writeSecrets(file, secrets) {
  const draft = `${file}.new`
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}
