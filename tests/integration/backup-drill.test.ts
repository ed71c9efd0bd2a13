import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { endHold, findContent, openManifest, writeBackup } from '../../src/operations'
import { verifyChain } from '../../src/audit'
import { readHold } from '../../src/lib/hold'
import { deriveUrls, startBundled, withClient } from '../../src/processes/database.mjs'
import { seedIfEmpty } from '../../src/processes/first-content.mjs'
import { listMigrations, migrate } from '../../src/processes/migrate.mjs'
import { openSecrets } from '../../src/processes/secrets.mjs'
import { readSettings, root } from '../../src/processes/settings.mjs'
import { testSecrets } from '../database-setup'
import { useDatabase } from '../database'
import { makeFolder } from '../folder'
import { startTestDelivery } from './delivery-world'

// The drill: the invented foundation, a backup of it, and a second server that takes its place.

const database = useDatabase()
const migrationNames = listMigrations()
const kept = makeFolder('backups')
const copyDir = makeFolder('restored')
let backup = ''

type Outcome = { code: number | null; output: string }

async function command(name: string, args: string[], env: Record<string, string>): Promise<Outcome> {
  const {
    DATABASE_URL: _owner,
    DESK_DATABASE_URL: _desk,
    DELIVERY_DATABASE_URL: _reader,
    ...rest
  } = process.env
  const child = spawn(process.execPath, ['--conditions=production', 'src/processes/run.mjs', name, ...args], {
    cwd: root,
    env: { ...rest, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  return { code, output }
}

const original = () => ({ DATABASE_URL: database.owner, DATA_DIR: database.dataDir })
const restored = () => ({ DATA_DIR: copyDir })

/** The running copy. */
async function withCopy<Result>(
  work: (urls: { owner: string; desk: string; delivery: string }) => Promise<Result>,
): Promise<Result> {
  const { secrets } = openSecrets(copyDir)
  const { cluster, owner } = await startBundled({ dataDir: copyDir, secrets })
  try {
    return await work(deriveUrls(owner, secrets, {}))
  } finally {
    await cluster.stop()
  }
}

/** A hash of all rows of each table, whatever their order. */
const hashTables = (url: string): Promise<Record<string, string>> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
        where schemaname !~ '^pg_' and schemaname <> 'information_schema' order by 1`,
    )
    const hashes: Record<string, string> = {}
    for (const { name } of rows) {
      const { rows: all } = await client.query<{ text: string }>(`select t::text as text from ${name} t`)
      const lines = all.map(({ text }) => text).toSorted()
      hashes[name] = createHash('sha256').update(lines.join('\n')).digest('hex')
    }
    return hashes
  })

async function publicBytes(url: string): Promise<Record<string, string>> {
  const delivery = await startTestDelivery({ databaseUrl: url })
  const ask = async (address: string): Promise<string> =>
    (await fetch(`http://127.0.0.1:${delivery.port}${address}`)).text()
  const answers: Record<string, string> = {}
  try {
    for (const locale of ['en', 'sv', 'ar'])
      for (const kind of ['laureates', 'citations', 'biographies', 'press-contacts', 'sync'])
        answers[`${kind} ${locale}`] = await ask(`/v1/${kind}?locale=${locale}&limit=200`)
    answers['search'] = await ask('/v1/search?q=rain')
    answers['feed'] = await ask('/v1/feeds/en/press.atom')
    return answers
  } finally {
    await delivery.close()
  }
}

beforeAll(async () => {
  writeFileSync(path.join(database.dataDir, 'secrets.json'), JSON.stringify(testSecrets), { mode: 0o600 })
  await seedIfEmpty({
    urls: { owner: database.owner, desk: database.desk, delivery: database.delivery },
    settings: readSettings([], { DATA_DIR: database.dataDir }),
    payloadSecret: testSecrets.payloadSecret,
  })
  mkdirSync(path.join(database.dataDir, 'media', 'deep'), { recursive: true })
  writeFileSync(path.join(database.dataDir, 'media', 'deep', 'a portrait.jpg'), 'bytes of a picture')
})

afterAll(() => {
  for (const folder of [kept, copyDir]) rmSync(folder, { recursive: true, force: true })
})

describe('the drill', () => {
  test('a backup is made beside a running desk', async () => {
    const { code, output } = await command('backup', [kept, '--with-secrets'], original())
    expect(output).toMatch(/SHA-256 of its manifest: [0-9a-f]{64}/)
    expect(code).toBe(0)
    // A slow machine says before how far it is.
    backup = /^\/.*$/m.exec(output)?.[0] ?? ''
    expect(readdirSync(kept)).toEqual([path.basename(backup)])
    expect(statSync(path.join(backup, 'secrets.json')).mode & 0o077).toBe(0)
    expect(existsSync(path.join(database.dataDir, 'last-backup'))).toBe(true)
  })

  test('another server takes it: every row, every file, the whole log and the same public bytes, on hold', async () => {
    const { code, output } = await command('restore', [backup], restored())
    expect(output).toMatch(/on hold: no e-mail and no webhook leaves/)
    expect(code).toBe(0)
    const picture = readFileSync(path.join(copyDir, 'media', 'deep', 'a portrait.jpg'), 'utf8')
    expect(picture).toBe('bytes of a picture')
    expect(openSecrets(copyDir).secrets.payloadSecret).toBe(testSecrets.payloadSecret)
    expect(openSecrets(copyDir).secrets.ownerPassword).not.toBe(testSecrets.ownerPassword)
    const before = await hashTables(database.owner)
    await withCopy(async (copy) => {
      const { 'desk.hold': hold, ...after } = await hashTables(copy.owner)
      const { 'desk.hold': noHold, ...rest } = before
      expect(after).toEqual(rest)
      expect(hold).not.toBe(noHold)
      const chain = await withClient(copy.desk, verifyChain)
      expect(chain).toMatchObject({ found: 0, entries: expect.any(Number) as number })
      expect(chain.entries).toBeGreaterThan(20)
      expect(await publicBytes(copy.delivery)).toEqual(await publicBytes(database.delivery))
      expect(await withClient(copy.desk, readHold)).toMatchObject({
        reason: expect.stringContaining('restored from the backup of') as string,
      })
    })
  })

  test('the copy guards as the original does, and goes on where it stopped', async () => {
    await withCopy(async ({ owner, desk }) => {
      await expect(withClient(owner, (client) => client.query('delete from audit.entries'))).rejects.toThrow(
        /append-only/,
      )
      const key = withClient(owner, (client) =>
        client.query("update published.current set sha256 = repeat('0', 64)"),
      )
      await expect(key).rejects.toThrow(/foreign key|another document/)
      // Numbers that were given are not given again.
      await withClient(desk, async (client) => {
        await client.query('begin')
        expect(await endHold(client, null)).toBe(true)
        expect(await endHold(client, null)).toBe(false)
        await client.query('commit')
        expect(await readHold(client)).toBeUndefined()
        expect(await verifyChain(client)).toMatchObject({ found: 0 })
      })
    })
  })

  test('a desk that does not run is backed up too: its Postgres runs meanwhile', async () => {
    const into = path.join(kept, 'of-the-copy')
    const { code, output } = await command('backup', [into], restored())
    expect(output).toMatch(/Secrets are not in it/)
    expect(code).toBe(0)
    const [name = ''] = readdirSync(into)
    expect(existsSync(path.join(into, name, 'secrets.json'))).toBe(false)
    expect(openManifest(path.join(into, name))?.manifest.tables.length).toBeGreaterThan(50)
    rmSync(into, { recursive: true })
  })

  test('what holds something is not written over without the word', async () => {
    const refused = await command('restore', [backup], restored())
    expect(refused.code).toBe(1)
    expect(refused.output).toMatch(/holds something already .* --replace-everything/)
    await withCopy(async ({ owner }) => {
      expect(await withClient(owner, readHold)).toBeUndefined()
    })
    const { code } = await command('restore', [backup, '--replace-everything'], restored())
    expect(code).toBe(0)
    await withCopy(async ({ owner }) => {
      expect(await withClient(owner, readHold)).toBeDefined()
    })
    expect(readdirSync(copyDir).some((name) => name.startsWith('media.replaced-'))).toBe(true)
  })

  test('a database of a newer version than the backup is made anew', async () => {
    await withCopy(({ owner }) =>
      withClient(owner, async (client) => {
        await client.query(
          "insert into payload_migrations (id, name) values (gen_random_uuid(), '29990101_x')",
        )
        await client.query('create table public.from_the_future (x int)')
      }),
    )
    const { code, output } = await command('restore', [backup, '--replace-everything'], restored())
    expect(output).not.toMatch(/failed/)
    expect(code).toBe(0)
    await withCopy(async ({ owner }) => {
      const { 'desk.hold': _hold, ...after } = await hashTables(owner)
      const { 'desk.hold': _none, ...before } = await hashTables(database.owner)
      expect(after).toEqual(before)
    })
  })
})

test('a database that was only migrated holds nothing', async () => {
  const own = await database.clone()
  expect(await withClient(own.owner, findContent)).toBeUndefined()
})

test('a backup that stops on its way leaves none', async () => {
  const into = path.join(kept, 'stopped')
  const stopped = withClient(database.owner, (client) =>
    writeBackup({
      client,
      into,
      dataDir: database.dataDir,
      withSecrets: false,
      now: new Date(),
      onProgress: (what) => {
        if (what === 'files') throw new Error('The disk is full.')
      },
    }),
  )
  await expect(stopped).rejects.toThrow('The disk is full.')
  const [left = ''] = readdirSync(into)
  expect(left).toMatch(/\.unfinished$/)
  expect(openManifest(path.join(into, left))).toBeUndefined()
})

test('a backup of an older version gets the newer tables when it is restored', async () => {
  const lacking = '20261129_221000_webhooks'
  const older = migrationNames.filter((name) => name < lacking)
  const name = `older_${Date.now()}`
  await withClient(inject('superUrl'), (client) =>
    client.query(`create database ${name} owner laureate_desk_owner`),
  )
  const owner = Object.assign(new URL(database.owner), { pathname: `/${name}` }).href
  const dataDir = makeFolder('older')
  await migrate({ urls: deriveUrls(owner, testSecrets, {}), dataDir, only: older })
  await withClient(owner, (client) =>
    client.query(
      "insert into public.users (id, name, email) values (gen_random_uuid(), 'An', 'an@example.org')",
    ),
  )
  const { folder } = await withClient(owner, (client) =>
    writeBackup({
      client,
      into: kept,
      dataDir,
      withSecrets: false,
      now: new Date(),
      onProgress: () => undefined,
    }),
  )
  await withClient(inject('superUrl'), (client) => client.query(`drop database ${name} with (force)`))
  const target = makeFolder('newer')
  const { code, output } = await command('restore', [folder], { DATA_DIR: target })
  expect(output).toMatch(/newer migrations? run/)
  expect(code).toBe(0)
  const { secrets } = openSecrets(target)
  const { cluster, owner: restoredOwner } = await startBundled({ dataDir: target, secrets })
  const { rows } = await withClient(restoredOwner, (client) =>
    client.query(
      "select (select count(*)::int from public.users) as people, to_regclass('webhooks.cursor')::text as webhooks",
    ),
  )
  await cluster.stop()
  expect(rows).toEqual([{ people: 1, webhooks: 'webhooks.cursor' }])
  for (const place of [dataDir, target]) rmSync(place, { recursive: true })
}, 240_000)

describe('what is no backup', () => {
  const broken = (change: (folder: string) => void): string => {
    const folder = path.join(kept, `broken-${Math.random()}`)
    cpSync(backup, folder, { recursive: true })
    change(folder)
    return folder
  }

  test.each([
    [
      'one that was not finished',
      (folder: string) => rmSync(path.join(folder, 'manifest.json')),
      /not finished/,
    ],
    [
      'one with a changed part',
      (folder: string) => appendFileSync(path.join(folder, 'database', 'public.users.copy.gz'), 'x'),
      /damaged: database\/public\.users/,
    ],
    [
      'one with a missing file',
      (folder: string) => rmSync(path.join(folder, 'media', 'deep', 'a portrait.jpg')),
      /damaged: media\/deep\/a portrait\.jpg/,
    ],
    [
      'one of a newer version',
      (folder: string) => {
        const file = path.join(folder, 'manifest.json')
        const text = readFileSync(file, 'utf8')
        writeFileSync(file, text.replace('"migrations": [', '"migrations": ["29990101_x",'))
      },
      /newer version/,
    ],
  ])('%s changes nothing', async (_what, change, says) => {
    const { code, output } = await command('restore', [broken(change), '--replace-everything'], restored())
    expect(output).toMatch(says)
    expect(code).toBe(1)
  })

  test('nothing is restored beside parts that are connected', async () => {
    const part = new Client({ connectionString: database.desk, application_name: 'laureate-desk-admin' })
    await part.connect()
    const { code, output } = await command('restore', [backup, '--replace-everything'], original())
    await part.end()
    expect(output).toMatch(/Parts of a desk are connected/)
    expect(code).toBe(1)
  })
})

test('the hold is told and ended on the command line', async () => {
  const env = {
    DESK_DATABASE_URL: database.desk,
    PAYLOAD_SECRET: testSecrets.payloadSecret,
    DATA_DIR: database.dataDir,
  }
  await withClient(database.owner, (client) =>
    client.query("insert into desk.hold (reason) values ('A trial.')"),
  )
  expect((await command('hold', [], env)).output).toMatch(/^On hold since .*: A trial\. Nothing leaves/)
  expect((await command('hold', ['end'], env)).output).toMatch(/^The hold is ended/)
  expect((await command('hold', ['end'], env)).output).toBe('The desk was not on hold.\n')
  const { rows } = await withClient(database.owner, (client) =>
    client.query("select reason from audit.entries where action = 'hold-ended'"),
  )
  expect(rows).toEqual([{ reason: 'A trial.' }])
})
