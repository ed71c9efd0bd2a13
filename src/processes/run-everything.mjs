// Everything from a fresh clone to a running desk. No package is imported before the packages are installed.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, isBuilt } from './build.mjs'
import { bundleOnChange } from './bundle.mjs'
import { checkServer, deriveUrls, startBundled } from './database.mjs'
import { seedIfEmpty, takeFirstSignIn } from './first-content.mjs'
import { openLogFile } from './log-file.mjs'
import { describeCount, migrate } from './migrate.mjs'
import { listParts } from './parts.mjs'
import { isAlive, isRunning } from './process-ids.mjs'
import { areDependenciesInstalled, checkDisk, checkPort, installDependencies } from './requirements.mjs'
import { stopCommands } from './run-command.mjs'
import { openSecrets } from './secrets.mjs'
import { readSettings, root } from './settings.mjs'
import { Problem, printFailure, secondsSince, step } from './steps.mjs'
import { Supervised } from './supervise.mjs'

/** What has to be ended, the last first. @type {(() => Promise<void> | void)[]} */
const endings = []
let isStopping = false

/** @param {number} exitCode */
async function stop(exitCode) {
  if (isStopping) return
  isStopping = true
  stopCommands()
  for (const end of endings.toReversed()) await end()
  process.exit(exitCode)
}

function stopOnSignals() {
  const startedAt = Date.now()
  let askedAt = 0
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // npm passes on the Ctrl-C that the terminal has sent already; a later one means "now".
      if (askedAt > 0 && Date.now() - askedAt > 1000) process.exit(1)
      if (askedAt > 0) return
      askedAt = Date.now()
      process.stdout.write(`\nStopping after ${secondsSince(startedAt)} …\n`)
      void stop(0)
    })
  }
}

/** npm may be killed without a word to us. */
function stopWithNpm() {
  if (!process.env['npm_lifecycle_event']) return
  const npm = findNpm()
  setInterval(() => {
    if (!isAlive(npm)) void stop(1)
  }, 1000).unref()
}

/** npm is our parent, or the parent of the shell that it starts scripts with. */
function findNpm() {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(process.ppid)], { encoding: 'utf8' })
  const [, grandparent, args = ''] = /^\s*(\d+)\s+(.*)$/m.exec(stdout ?? '') ?? []
  return grandparent && /\bsh -c /.test(args) ? Number(grandparent) : process.ppid
}

/** Two starts on one data folder would fight for it. @param {string} dataDir */
function claim(dataDir) {
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, 'start.lock')
  const other = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (other && other !== process.pid && isRunning(other, 'start.mjs')) {
    throw new Problem(
      `It is running already (process ${other}). Stop that one, or set DATA_DIR and the ports for a second one.`,
    )
  }
  writeFileSync(file, String(process.pid))
  endings.push(() => rmSync(file, { force: true }))
}

/** @param {import('./settings.mjs').Settings} settings */
async function prepareMachine(settings) {
  const { dataDir } = settings
  await step('Machine', async (note) => {
    const isInstalled = areDependenciesInstalled(root)
    checkDisk(dataDir, isInstalled ? 300 : 2000)
    claim(dataDir)
    await checkPort({ port: settings.adminPort, host: settings.adminHost, variable: 'ADMIN_PORT' })
    await checkPort({ port: settings.deliveryPort, host: settings.deliveryHost, variable: 'DELIVERY_PORT' })
    note(`Node ${process.versions.node}, ports ${settings.adminPort} and ${settings.deliveryPort} are free`)
  })
  await step('Packages', async (note) => {
    if (areDependenciesInstalled(root)) return note('up to date')
    await installDependencies({ root, logFile: path.join(dataDir, 'logs', 'install.log'), env: process.env })
    note('installed')
  })
  return step('Secrets', (note) => {
    const { secrets, isNew } = openSecrets(dataDir)
    note(isNew ? 'made' : 'kept')
    return secrets
  })
}

/**
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./secrets.mjs').Secrets} secrets
 */
async function prepareDatabase({ databaseUrl, dataDir }, secrets) {
  const urls = await step('Database', async (note) => {
    const owner = databaseUrl ?? (await keepBundled(dataDir, secrets))
    note(`Postgres ${await checkServer(owner)}${databaseUrl ? ' at DATABASE_URL' : ''}`)
    return deriveUrls(owner, secrets, process.env)
  })
  await step('Tables', async (note) => note(describeCount(await migrate({ urls, dataDir }))))
  return urls
}

/** @param {string} dataDir @param {import('./secrets.mjs').Secrets} secrets */
async function keepBundled(dataDir, secrets) {
  let { cluster, owner } = await startBundled({ dataDir, secrets })
  const restartWhenEnded = async () => {
    await cluster.ended
    if (isStopping) return
    process.stderr.write('! database ended, starting it again\n')
    try {
      cluster = (await startBundled({ dataDir, secrets, port: cluster.port })).cluster
      void restartWhenEnded()
    } catch (error) {
      printFailure(error)
      void stop(1)
    }
  }
  void restartWhenEnded()
  endings.push(() => cluster.stop())
  return owner
}

/** @param {import('./settings.mjs').Settings} settings @param {import('./parts.mjs').Part[]} parts */
async function startParts(settings, parts) {
  const keep = openLogFile(settings.dataDir)
  const supervised = parts.map((part) => new Supervised(part, keep))
  endings.push(async () => {
    await Promise.all(supervised.map((part) => part.stop()))
  })
  for (const part of supervised) {
    await step(part.part.name, async (note) => {
      await part.waitUntilReady(settings.isDev ? 300_000 : 90_000)
      note('answers')
    })
  }
}

/** @param {import('./settings.mjs').Settings} settings @param {number} startedAt */
function printAddresses(settings, startedAt) {
  const signIn = takeFirstSignIn(settings.dataDir)
  const lines = [
    '',
    `Ready in ${secondsSince(startedAt)}. Ctrl-C stops everything.`,
    `  Desk for staff   ${settings.serverUrl}/admin`,
    `  Public API       ${settings.deliveryUrl}/v1/laureates`,
  ]
  if (signIn) lines.push(`  First sign-in    ${signIn.email}   password (shown once): ${signIn.password}`)
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

async function main() {
  const startedAt = Date.now()
  const settings = readSettings(process.argv.slice(2), process.env)
  stopOnSignals()
  stopWithNpm()
  const secrets = await prepareMachine(settings)
  const urls = await prepareDatabase(settings, secrets)
  const payloadSecret = process.env['PAYLOAD_SECRET'] || secrets.payloadSecret
  const previewSecret = process.env['PREVIEW_SECRET'] || secrets.previewSecret
  await step('Content', async (note) => note(await seedIfEmpty({ urls, settings, payloadSecret })))
  await step('Build', (note) => {
    if (settings.isDev) return bundleOnChange(['delivery', 'worker', 'picture'])
    return isBuilt() ? note('up to date') : build(settings.dataDir)
  })
  await startParts(settings, listParts(settings, urls, { payload: payloadSecret, preview: previewSecret }))
  printAddresses(settings, startedAt)
}

main().catch((error) => {
  if (isStopping) return
  printFailure(error)
  void stop(1)
})
