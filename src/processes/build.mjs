// Builds what production runs: Next for the admin, one file each for delivery and worker. `npm run build`.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle, bundleFile } from './bundle.mjs'
import { production, runNode } from './run-command.mjs'
import { root } from './settings.mjs'
import { Problem, printFailure, step } from './steps.mjs'

const stampFile = path.join(root, '.next', 'built-from')
const sources = [
  'collections',
  'next.config.mjs',
  'package-lock.json',
  'payload.config.ts',
  'public',
  'src',
  'tsconfig.json',
]
const bundles = ['delivery', 'worker', 'picture']

/** The SHA-256 of everything that the build reads, and of the Node major that it is made for. */
function hashSources() {
  const hash = createHash('sha256').update(`node ${process.versions.node.split('.')[0]}`)
  for (const file of sources.flatMap(listFiles)) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

/** Files below a path, in one order on every machine; tests are not built. @param {string} name @returns {string[]} */
function listFiles(name) {
  const place = path.join(root, name)
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return /\.test\.tsx?$/.test(name) ? [] : [name]
  return readdirSync(place)
    .toSorted()
    .flatMap((child) => listFiles(`${name}/${child}`))
}

export function isBuilt() {
  const outputs = [stampFile, ...bundles.map(bundleFile)]
  return outputs.every((file) => existsSync(file)) && readFileSync(stampFile, 'utf8') === hashSources()
}

/**
 * Throws a Problem with the end of the log when the build fails.
 *
 * @param {string} dataDir where the log goes
 */
export async function build(dataDir) {
  const from = hashSources()
  for (const file of ['built-from', 'BUILD_ID']) rmSync(path.join(root, '.next', file), { force: true })
  for (const name of bundles) await bundle(name)
  await runNode({
    args: [production, 'node_modules/next/dist/bin/next', 'build'],
    env: { ...process.env, ...standIns, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    cwd: root,
    logFile: path.join(dataDir, 'logs', 'build.log'),
    what: 'The build',
  })
  if (!existsSync(path.join(root, '.next', 'BUILD_ID'))) {
    throw new Problem(`The build ended without a result. See ${path.join(dataDir, 'logs', 'build.log')}.`)
  }
  writeFileSync(stampFile, from)
}

// The build opens no connection and keeps no secret; these only satisfy the check of the environment.
const standIns = {
  DATABASE_URL: '',
  DESK_DATABASE_URL: 'postgres://build@127.0.0.1:1/build',
  PAYLOAD_SECRET: 'the build keeps no secret, this is none',
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  step('Build', () => build(path.resolve(root, process.env['DATA_DIR'] || '.data'))).catch((error) => {
    printFailure(error)
    process.exitCode = 1
  })
}
