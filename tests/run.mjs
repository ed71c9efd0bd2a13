// `npm test`: everything that has to hold, in one command, from a fresh clone. `npm test -- --only unit` runs
// one stage; more than one with a comma. It ends with one line: N passed, N failed, N skipped.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { areDependenciesInstalled, installDependencies } from '../src/processes/requirements.mjs'
import { runNode, stopCommands } from '../src/processes/run-command.mjs'
import { root } from '../src/processes/settings.mjs'
import { Problem, printFailure, secondsSince, step } from '../src/processes/steps.mjs'

const logs = path.join(root, '.data', 'logs')
const results = mkdtempSync(path.join(tmpdir(), 'laureate-desk-results-'))
const bin = (/** @type {string} */ name) => path.join('node_modules', '.bin', name)

/**
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Tally
 * @typedef {{ name: string, run: () => Promise<Tally> }} Stage
 */

/** @type {Stage[]} */
const stages = [
  { name: 'format', run: () => check('format', [bin('oxfmt'), '--check', '.']) },
  { name: 'lint', run: () => check('lint', [bin('oxlint')]) },
  { name: 'types', run: () => check('types', [bin('tsc'), '--noEmit']) },
  { name: 'unused', run: () => check('unused', [bin('knip')]) },
  { name: 'generated', run: () => check('generated', ['src/processes/generate.mjs', '--check']) },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'integration', run: () => vitest('integration') },
  { name: 'e2e', run: browserTests },
]

/** A stage that either holds or does not. @param {string} name @param {string[]} args @returns {Promise<Tally>} */
async function check(name, args) {
  const logFile = path.join(logs, `test-${name}.log`)
  try {
    await runNode({ args, env: { ...process.env, FORCE_COLOR: '0' }, cwd: root, logFile, what: name })
    return { passed: 1, failed: 0, skipped: [] }
  } catch {
    printLog(logFile)
    return { passed: 0, failed: 1, skipped: [] }
  }
}

/** @param {string} project @returns {Promise<Tally>} */
async function vitest(project) {
  const logFile = path.join(logs, `test-${project}.log`)
  const report = path.join(results, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [path.join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters]
  const env = { ...process.env, NODE_ENV: 'test', FORCE_COLOR: '0' }
  const isGreen = await runNode({ args, env, cwd: root, logFile, what: project }).then(
    () => true,
    () => false,
  )
  if (!isGreen) printLog(logFile)
  return tally(report, isGreen)
}

/** @param {string} report @param {boolean} isGreen @returns {Tally} */
function tally(report, isGreen) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: [] }
  /** @type {{ testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string, meta?: { reason?: string } }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const tests = testResults.flatMap((file) => file.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed').length
  const failed = tests.filter((test) => test.status === 'failed').length
  // A file that cannot be loaded, or a hook that fails, is a failure without a test.
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const skipped = tests
    .filter((test) => !['passed', 'failed'].includes(test.status))
    .map((test) => test.fullName)
  const all = failed + brokenFiles
  return { passed, failed: isGreen ? all : Math.max(1, all), skipped }
}

async function browserTests() {
  installChromium()
  return vitest('e2e')
}

/** Debian's Chromium where we may install it. Elsewhere the tests look for one and say what they miss. */
function installChromium() {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  if (process.env['CHROMIUM_PATH'] || places.some((file) => existsSync(file))) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Problem(
      'The browser tests need Chromium. Install it, or set CHROMIUM_PATH to a Chrome or Chromium.',
    )
  }
  const options = /** @type {const} */ ({
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  try {
    execFileSync('apt-get', ['update'], options)
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
  } catch {
    throw new Problem(
      'Chromium could not be installed with apt-get. Install it by hand, or set CHROMIUM_PATH.',
    )
  }
}

/** @param {string} file */
function printLog(file) {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const shown =
    lines.length > 400
      ? [`… the first ${lines.length - 400} lines are in ${file}`, ...lines.slice(-400)]
      : lines
  process.stdout.write(`${shown.join('\n')}\n`)
}

/** @param {string[]} args @returns {Stage[]} */
function chooseStages(args) {
  const index = args.indexOf('--only')
  if (index < 0) return stages
  const wanted = (args[index + 1] ?? '').split(',')
  const chosen = stages.filter((stage) => wanted.includes(stage.name))
  if (chosen.length === wanted.length) return chosen
  throw new Problem(`--only takes one or more of: ${stages.map((stage) => stage.name).join(', ')}`)
}

/** One stage; trouble that is no test result counts as one failure. @param {Stage} stage @returns {Promise<Tally>} */
async function runStage(stage) {
  try {
    return await step(stage.name, async (note) => {
      const result = await stage.run()
      note(
        `${result.passed} passed, ${result.failed} failed, ${result.skipped.length} skipped`,
        result.failed === 0,
      )
      return result
    })
  } catch (error) {
    printFailure(error)
    return { passed: 0, failed: 1, skipped: [] }
  }
}

async function main() {
  const startedAt = Date.now()
  const chosen = chooseStages(process.argv.slice(2))
  mkdirSync(logs, { recursive: true })
  await step('packages', async (note) => {
    if (areDependenciesInstalled(root)) return note('up to date')
    await installDependencies({ root, logFile: path.join(logs, 'install.log'), env: process.env })
  })
  const total = { passed: 0, failed: 0, skipped: /** @type {string[]} */ ([]) }
  for (const stage of chosen) {
    const { passed, failed, skipped } = await runStage(stage)
    total.passed += passed
    total.failed += failed
    total.skipped.push(...skipped)
  }
  for (const name of total.skipped) process.stdout.write(`skipped: ${name}\n`)
  process.stdout.write(`\nAll stages took ${secondsSince(startedAt)}.\n`)
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped\n`)
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    stopCommands()
    process.exit(1)
  })
}

try {
  await main()
} catch (error) {
  printFailure(error)
  process.stdout.write('0 passed, 1 failed, 0 skipped\n')
  process.exitCode = 1
} finally {
  rmSync(results, { recursive: true, force: true })
}
