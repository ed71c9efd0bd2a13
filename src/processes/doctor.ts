// `npm run doctor`: what is right with this installation, what is not, and what to do about it.

import { parseArgs } from 'node:util'
import { examine, printFindings } from '@/operations'
import { findInstallation } from './find-installation'
import { finish, say } from './finish'

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
  if (values.help) return say(help)
  const findings = await examine(findInstallation())
  const isWrong = findings.some(({ state }) => state === 'wrong')
  const text = values.json ? `${JSON.stringify({ findings }, null, 2)}\n` : printFindings(findings)
  return say(text, isWrong ? 1 : 0)
}

await finish(run, 2)
