// `npm run hold`: may e-mails and webhooks leave? `npm run hold -- end` lets them.

import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { deskEnv } from '@/lib/env'
import { readHold } from '@/lib/hold'
import { endHold } from '@/operations'
import { countWaiting, dropWaiting } from '@/webhooks'
import { finish, say } from './finish'
import { joinDesk } from './join-desk.mjs'
import { Problem } from './steps.mjs'

const help = `Tells whether the desk is on hold. While it is, no e-mail and no webhook leaves it.

  npm run hold              tells, and how many messages to webhooks wait
  npm run hold -- end       ends the hold; written into the log. Where messages to webhooks wait, say what becomes of them:

    --send-waiting          they leave first. Some may have been sent by the original; receivers know them by their webhook-id
    --drop-waiting          they stay. Each can be sent again on the screen "Webhooks"

Only one of an original and its copies may send: end the hold of a copy when it takes the place of the original. A copy for trying
things stays on hold.
`

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'send-waiting': { type: 'boolean' },
      'drop-waiting': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return say(help)
  const fate = fateOf(values)
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
    return say(word === 'end' ? await end(client, fate) : await tell(client))
  } finally {
    await client.end()
  }
}

type Fate = 'send' | 'drop' | undefined

function fateOf(values: { 'send-waiting'?: boolean; 'drop-waiting'?: boolean }): Fate {
  if (values['send-waiting'] && values['drop-waiting'])
    throw new Problem('Say one of --send-waiting and --drop-waiting.')
  return values['send-waiting'] ? 'send' : values['drop-waiting'] ? 'drop' : undefined
}

/** What is not committed when the connection ends is taken back. */
async function end(client: Client, fate: Fate): Promise<string> {
  await client.query('begin')
  if (!(await endHold(client, null))) return 'The desk was not on hold.\n'
  const { messages, receivers } = await countWaiting(client)
  if (messages > 0 && fate === undefined)
    throw new Problem(
      `${messagesFor(messages, receivers)} Say --send-waiting or --drop-waiting; --help tells more. The desk is still on hold.`,
    )
  const dropped = fate === 'drop' ? await dropWaiting(client, { person: null, now: new Date() }) : 0
  await client.query('commit')
  const rest =
    dropped > 0
      ? ` ${dropped} that waited stay.`
      : messages > 0
        ? ` ${messages} that waited leave first.`
        : ''
  return `The hold is ended: e-mails and webhooks leave again.${rest}\n`
}

const messagesFor = (messages: number, receivers: number): string =>
  `Messages to webhooks wait: ${messages} for ${receivers} ${receivers === 1 ? 'receiver' : 'receivers'}.`

async function tell(client: Client): Promise<string> {
  const hold = await readHold(client)
  if (!hold) return 'Not on hold: e-mails and webhooks leave.\n'
  const { messages, receivers } = await countWaiting(client)
  const waiting = messages > 0 ? `${messagesFor(messages, receivers)}\n` : ''
  return `On hold since ${hold.since.toISOString()}: ${hold.reason} Nothing leaves the desk.\n${waiting}`
}

await finish(run)
