// One project of vitest.config.ts as a stage of `npm test`. Files with a failure get one second try, in a new
// process and on a new database; what passes only then is told.

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runNode, stopCommands } from '../src/processes/run-command.mjs'
import { root } from '../src/processes/settings.mjs'
import { endOfLog, logOf, printLog } from './stage-log.mjs'

/**
 * @typedef {import('./test-report.mjs').TestReport} TestReport
 * @typedef {import('./test-report.mjs').Failure} Failure
 * @typedef {object} Outcome what came of a stage
 * @property {number} passed
 * @property {Failure[]} failed
 * @property {string[]} skipped
 * @property {Failure[]} secondTry what passed only on a second try, with the error of the first
 */

// More than these are broken, not unlucky.
const mostUnlucky = 5

// A run that says nothing for so long hangs, however slow the machine is; it is ended.
const longestSilenceMs = 1_200_000

/** @typedef {Record<string, string>} Settings */

/**
 * @param {string} project @param {Settings} [settings] of the environment @param {string[]} [files] only those whose path
 * holds one of these @returns {Promise<Outcome>}
 */
export async function runProject(project, settings = {}, files = []) {
  const first = await runVitest({ project, settings }, logOf(project), files)
  const again = filesToRepeat(first)
  if (!again) return outcomeOf(first)
  process.stdout.write(`… ${project.padEnd(13)} a second try for ${again.join(', ') || 'everything'}\n`)
  return outcomeOf(first, await runVitest({ project, settings }, logOf(`${project}-again`), again))
}

/** @param {{ project: string, settings: Settings }} run @param {string} logFile @param {string[]} [files] @returns {Promise<TestReport>} */
async function runVitest({ project, settings }, logFile, files = []) {
  const folder = mkdtempSync(path.join(tmpdir(), 'laureate-desk-results-'))
  const report = path.join(folder, 'report.json')
  const watch = setInterval(() => {
    if (existsSync(logFile) && Date.now() - statSync(logFile).mtimeMs > longestSilenceMs) stopCommands()
  }, 10_000)
  try {
    const args = [path.join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project, ...files]
    const env = { ...process.env, NODE_ENV: 'test', FORCE_COLOR: '0', TEST_REPORT: report, ...settings }
    const isGreen = await runNode({ args, env, cwd: root, logFile, what: project }).then(
      () => true,
      () => false,
    )
    if (!isGreen) printLog(logFile)
    const read = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { files: [], strays: [] }
    const isExplained =
      read.strays.length > 0 || read.files.some((/** @type {any} */ file) => file.failed.length > 0)
    if (!isGreen && !isExplained) read.strays.push({ error: endOfLog(logFile) })
    return read
  } finally {
    clearInterval(watch)
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The files of a second try: those with a failure, all (an empty list) if nobody knows where the trouble is,
 * none (undefined) if all is well or too much is not.
 *
 * @param {TestReport} report @returns {string[] | undefined}
 */
export function filesToRepeat({ files, strays }) {
  const failed = files.filter((one) => one.failed.length > 0).map((one) => one.file)
  const places = new Set([...failed, ...strays.flatMap(({ file }) => file ?? [])])
  if (places.size > mostUnlucky || (failed.length === 0 && strays.length === 0)) return undefined
  return strays.some(({ file }) => file === undefined) ? [] : [...places]
}

/** @param {TestReport} first @param {TestReport} [second] of the files that were tried again @returns {Outcome} */
export function outcomeOf(first, second = { files: [], strays: [] }) {
  const repeated = new Map(second.files.map((one) => [one.file, one]))
  const files = first.files.map((one) => repeated.get(one.file) ?? one)
  // A first try that ended before it had files.
  if (first.files.length === 0) files.push(...second.files)
  const isRepeated = second.files.length > 0 || second.strays.length > 0
  const failed = failuresOf(isRepeated ? { files, strays: second.strays } : first)
  const names = new Set(failed.map(({ name }) => name))
  return {
    passed: files.flatMap((one) => one.passed).length,
    failed,
    skipped: files.flatMap((one) => one.skipped),
    secondTry: isRepeated ? failuresOf(first).filter(({ name }) => !names.has(name)) : [],
  }
}

/** @param {TestReport} report @returns {Failure[]} */
function failuresOf({ files, strays }) {
  const ofTests = files.flatMap(({ file, failed }) =>
    failed.map(({ name, error }) => ({ name: `${file} › ${name}`, error })),
  )
  const outside = strays.map(({ file, error }) => ({ name: `${file ?? 'vitest'} › outside any test`, error }))
  return [...ofTests, ...outside]
}
