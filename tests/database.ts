import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, inject } from 'vitest'
import { makeFolder } from './folder'
import { deriveUrls, withClient } from '../src/processes/database.mjs'
import { limitDatabase } from '../src/processes/migrate.mjs'
import { testSecrets } from './database-setup'

/** A database of the test file's own, all migrations run, nothing in it. */
export type TestDatabase = {
  name: string
  /** Owner of all tables: migrations and what a test prepares behind everybody's back. */
  owner: string
  /** Role `desk_writer`. */
  desk: string
  /** Role `delivery_reader`. */
  delivery: string
  /** A superuser for whom no trigger and no foreign key stands: for worlds that nobody wrote or approved. */
  unguarded: () => string
  /** A folder that goes with the database. */
  dataDir: string
  /** A second empty database like this one; the caller need not drop it. */
  clone: () => Promise<TestDatabase>
}

const made: string[] = []

/** Clones the template. Costs some 50 ms. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const template = new URL(inject('templateUrl')).pathname.slice(1)
  await withClient(inject('superUrl'), async (client) => {
    await client.query(`create database ${name} template ${template} owner laureate_desk_owner`)
    // The rights on the database itself are not part of what a template hands on.
    await client.query(
      'update pg_database set datacl = (select datacl from pg_database where datname = $1) where datname = $2',
      [template, name],
    )
  })
  made.push(name)
  const owner = new URL(inject('templateUrl'))
  owner.pathname = `/${name}`
  await withClient(owner.href, limitDatabase)
  const dataDir = makeFolder('data')
  const unguarded = () => {
    const url = new URL(inject('superUrl'))
    url.pathname = `/${name}`
    url.searchParams.set('options', '-c session_replication_role=replica')
    return url.href
  }
  return { name, ...deriveUrls(owner.href, testSecrets, {}), unguarded, dataDir, clone: cloneDatabase }
}

async function dropDatabases() {
  await withClient(inject('superUrl'), async (client) => {
    for (const name of made.splice(0)) await client.query(`drop database if exists ${name} with (force)`)
  })
}

/**
 * For a test file: `const database = useDatabase()`, then `database.desk` inside tests. The database is cloned
 * before the first test and dropped after the last.
 */
export function useDatabase(): TestDatabase {
  const database = {} as TestDatabase
  beforeAll(async () => {
    Object.assign(database, await cloneDatabase())
  })
  afterAll(async () => {
    await dropDatabases()
    rmSync(database.dataDir, { recursive: true, force: true })
  })
  return database
}

/** The environment that our processes read, for this database. Ports are left to the caller. */
export const environmentFor = (database: TestDatabase): Record<string, string> => ({
  DESK_DATABASE_URL: database.desk,
  DELIVERY_DATABASE_URL: database.delivery,
  PAYLOAD_SECRET: testSecrets.payloadSecret,
  PREVIEW_SECRET: testSecrets.previewSecret,
  DATA_DIR: database.dataDir,
  PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
  DISABLE_PAYLOAD_HMR: 'true',
})
