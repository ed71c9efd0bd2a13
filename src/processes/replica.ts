// `npm run replica`: what is public, on another server of Postgres.

import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { buildReplica, finishReplica, offerPublic, readProgress } from '@/operations'
import { withClient } from './database.mjs'
import { finish, say } from './finish'
import { environment } from './settings.mjs'
import { Problem } from './steps.mjs'

const help = `Copies what is public, and nothing else, to another server and keeps it there. docs/operations.md tells the whole way.

  npm run replica -- offer <role>    at home, with DATABASE_URL: lets this role copy the public tables.
                                     Again after an update that says so
  npm run replica -- build           with HOME_URL (the role's address at home, as the replica reaches it), REPLICA_URL
                                     (a superuser of an empty database there) and READER_PASSWORD (of delivery_reader
                                     there): makes the replica from nothing, waits for the first copy, opens it
  npm run replica -- status          with REPLICA_URL: how far the first copy is

Options
  --name <name>   of this replica, where there are several: small letters, digits, _ (default: one)
  --help          this text
`

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string', default: 'one' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return say(help)
  const [word = '', role] = positionals
  if (!/^[a-z0-9_]{1,30}$/.test(values.name))
    throw new Problem('--name takes small letters, digits and _, at most 30.')
  if (word === 'offer' && role) return offer(role)
  if (word === 'build') return build(values.name)
  if (word === 'status') return status()
  throw new Problem('Say what to do: offer <role>, build or status. --help tells more.')
}

function wanted(variable: string): string {
  const value = environment[variable]
  if (!value) throw new Problem(`Set ${variable}. --help tells to what.`)
  return value
}

async function offer(role: string): Promise<number> {
  const tables = await withClient(wanted('DATABASE_URL'), async (client) => {
    const { rows } = await client.query<{ level: string; may: boolean | null }>(
      `select current_setting('wal_level') as level,
              (select rolreplication from pg_roles where rolname = $1) as may`,
      [role],
    )
    if (rows[0]?.level !== 'logical')
      throw new Problem('Set wal_level = logical in Postgres at home and start it again.')
    if (!rows[0]?.may)
      throw new Problem(
        `There is no role "${role}" that may replicate. As a superuser: create role ${role} login replication password '…'`,
      )
    return offerPublic(client, role)
  })
  return say(`${tables.length} tables are offered to ${role}: ${tables.join(', ')}\n`)
}

async function build(name: string): Promise<number> {
  const homeUrl = wanted('HOME_URL')
  const readerPassword = wanted('READER_PASSWORD')
  return withClient(wanted('REPLICA_URL'), async (replica) => {
    await withClient(homeUrl, (home) => buildReplica({ name, home, replica, homeUrl, readerPassword }))
    for (let turn = 1; !(await finishReplica(replica)); turn += 1) {
      if (turn % 20 === 0) {
        const { copied, total } = await readProgress(replica)
        process.stderr.write(`${copied} of ${total} tables are copied\n`)
      }
      await pause(250)
    }
    return say('The first copy is complete, and delivery_reader may read it.\n')
  })
}

async function status(): Promise<number> {
  const { copied, total } = await withClient(wanted('REPLICA_URL'), readProgress)
  if (total === 0) return say('This is no replica.\n')
  return say(
    `${copied} of ${total} tables are copied${copied < total ? '' : '; it follows the server at home'}.\n`,
  )
}

await finish(run)
