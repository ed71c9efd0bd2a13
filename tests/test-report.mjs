// What Vitest found, for tests/run.mjs. Vitest's own JSON knows no differences, no hooks and no stray errors.

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * @typedef {import('vitest/node').TestModule} TestModule
 * @typedef {import('vitest/node').TestSuite} TestSuite
 * @typedef {import('vitest/node').SerializedError} SerializedError
 * @typedef {{ name: string, error: string }} Failure
 * @typedef {{ file: string, passed: string[], failed: Failure[], skipped: string[] }} FileReport
 * @typedef {{ file?: string, error: string }} Stray an error that no test can be blamed for, and the file that
 *   was running if that is known
 * @typedef {{ files: FileReport[], strays: Stray[] }} TestReport
 */

/**
 * The reporters of a run: one for people, and one for tests/run.mjs where it names a file in TEST_REPORT.
 *
 * @returns {(string | import('vitest/node').Reporter)[]}
 */
export function chooseReporters() {
  const file = process.env['TEST_REPORT']
  return file ? ['default', writeReport(file)] : ['default']
}

/** @param {string} file @returns {import('vitest/node').Reporter} */
function writeReport(file) {
  return {
    onTestRunEnd: (modules, unhandled) => {
      const report = { files: modules.map(readModule), strays: unhandled.map(readStray) }
      writeFileSync(file, JSON.stringify(report))
    },
  }
}

/** @param {string} file */
const relative = (file) => path.relative(process.cwd(), file)

/** @param {TestModule} module @returns {FileReport} */
function readModule(module) {
  /** @type {FileReport} */
  const report = { file: relative(module.moduleId), passed: [], failed: [], skipped: [] }
  report.failed.push(...failuresOf('the file itself', module.errors()))
  for (const suite of module.children.allSuites())
    report.failed.push(...failuresOf(`${suite.fullName} (around its tests)`, suite.errors()))
  for (const test of module.children.allTests()) readTest(test, report)
  return report
}

/** @param {import('vitest/node').TestCase} test @param {FileReport} report */
function readTest(test, report) {
  const { state, errors = [] } = test.result()
  if (state === 'passed') report.passed.push(test.fullName)
  else if (state === 'failed')
    report.failed.push({ name: test.fullName, error: errors.map(describe).join('\n') })
  // Tests of a suite whose hook failed never ran: the suite counts for them.
  else if (!isBroken(test.parent)) report.skipped.push(test.fullName)
}

/** @param {TestSuite | TestModule} place @returns {boolean} */
const isBroken = (place) => place.errors().length > 0 || (place.type === 'suite' && isBroken(place.parent))

/** @param {string} name @param {SerializedError[]} errors @returns {Failure[]} */
const failuresOf = (name, errors) =>
  errors.length === 0 ? [] : [{ name, error: errors.map(describe).join('\n') }]

/** @param {SerializedError} error @returns {Stray} */
function readStray(error) {
  const file = error['VITEST_TEST_PATH']
  return { error: describe(error), ...(typeof file === 'string' ? { file: relative(file) } : {}) }
}

/** The sentence, the difference, and the places in our own files. @param {SerializedError} error */
function describe({ name, message, diff, stacks = [] }) {
  const places = stacks
    .filter(({ file }) => !file.includes('node_modules'))
    .map(({ file, line, column }) => `at ${relative(file)}:${line}:${column}`)
  const sentence = !name || message.startsWith(`${name}:`) ? message : `${name}: ${message}`
  return stripVTControlCharacters([sentence, diff, ...places].filter(Boolean).join('\n'))
}
