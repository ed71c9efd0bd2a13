// `npm run doctor`: what is right with this installation, what is not, and what to do about it.

import { parseArgs } from 'node:util'
import { examine, printFindings } from '@/operations'
import { findInstallation } from './find-installation'
import { Problem, printFailure } from './steps.mjs'

const help = `Looks at everything that this installation stands on and says what to do.

  npm run doctor

Works while the desk runs, while it does not, and without its database. Changes nothing and asks nobody outside but
the mail server that is set.

Options
  --json   the findings as data
  --help   this text

Exit codes
  0  nothing is wrong; there may be warnings
  1  something is wrong
  2  it could not look
`

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return say(help, 0)
  const findings = await examine(findInstallation())
  const isWrong = findings.some(({ state }) => state === 'wrong')
  const text = values.json ? `${JSON.stringify({ findings }, null, 2)}\n` : printFindings(findings)
  return say(text, isWrong ? 1 : 0)
}

function say(text: string, exitCode: number): number {
  process.stdout.write(text)
  return exitCode
}

function fail(error: unknown): number {
  const isMistake = error instanceof Problem || (error instanceof TypeError && 'code' in error)
  if (isMistake) process.stderr.write(`${error.message}\n`)
  else printFailure(error)
  return 2
}

const exitCode = await run().catch(fail)
// A pipe may still be reading: let it take everything before the process ends.
process.stdout.write('', () => process.exit(exitCode))
