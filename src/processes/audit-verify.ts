// `npm run audit:verify`: is the log as it was written?

import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { verifyChain, type Fault, type Verdict } from '@/audit'
import { deskEnv } from '@/lib/env'
import { finish, say } from './finish'
import { joinDesk } from './join-desk.mjs'
import { showProgress } from './show-progress'
import { Problem } from './steps.mjs'

const help = `Walks the log of the desk from its first entry to its last and tells whether somebody tampered with it.

  npm run audit:verify

Options
  --expect <hash>   also look whether the chain still contains this hash. Each run ends with the hash of the last
                    entry: keep it outside this machine, and the next run shows that nothing was cut off or written anew
  --help            this text

Exit codes
  0  the log is whole
  1  it is not: every place is named by number and time
  2  it could not be checked: no desk, or a wrong option
`

const hashShape = /^[0-9a-f]{64}$/

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { expect: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return say(help)
  const { expect: expected } = values
  if (expected !== undefined && !hashShape.test(expected))
    throw new Problem('--expect takes the hash that an earlier run ended with: 64 digits from 0 to f.')
  joinDesk()
  const verdict = await verify(expected)
  return verdict.found === 0 ? say(whole(verdict, expected), 0) : say(broken(verdict), 1)
}

async function verify(expected: string | undefined): Promise<Verdict> {
  const client = new Client({
    connectionString: deskEnv().DESK_DATABASE_URL,
    application_name: 'laureate-desk-audit-verify',
  })
  await client.connect()
  const show = showProgress()
  try {
    return await verifyChain(client, {
      onProgress: (read, total) => show('Entries', read, total),
      ...(expected === undefined ? {} : { expected }),
    })
  } finally {
    await client.end()
  }
}

const count = (number: number): string => number.toLocaleString('en')
const time = (at: Date | null): string => at?.toISOString() ?? 'unknown'
const entries = (number: number): string => (number === 1 ? '1 entry' : `${count(number)} entries`)

function whole({ entries: read, first, last, head }: Verdict, expected: string | undefined): string {
  const span = read === 0 ? '' : `, from ${time(first)} to ${time(last)}`
  const kept = expected === undefined ? '' : ' The hash that was expected is in it.'
  return `The log is whole: ${entries(read)}${span}.${kept} Head: ${head}\n`
}

function broken({ entries: read, faults, found }: Verdict): string {
  const more = found > faults.length ? [`… and ${count(found - faults.length)} more`] : []
  const places = found === 1 ? 'one place' : `${count(found)} places`
  const closing = `The log is not whole: ${places} among ${entries(read)}.`
  return `${[...faults.map(describe), ...more, closing].join('\n')}\n`
}

function describe(fault: Fault): string {
  switch (fault.kind) {
    case 'changed':
      return `Entry ${fault.seq} of ${time(fault.at)} was changed.`
    case 'missing':
      return fault.seq === fault.last
        ? `Entry ${fault.seq} is missing, near ${time(fault.at)}.`
        : `Entries ${fault.seq} to ${fault.last} are missing, near ${time(fault.at)}.`
    case 'unjoined':
      return `Entry ${fault.seq} of ${time(fault.at)} does not follow the one before it: something was put in, taken out or exchanged here.`
    case 'inserted':
      return `An entry of ${time(fault.at)} was put in past the chain.`
    case 'head':
      return `The end of the chain, entry ${fault.seq} of ${time(fault.at)}, is not the end that was written down.`
    case 'unexpected':
      return 'The hash that was expected is not in the chain: entries were cut off or written anew.'
    case 'unguarded':
      return `A trigger that guards audit.${fault.table} is switched off or gone.`
    default:
      return fault satisfies never
  }
}

await finish(run, 2)
