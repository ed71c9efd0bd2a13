// `npm run backup -- <folder>`: everything that this installation holds, as it is in one moment.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { writeBackup, type Made } from '@/operations'
import { withClient } from './database.mjs'
import { finish, say } from './finish'
import { withOwner } from './owner-connection.mjs'
import { openPictures } from './picture-bucket'
import { openSecrets } from './secrets.mjs'
import { environment, readSettings } from './settings.mjs'
import { showProgress } from './show-progress'
import { Problem } from './steps.mjs'

const help = `Writes a backup into a new folder inside the given one: all tables and all uploaded files, also those in a bucket.
What an earlier backup there has fetched from the bucket, even an unfinished one, is not fetched again.

  npm run backup -- <folder>

The desk may run meanwhile; the backup holds one moment. It counts once its folder has lost the ending ".unfinished".

Options
  --with-secrets   also secrets.json. Whoever gets hold of such a backup can read second steps and sign webhooks:
                   keep it as you keep the machine itself. Without it, keep secrets.json elsewhere
  --help           this text

Exit codes
  0  the backup is whole
  1  there is none
`

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'with-secrets': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return say(help)
  const [folder, more] = positionals
  if (folder === undefined || more !== undefined)
    throw new Problem('Name one folder in which backups are kept: npm run backup -- <folder>')
  const settings = readSettings([], environment)
  const { dataDir } = settings
  const hasSecrets = existsSync(path.join(dataDir, 'secrets.json'))
  if (!hasSecrets && !settings.databaseUrl)
    throw new Problem('There is no desk here. Set DATA_DIR to its data folder, or DATABASE_URL.')
  if (values['with-secrets'] && !hasSecrets)
    throw new Problem(
      'This desk keeps no secrets.json; its secrets are in the environment. Leave out --with-secrets.',
    )
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pictures = openPictures()
  const write = (owner: string) =>
    withClient(owner, (client) =>
      writeBackup({
        client,
        into: path.resolve(folder),
        dataDir,
        pictures,
        withSecrets: values['with-secrets'] === true,
        now: new Date(),
        onProgress: showProgress(),
      }),
    )
  const made = settings.databaseUrl
    ? await write(settings.databaseUrl)
    : await withOwner({ settings, secrets: openSecrets(dataDir).secrets }, ({ owner }) => write(owner))
  writeFileSync(path.join(dataDir, 'last-backup'), `${made.folder}\n`)
  return say(told(made, { pictures: pictures?.place, left: leftOut(values, hasSecrets) }))
}

function leftOut(values: { 'with-secrets'?: boolean }, isFile: boolean): string | undefined {
  if (values['with-secrets']) return undefined
  return isFile ? 'secrets.json' : 'those of the environment'
}

/** `left`: the secrets that are not in it. */
type Included = { pictures: string | undefined; left: string | undefined }

function told({ folder, rows, bytes, missing, sha256 }: Made, { pictures, left }: Included): string {
  const size = `${rows.toLocaleString('en')} rows, ${(bytes / 1024 / 1024).toFixed(1)} MiB.`
  const from = pictures === undefined ? '' : ` Pictures are in it, from the bucket ${pictures}.`
  const rest = left === undefined ? '' : ` Secrets are not in it: keep ${left} elsewhere.`
  return `${folder}\n${size}${from}${rest}${lacking(missing)}\nSHA-256 of its manifest: ${sha256}\n`
}

const lacking = ([first, ...others]: readonly string[]): string =>
  first === undefined
    ? ''
    : `\nThe tables name pictures that are not there, so they are not in the backup: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}.`

await finish(run)
