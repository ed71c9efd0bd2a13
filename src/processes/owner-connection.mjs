// The owner's connection for commands that work whether the desk runs or not.

import { deriveUrls, startBundled } from './database.mjs'
import { findBundled } from './join-desk.mjs'

/**
 * The connections of this installation while `work` runs: those of DATABASE_URL, of the bundled Postgres that runs, or of one
 * that is started for this and stopped again.
 *
 * @template T
 * @param {{ settings: import('./settings.mjs').Settings, secrets: import('./secrets.mjs').Secrets }} place
 * @param {(urls: import('./database.mjs').Urls) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withOwner({ settings, secrets }, work) {
  const { databaseUrl, dataDir } = settings
  const known = databaseUrl ?? findRunning(dataDir, secrets.ownerPassword)
  if (known) return work(deriveUrls(known, secrets, process.env))
  const { cluster, owner } = await startBundled({ dataDir, secrets })
  try {
    return await work(deriveUrls(owner, secrets, process.env))
  } finally {
    await cluster.stop()
  }
}

/** @param {string} dataDir @param {string} password */
function findRunning(dataDir, password) {
  try {
    const url = new URL(findBundled(dataDir))
    return Object.assign(url, { username: 'laureate_desk_owner', password }).href
  } catch {
    return undefined
  }
}
