// `npm run hold`: may e-mails and webhooks leave? `npm run hold -- end` lets them.

import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { deskEnv } from '@/lib/env'
import { readHold } from '@/lib/hold'
import { endHold } from '@/operations'
import { joinDesk } from './join-desk.mjs'
import { Problem, printFailure } from './steps.mjs'

const help = `Tells whether the desk is on hold. While it is, no e-mail and no webhook leaves it.

  npm run hold              tells
  npm run hold -- end       ends the hold; written into the log

Only one of an original and its copies may send: end the hold of a copy when it takes the place of the original.
`

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return say(help)
  const [word, more] = positionals
  if (more !== undefined || (word !== undefined && word !== 'end'))
    throw new Problem('Say "npm run hold" or "npm run hold -- end".')
  joinDesk()
  const client = new Client({
    connectionString: deskEnv().DESK_DATABASE_URL,
    application_name: 'laureate-desk-hold',
  })
  await client.connect()
  try {
    return say(word === 'end' ? await end(client) : await tell(client))
  } finally {
    await client.end()
  }
}

async function end(client: Client): Promise<string> {
  await client.query('begin')
  const wasOn = await endHold(client, null)
  await client.query('commit')
  return wasOn ? 'The hold is ended: e-mails and webhooks leave again.\n' : 'The desk was not on hold.\n'
}

async function tell(client: Client): Promise<string> {
  const hold = await readHold(client)
  if (!hold) return 'Not on hold: e-mails and webhooks leave.\n'
  return `On hold since ${hold.since.toISOString()}: ${hold.reason} Nothing leaves the desk.\n`
}

function say(text: string): number {
  process.stdout.write(text)
  return 0
}

function fail(error: unknown): number {
  const isMistake = error instanceof Problem || (error instanceof TypeError && 'code' in error)
  if (isMistake) process.stderr.write(`${error.message}\n`)
  else printFailure(error)
  return 1
}

const exitCode = await run().catch(fail)
process.stdout.write('', () => process.exit(exitCode))
