// The stages of `npm test`, in the order in which they run.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { runNode } from '../src/processes/run-command.mjs'
import { root } from '../src/processes/settings.mjs'
import { Problem } from '../src/processes/steps.mjs'
import { endOfLog, logOf, printLog } from './stage-log.mjs'
import { runProject } from './vitest-stage.mjs'

/**
 * @typedef {import('./vitest-stage.mjs').Outcome} Outcome
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<Outcome>} run
 * @property {boolean} [isNightly] only with --all
 */

const bin = (/** @type {string} */ name) => path.join('node_modules', '.bin', name)
const hasTests = (/** @type {string} */ folder) => existsSync(path.join(root, 'tests', folder))

/** @type {Stage[]} */
export const stages = [
  { name: 'format', run: () => check('format', [bin('oxfmt'), '--check', '.']) },
  { name: 'lint', run: () => check('lint', [bin('oxlint')]) },
  { name: 'types', run: () => check('types', [bin('tsc'), '--noEmit']) },
  { name: 'unused', run: () => check('unused', [bin('knip')]) },
  { name: 'generated', run: () => check('generated', ['src/processes/generate.mjs', '--check']) },
  { name: 'unit', run: () => runProject('unit') },
  { name: 'integration', run: () => runProject('integration') },
  ...(hasTests('matrix') ? [{ name: 'matrix', run: () => runProject('matrix') }] : []),
  { name: 'e2e', run: browserTests },
  // Every cell with everything that an attacker adds, and every pair of roles.
  { name: 'matrix-full', run: () => runProject('matrix', { MATRIX: 'full' }), isNightly: true },
  // Copies that follow what is published, over many more histories than in the usual run.
  {
    name: 'sync-full',
    run: () => runProject('integration', { SYNC_RUNS: '1000' }, ['delivery-sync', 'client-sync']),
    isNightly: true,
  },
  ...(hasTests('nightly') ? [{ name: 'nightly', run: () => runProject('nightly'), isNightly: true }] : []),
]

/** A stage that either holds or does not. @param {string} name @param {string[]} args @returns {Promise<Outcome>} */
async function check(name, args) {
  const logFile = logOf(name)
  try {
    await runNode({ args, env: { ...process.env, FORCE_COLOR: '0' }, cwd: root, logFile, what: name })
    return { passed: 1, failed: [], skipped: [], secondTry: [] }
  } catch {
    printLog(logFile)
    return { passed: 0, failed: [{ name, error: endOfLog(logFile) }], skipped: [], secondTry: [] }
  }
}

async function browserTests() {
  installChromium()
  return runProject('e2e')
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
