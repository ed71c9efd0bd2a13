// Writes what is derived from the model: types, import map, OpenAPI. `npm run generate`.
// --migration NAME writes a migration.
// With --check it leaves everything as it was and fails if something is not up to date, a migration included.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { programArguments, runNode } from './run-command.mjs'
import { root } from './settings.mjs'
import { Problem, printFailure, step } from './steps.mjs'

const generators = [
  { file: 'src/payload-types.ts', args: programArguments('model', 'types') },
  { file: 'src/app/(payload)/admin/importMap.js', args: programArguments('model', 'importmap') },
  { file: 'docs/openapi.json', args: programArguments('openapi') },
  { file: 'src/client/api.ts', args: programArguments('client-types') },
]
const standIns = {
  DESK_DATABASE_URL: 'postgres://generate@127.0.0.1:1/generate',
  PAYLOAD_SECRET: 'generating takes no secret, so this is none',
  SERVER_URL: 'http://localhost:3000',
  DELIVERY_URL: 'http://localhost:4000',
}
const logs = mkdtempSync(path.join(tmpdir(), 'laureate-desk-generate-'))

/** @param {string[]} args @param {string} what */
async function run(args, what) {
  const env = { ...process.env, ...standIns, NODE_ENV: 'development' }
  await runNode({ args, env, cwd: root, logFile: path.join(logs, 'log'), what })
}

/** @param {string} file */
const read = (file) =>
  existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : undefined

/** Whether the file is now other than before. @param {typeof generators[number]} generator */
async function generate({ file, args }) {
  const before = read(file)
  await run(args, file)
  return { file, before, isChanged: read(file) !== before }
}

/** @param {{ file: string, before: string | undefined }} result */
function putBack({ file, before }) {
  if (before === undefined) rmSync(path.join(root, file), { force: true })
  else writeFileSync(path.join(root, file), before)
}

/** Whether the collections ask for tables that no migration makes. */
async function lacksMigration() {
  const folder = path.join(root, 'migrations')
  const index = read('migrations/index.ts')
  const before = new Set(readdirSync(folder))
  await run(programArguments('model', 'migration', 'drift'), 'migrations')
  const made = readdirSync(folder).filter((file) => !before.has(file))
  for (const file of made) rmSync(path.join(folder, file))
  putBack({ file: 'migrations/index.ts', before: index })
  return made.length > 0
}

async function check() {
  const stale = []
  for (const generator of generators) {
    const result = await step(generator.file, () => generate(generator))
    if (!result.isChanged) continue
    stale.push(result.file)
    putBack(result)
  }
  if (await step('migrations', lacksMigration)) stale.push('migrations (npm run migration NAME)')
  if (stale.length > 0)
    throw new Problem(`Not up to date: ${stale.join(', ')}. Run npm run generate and commit what it writes.`)
}

async function write() {
  for (const generator of generators) {
    await step(generator.file, async (note) =>
      note((await generate(generator)).isChanged ? 'written' : 'up to date'),
    )
  }
}

/**
 * `npm run migration NAME`: the step from the last migration to the collections as they are now. Where a column
 * may have been renamed the tool asks.
 */
function writeMigration() {
  const name = process.argv.at(-1) ?? ''
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Problem('Name the migration in small letters: npm run migration add_prize_colour')
  }
  const env = { ...process.env, ...standIns }
  const args = programArguments('model', 'migration', name)
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  process.exitCode = status ?? 1
}

async function choose() {
  if (process.argv.includes('--migration')) return writeMigration()
  return process.argv.includes('--check') ? check() : write()
}

choose()
  .catch((error) => {
    printFailure(error)
    process.exitCode = 1
  })
  .finally(() => rmSync(logs, { recursive: true, force: true }))
