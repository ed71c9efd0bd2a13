import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { withClient } from './database.mjs'
import { ownerEnvironment } from './migrate.mjs'
import { programArguments, runNode } from './run-command.mjs'
import { root } from './settings.mjs'

/** @param {string} dataDir */
const signInFile = (dataDir) => path.join(dataDir, 'first-sign-in')

/**
 * Fills an empty installation with the invented foundation and its first administrator. What makes it "not
 * empty" is a person who can sign in, so the seed makes that person last. Returns what to tell.
 *
 * @param {{ urls: import('./database.mjs').Urls, settings: import('./settings.mjs').Settings, payloadSecret: string }} target
 */
export async function seedIfEmpty({ urls, settings, payloadSecret }) {
  const isEmpty = await withClient(urls.owner, async (client) => {
    const { rowCount } = await client.query('select 1 from public.users limit 1')
    return rowCount === 0
  })
  if (!isEmpty) return 'kept'
  await runNode({
    args: programArguments('seed'),
    env: {
      ...process.env,
      ...ownerEnvironment(urls),
      NODE_ENV: 'production',
      PAYLOAD_SECRET: payloadSecret,
      SERVER_URL: settings.serverUrl,
      DELIVERY_URL: settings.deliveryUrl,
      DATA_DIR: settings.dataDir,
      FIRST_SIGN_IN_FILE: signInFile(settings.dataDir),
    },
    cwd: root,
    logFile: path.join(settings.dataDir, 'logs', 'seed.log'),
    what: 'Filling the empty database',
  })
  return 'the invented foundation is in'
}

/**
 * The sign-in of the first administrator, which the seed left in a file that only we can read. It is handed
 * out once: the file goes.
 *
 * @param {string} dataDir
 * @returns {{ email: string, password: string } | undefined}
 */
export function takeFirstSignIn(dataDir) {
  const file = signInFile(dataDir)
  if (!existsSync(file)) return undefined
  const signIn = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(file)
  return signIn
}
