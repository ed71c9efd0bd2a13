// `npm run bench:editing`: what the steps of editing cost, in time and in SQL statements, with how many documents,
// languages and versions in the database. --json for machines, --quick to see that it runs.

import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { databaseName, deriveUrls, startBundled, withClient } from '../src/processes/database.mjs'
import { migrate } from '../src/processes/migrate.mjs'
import { findPort } from '../src/processes/requirements.mjs'
import { openSecrets } from '../src/processes/secrets.mjs'
import { root } from '../src/processes/settings.mjs'
import { printEditing } from './editing-report.mjs'

/**
 * @typedef {object} Size what is in the database of one measurement
 * @property {number} laureates each with an award entry and a biography
 * @property {number} languages in which every document is written and public
 * @property {number} versions that Payload holds of every document; the units have as many revisions more or fewer
 * @property {number} open documents that somebody works on
 * @property {number} rounds how often each step is measured
 */

const isQuick = process.argv.includes('--quick')
const isJson = process.argv.includes('--json')
/** @type {Size[]} */
const sizes = isQuick
  ? [
      { laureates: 20, languages: 2, versions: 2, open: 8, rounds: 2 },
      { laureates: 60, languages: 4, versions: 6, open: 8, rounds: 2 },
    ]
  : [
      { laureates: 1000, languages: 12, versions: 2, open: 200, rounds: 40 },
      { laureates: 1000, languages: 3, versions: 2, open: 200, rounds: 40 },
      { laureates: 1000, languages: 12, versions: 20, open: 200, rounds: 40 },
      { laureates: 10_000, languages: 12, versions: 2, open: 200, rounds: 40 },
      { laureates: 10_000, languages: 3, versions: 2, open: 200, rounds: 40 },
    ]

const say = (/** @type {string} */ text) => process.stderr.write(text)
const program = path.join(root, 'dist', `bench-editing-${process.pid}.mjs`)

async function main() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'laureate-desk-bench-'))
  let cluster
  try {
    const { secrets } = openSecrets(dataDir)
    const port = await findPort(randomInt(12_000, 32_000))
    const database = await startBundled({ dataDir, secrets, port })
    cluster = database.cluster
    await migrate({ urls: deriveUrls(database.owner, secrets, {}), dataDir })
    await bundleProgram()
    const superUrl = `postgres://postgres:${secrets.postgresPassword}@127.0.0.1:${port}/postgres`
    const found = []
    for (const [index, size] of sizes.entries()) {
      const name = `editing_${index}`
      await withClient(superUrl, (client) => cloneDatabase(client, name))
      found.push(await measure(size, { superUrl, owner: database.owner, secrets, dataDir, name }))
      await withClient(superUrl, (client) => client.query(`drop database ${name} with (force)`))
    }
    report(found)
  } finally {
    await cluster?.stop()
    rmSync(dataDir, { recursive: true, force: true })
    for (const file of [program, `${program}.map`]) rmSync(file, { force: true })
  }
}

/** @param {import('pg').Client} client @param {string} name */
async function cloneDatabase(client, name) {
  await client.query(`create database ${name} template ${databaseName} owner laureate_desk_owner`)
  // The rights on the database itself are not part of what a template hands on.
  await client.query(
    'update pg_database set datacl = (select datacl from pg_database where datname = $1) where datname = $2',
    [databaseName, name],
  )
}

const bundleProgram = () =>
  build({
    absWorkingDir: root,
    entryPoints: [path.join(root, 'bench', 'editing.ts')],
    outfile: program,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.20',
    jsx: 'automatic',
    logLevel: 'warning',
  })

/** One process for each size: what Payload keeps in memory is of that database. */
async function measure(size, { superUrl, owner, secrets, dataDir, name }) {
  const urls = deriveUrls(withName(owner, name), secrets, {})
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DESK_DATABASE_URL: urls.desk,
    DELIVERY_DATABASE_URL: urls.delivery,
    BENCH_SUPER_URL: withName(superUrl, name),
    PAYLOAD_SECRET: secrets.payloadSecret,
    DATA_DIR: dataDir,
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
  }
  const child = spawn(process.execPath, ['--conditions=production', program, JSON.stringify(size)], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const { doing, found } = readLine(line)
      if (found) return { ...size, ...found }
      if (doing) say(`\r${`${nameOf(size)}: ${doing}`.padEnd(100)}`)
    }
  } finally {
    child.kill()
    await ended
    say('\r'.padEnd(101).concat('\r'))
  }
  throw new Error(`Nothing was measured with ${nameOf(size)}.`)
}

/** What is no line of ours is no concern of ours. @param {string} line */
function readLine(line) {
  try {
    return JSON.parse(line)
  } catch {
    return {}
  }
}

/** @param {Size} size */
const nameOf = ({ laureates, languages, versions }) =>
  `${laureates} laureates × ${languages} languages × ${versions} versions`

/** @param {string} url @param {string} name */
function withName(url, name) {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** @param {any[]} found */
function report(found) {
  const setting = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length }
  if (isJson) process.stdout.write(`${JSON.stringify({ setting, sizes: found }, null, 2)}\n`)
  else printEditing({ setting, sizes: found })
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exitCode = 1
})
