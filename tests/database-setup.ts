// Before the integration tests: a Postgres of their own (or TEST_DATABASE_URL) and in it one database with all
// migrations run, which every test file clones.

import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { makeFolder } from './folder'
import { findTestPort } from './port'
import { bundle } from '../src/processes/bundle.mjs'
import { deriveUrls, makeOwnerAndDatabase, withClient } from '../src/processes/database.mjs'
import { migrate } from '../src/processes/migrate.mjs'
import { startPostgres } from '../src/processes/postgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection of a superuser, who may clone databases. */
    superUrl: string
    /** The owner's connection to the template. Tests connect to clones of it. */
    templateUrl: string
  }
}

/** Passwords of a server that only this machine reaches and that is gone after the run. */
export const testSecrets = {
  payloadSecret: 'a secret that only the tests know, 32+',
  previewSecret: 'another secret that only tests know, 32+',
  postgresPassword: 'test',
  ownerPassword: 'test-owner',
  deskWriterPassword: 'test-writer',
  deliveryReaderPassword: 'test-reader',
}

// What a crash would lose is not worth the wait here, and nothing lives long enough to be swept.
const hasty = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_connections=300',
]

export async function setup(project: TestProject) {
  // Pictures are decoded by a program of their own.
  await bundle('picture')
  const dataDir = makeFolder('test')
  const own = await openServer(dataDir)
  await makeOwnerAndDatabase(own.superUrl, testSecrets.ownerPassword)
  const owner = new URL(own.superUrl)
  Object.assign(owner, {
    username: 'laureate_desk_owner',
    password: testSecrets.ownerPassword,
    pathname: '/laureate_desk',
  })
  await migrate({ urls: deriveUrls(owner.href, testSecrets, {}), dataDir })
  project.provide('superUrl', own.superUrl)
  project.provide('templateUrl', owner.href)
  return async () => {
    await own.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function openServer(dataDir: string) {
  const given = process.env['TEST_DATABASE_URL']
  if (given) {
    // An older template would hide a migration that changed.
    await withClient(given, (client) => client.query('drop database if exists laureate_desk'))
    return { superUrl: given, stop: async () => undefined }
  }
  const port = await findTestPort()
  const cluster = await startPostgres({
    dataDir,
    port,
    password: testSecrets.postgresPassword,
    options: hasty,
  })
  const superUrl = `postgres://postgres:${testSecrets.postgresPassword}@127.0.0.1:${port}/postgres`
  return { superUrl, stop: () => cluster.stop() }
}
