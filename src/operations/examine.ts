import { Client } from 'pg'
import { checkDatabaseRights, checkGuards } from './check-guards'
import { checkBackup, checkDisk, checkFolder, checkNode, checkPictures, checkSettings } from './check-machine'
import { checkHold } from './check-hold'
import { checkMail } from './check-mail'
import { checkReader, checkWriter } from './check-roles'
import { checkDelivery, checkPorts, checkWorker, databaseAway } from './check-running'
import { checkReplicas } from './check-replicas'
import { checkSecrets } from './check-secrets'
import { checkClock, checkExtension, checkMigrations, checkServer, type Look } from './check-server'
import { fine, wrong, type Finding } from './finding'
import type { Installation } from './installation'

type Check<Asked> = { name: string; run: (asked: Asked) => Promise<readonly Finding[]> | readonly Finding[] }

const ofMachine: readonly Check<Installation>[] = [
  { name: 'Node', run: checkNode },
  { name: 'settings', run: checkSettings },
  { name: 'secrets', run: checkSecrets },
  { name: 'data folder', run: checkFolder },
  { name: 'pictures', run: checkPictures },
  { name: 'disk', run: checkDisk },
  { name: 'backup', run: checkBackup },
  { name: 'ports', run: checkPorts },
  { name: 'worker', run: checkWorker },
  { name: 'e-mail', run: checkMail },
]

const ofDatabase: readonly Check<Look>[] = [
  { name: 'database', run: checkServer },
  { name: 'database rights', run: checkDatabaseRights },
  { name: 'clock', run: checkClock },
  { name: 'migrations', run: checkMigrations },
  { name: 'extension', run: checkExtension },
  { name: 'role delivery_reader', run: checkReader },
  { name: 'role desk_writer', run: checkWriter },
  { name: 'guards', run: checkGuards },
  { name: 'replicas', run: checkReplicas },
  { name: 'hold', run: checkHold },
  { name: 'delivery', run: checkDelivery },
]

/** Looks at everything, whatever is broken. Changes nothing and never throws. */
export async function examine(installation: Installation): Promise<readonly Finding[]> {
  return [...(await runAll(ofMachine, installation)), ...(await examineDatabase(installation))]
}

async function examineDatabase(installation: Installation): Promise<readonly Finding[]> {
  const { urls } = installation
  if (!urls) return [databaseAway(installation, 'It does not run.')]
  const client = clientOf(urls.owner ?? urls.desk)
  try {
    await client.connect()
  } catch (error) {
    return [databaseAway(installation, `It cannot be reached (${codeOf(error)}).`)]
  }
  try {
    return [...(await runAll(ofDatabase, { client, installation })), ...(await trySignIns(urls))]
  } finally {
    await client.end()
  }
}

function clientOf(url: string): Client {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    query_timeout: 20_000,
    application_name: 'laureate-desk doctor',
  })
  client.on('error', () => undefined)
  return client
}

/** A message of Postgres may quote values, its code does not. */
const codeOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown'

async function runAll<Asked>(checks: readonly Check<Asked>[], asked: Asked): Promise<Finding[]> {
  const found: Finding[] = []
  for (const { name, run } of checks) {
    try {
      found.push(...(await run(asked)))
    } catch (error) {
      found.push(
        wrong(name, `It could not be looked at (${codeOf(error)}).`, 'Put the lines above right first.'),
      )
    }
  }
  return found
}

/** The connections that the parts use. */
async function trySignIns(urls: NonNullable<Installation['urls']>): Promise<readonly Finding[]> {
  const parts = [
    { role: 'desk_writer', url: urls.desk, variable: 'DESK_DATABASE_URL' },
    { role: 'delivery_reader', url: urls.delivery, variable: 'DELIVERY_DATABASE_URL' },
  ]
  const found: Finding[] = []
  for (const { role, url, variable } of parts) {
    if (url === undefined) continue
    const client = clientOf(url)
    try {
      await client.connect()
      found.push(fine(`sign-in ${role}`, 'works'))
    } catch (error) {
      found.push(
        wrong(
          `sign-in ${role}`,
          `Postgres refuses it (${codeOf(error)}).`,
          `Start the desk again, which sets the password anew; or correct ${variable}.`,
        ),
      )
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return found
}
