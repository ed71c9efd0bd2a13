// `npm test`: everything that has to hold, in one command, from a fresh clone. `npm test -- --only unit` runs
// one stage; more than one with a comma. `npm test -- --all` also runs what is tried nightly. It ends with one
// line: N passed, N failed, N skipped.

import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { areDependenciesInstalled, installDependencies } from '../src/processes/requirements.mjs'
import { stopCommands } from '../src/processes/run-command.mjs'
import { root } from '../src/processes/settings.mjs'
import { Problem, printFailure, secondsSince, step } from '../src/processes/steps.mjs'
import { finalWords } from './final-words.mjs'
import { logs } from './stage-log.mjs'
import { stages } from './stages.mjs'

/** @typedef {import('./vitest-stage.mjs').Outcome} Outcome */

/** @param {string[]} args */
function chooseStages(args) {
  const index = args.indexOf('--only')
  if (index < 0) return stages.filter((stage) => !stage.isNightly || args.includes('--all'))
  const wanted = (args[index + 1] ?? '').split(',')
  const chosen = stages.filter((stage) => wanted.includes(stage.name))
  if (chosen.length === wanted.length) return chosen
  throw new Problem(`--only takes one or more of: ${stages.map((stage) => stage.name).join(', ')}`)
}

/** One stage; trouble that is no test result is a failure too. @param {typeof stages[number]} stage @returns {Promise<Outcome>} */
async function runStage(stage) {
  try {
    return await step(stage.name, async (note) => {
      const outcome = await stage.run()
      const { passed, failed, skipped, secondTry } = outcome
      const late = secondTry.length > 0 ? `, ${secondTry.length} on a second try` : ''
      note(`${passed} passed, ${failed.length} failed, ${skipped.length} skipped${late}`, failed.length === 0)
      return outcome
    })
  } catch (error) {
    printFailure(error)
    return { passed: 0, failed: [{ name: stage.name, error: say(error) }], skipped: [], secondTry: [] }
  }
}

const say = (/** @type {unknown} */ error) => (error instanceof Error ? error.message : String(error))

async function main() {
  const startedAt = Date.now()
  const chosen = chooseStages(process.argv.slice(2))
  mkdirSync(logs, { recursive: true })
  await step('packages', async (note) => {
    if (areDependenciesInstalled(root)) return note('up to date')
    await installDependencies({ root, logFile: path.join(logs, 'install.log'), env: process.env })
  })
  /** @type {Outcome} */
  const total = { passed: 0, failed: [], skipped: [], secondTry: [] }
  for (const stage of chosen) {
    const { passed, failed, skipped, secondTry } = await runStage(stage)
    total.passed += passed
    total.failed.push(...failed)
    total.skipped.push(...skipped)
    total.secondTry.push(...secondTry)
  }
  process.stdout.write(finalWords(total, secondsSince(startedAt)))
  process.exitCode = total.failed.length > 0 || total.passed === 0 ? 1 : 0
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
}
