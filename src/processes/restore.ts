// `npm run restore -- <backup>`: an installation as a backup holds it, on hold.

import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Client } from 'pg'
import {
  dropTables,
  findContent,
  findDamage,
  listDone,
  loadBackup,
  openManifest,
  restoreFiles,
  restorePictures,
  type Manifest,
} from '@/operations'
import { checkServer, withClient, type Urls } from './database.mjs'
import { finish, say } from './finish'
import { listMigrations, migrate } from './migrate.mjs'
import { withOwner } from './owner-connection.mjs'
import { openPictures } from './picture-bucket'
import { isRunning } from './process-ids.mjs'
import { adoptSecret, noSecrets, openSecrets } from './secrets.mjs'
import { environment, readSettings, type Settings } from './settings.mjs'
import { showProgress } from './show-progress'
import { Problem, step } from './steps.mjs'

const help = `Puts a backup into this installation, whose desk must not run. The restored desk is on hold: no e-mail and no webhook
leaves it until an administrator ends the hold, because the original may still be running.

  npm run restore -- <folder of one backup>

Options
  --replace-everything   this installation holds something already, and may lose it
  --help                 this text

Exit codes
  0  restored
  1  nothing was changed, or the message says what was
`

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'replace-everything': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return say(help)
  const [folder, more] = positionals
  if (folder === undefined || more !== undefined)
    throw new Problem('Name one backup: npm run restore -- <folder>')
  const settings = readSettings([], environment)
  refuseRunning(settings)
  const manifest = await step('Backup', async (note) => {
    const found = await openWhole(folder)
    note(`of ${found.madeAt}, whole`)
    return found
  })
  if (manifest.hasSecrets && !environment['PAYLOAD_SECRET'])
    adoptSecret(settings.dataDir, readPayloadSecret(folder))
  const secrets = isGivenAll(settings) ? noSecrets : openSecrets(settings.dataDir).secrets
  const pictures = openPictures()
  const mayReplace = values['replace-everything'] === true
  await withOwner({ settings, secrets }, (urls) =>
    restore({ settings, urls, folder, manifest, mayReplace, pictures }),
  )
  return say(closing(manifest))
}

// Where every connection is given, as in containers, no passwords are made.
const isGivenAll = ({ databaseUrl }: Settings): boolean =>
  Boolean(databaseUrl && environment['DESK_DATABASE_URL'] && environment['DELIVERY_DATABASE_URL'])

type Restoring = {
  settings: Settings
  urls: Urls
  folder: string
  manifest: Manifest
  mayReplace: boolean
  pictures: ReturnType<typeof openPictures>
}

async function restore(restoring: Restoring): Promise<void> {
  const { settings, urls, folder, manifest, mayReplace, pictures } = restoring
  const { dataDir } = settings
  await step('Database', async (note) => {
    await checkServer(urls.owner)
    await withClient(urls.owner, (client) => prepare(client, manifest, mayReplace))
    await migrate({ urls, dataDir, only: manifest.migrations })
    const onProgress = showProgress()
    const holdReason = `This is a copy, restored from the backup of ${manifest.madeAt}.`
    await withClient(urls.owner, (client) => loadBackup({ client, folder, manifest, holdReason, onProgress }))
    note(`${manifest.tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en')} rows`)
  })
  await step('Tables', async (note) => {
    const count = await migrate({ urls, dataDir })
    note(count === 0 ? 'up to date' : `${count} newer migration${count === 1 ? '' : 's'} run`)
  })
  await step('Files', async (note) => {
    // What delivery keeps for a start without database is of another world.
    rmSync(path.join(dataDir, 'delivery'), { recursive: true, force: true })
    if (pictures) {
      const sent = await restorePictures({ folder, manifest, pictures, onProgress: showProgress() })
      return note(`${sent} sent to the bucket ${pictures.place}; what was there stays`)
    }
    const aside = restoreFiles({ folder, dataDir, manifest, now: new Date() })
    note(aside.length === 0 ? 'copied' : `copied; what was there is in ${aside.join(', ')}`)
  })
}

async function openWhole(folder: string): Promise<Manifest> {
  const opened = openManifest(folder)
  if (!opened)
    throw new Problem(
      `${folder} is no backup, or one that was not finished. Choose a folder that holds a manifest.json.`,
    )
  const { manifest } = opened
  const known = listMigrations()
  const strange = manifest.migrations.find((name) => !known.includes(name))
  if (strange !== undefined)
    throw new Problem(
      `The backup was made by a newer version (${strange}). Install that version, then restore.`,
    )
  const [damaged, ...others] = await findDamage(folder, manifest)
  if (damaged !== undefined)
    throw new Problem(
      `The backup is damaged: ${damaged}${others.length > 0 ? ` and ${others.length} more` : ''}. Take another one.`,
    )
  return manifest
}

/** Leaves a database whose tables are those of the backup, or none. */
async function prepare(client: Client, manifest: Manifest, mayReplace: boolean): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
      where datname = current_database() and usename in ('desk_writer', 'delivery_reader')`,
  )
  if ((rows[0]?.others ?? 0) > 0)
    throw new Problem('Parts of a desk are connected to this database. Stop them, then restore.')
  const content = await findContent(client)
  if (content !== undefined && !mayReplace)
    throw new Problem(
      `This installation holds something already (${content}). Make a backup of it, then add --replace-everything, or choose another DATA_DIR or DATABASE_URL.`,
    )
  const done = await listDone(client)
  if (done.some((name) => !manifest.migrations.includes(name))) await dropTables(client)
}

function refuseRunning({ dataDir }: Settings): void {
  const file = path.join(dataDir, 'start.lock')
  if (existsSync(file) && isRunning(Number(readFileSync(file, 'utf8')), 'start.mjs'))
    throw new Problem('The desk runs on this data folder. Stop it, then restore.')
}

function readPayloadSecret(folder: string): string {
  const secrets = JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8')) as Record<
    string,
    unknown
  >
  const secret = secrets['payloadSecret']
  return typeof secret === 'string' ? secret : ''
}

const closing = ({ hasSecrets }: Manifest): string =>
  [
    'Restored, and on hold: no e-mail and no webhook leaves this desk.',
    ...(hasSecrets
      ? []
      : [
          'The backup holds no secrets: give this desk the payloadSecret of the original (secrets.json, or PAYLOAD_SECRET), or people set up their second steps anew.',
        ]),
    'Start it, look at it. When it takes the place of the original, end the hold on its start page or with: npm run hold -- end',
    'A copy for trying things stays on hold. Messages to webhooks that waited when the backup was made wait here, too.',
    '',
  ].join('\n')

await finish(run)
