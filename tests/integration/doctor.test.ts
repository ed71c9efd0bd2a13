import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { examine, listPublic, type Finding, type Installation } from '../../src/operations'
import { guards } from '../../src/operations/check-guards'
import { served } from '../../src/operations/check-roles'
import { withClient } from '../../src/processes/database.mjs'
import { root } from '../../src/processes/settings.mjs'
import { environmentFor, useDatabase, type TestDatabase } from '../database'
import { makeFolder } from '../folder'
import { findTestPort } from '../port'

// One thing is broken in each test, and the doctor names it.

const database = useDatabase()
const endings: (() => unknown)[] = []
let dataDir = ''

beforeEach(() => {
  dataDir = makeFolder('doctor')
})

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end()
  rmSync(dataDir, { recursive: true, force: true })
})

const migrations = readdirSync(path.join(root, 'migrations'))
  .filter((file) => /^\d.*\.ts$/.test(file))
  .map((file) => file.slice(0, -3))
  .toSorted()

const secret = (seed: number): string => Buffer.alloc(32, `${seed} a seed`).toString('base64url')

async function installation(changes: Partial<Installation> = {}): Promise<Installation> {
  const { owner, desk, delivery } = changes.urls ?? database
  return {
    dataDir,
    isRunning: false,
    isInContainers: false,
    admin: { host: '127.0.0.1', port: await findTestPort() },
    delivery: { host: '127.0.0.1', port: await findTestPort() },
    serverUrl: 'http://localhost:3000',
    urls: { desk, ...(owner ? { owner } : {}), ...(delivery ? { delivery } : {}) },
    isBundled: false,
    secrets: { payloadSecret: secret(1), ownerPassword: secret(2), deskWriterPassword: secret(3) },
    payloadSecret: secret(1).replace('payload', ''),
    environment: [],
    secondFactor: { wanted: [], known: ['admin', 'editor'] },
    mail: { smtpUrl: '', from: 'desk@example.org' },
    webhookNetworks: [],
    migrations,
    now: Date.now,
    freeMiB: () => 100_000,
    ...changes,
  }
}

const wrongs = (findings: readonly Finding[]): Finding[] => findings.filter(({ state }) => state === 'wrong')

async function diagnose(changes: Partial<Installation> = {}): Promise<Finding[]> {
  const one = await installation(changes)
  const { smtpUrl, from } = one.mail
  return [...(await examine({ ...one, mail: smtpUrl ? { smtpUrl, from } : { from } }))]
}

async function broken(statement: string): Promise<TestDatabase> {
  const own = await database.clone()
  const url = Object.assign(new URL(inject('superUrl')), { pathname: `/${own.name}` }).href
  await withClient(url, (client) => client.query(statement))
  return own
}

test('nothing is wrong with an installation that nobody broke', async () => {
  const findings = await diagnose()
  // The server of the tests is told to be hasty.
  expect(wrongs(findings).filter(({ check }) => check !== 'durability')).toEqual([])
  const looked = new Set(findings.map(({ check }) => check))
  for (const check of ['Node', 'settings', 'secrets', 'disk', 'database', 'clock', 'migrations', 'guards'])
    expect(looked).toContain(check)
  for (const check of ['role delivery_reader', 'role desk_writer', 'sign-in desk_writer', 'hold', 'worker'])
    expect(looked).toContain(check)
})

test('without an owner the same is looked at', async () => {
  const findings = await diagnose({ urls: { desk: database.desk, delivery: database.delivery } })
  expect(wrongs(findings).filter(({ check }) => check !== 'durability')).toEqual([])
})

test('the lists of guards and of public tables are those of the migrations', async () => {
  const { rows } = await withClient(database.owner, (client) =>
    client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname || ' ' || t.tgname as name
         from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where not t.tgisinternal and n.nspname !~ '^pg_' order by 1`,
    ),
  )
  expect(rows.map(({ name }) => name).toSorted()).toEqual(guards.toSorted())
  expect(await withClient(database.owner, listPublic)).toEqual(served.toSorted())
})

test('a server that may lose what was saved is named', async () => {
  expect((await diagnose()).filter(({ check }) => check === 'durability').map(({ says }) => says)).toEqual(
    expect.arrayContaining([expect.stringContaining('fsync is off')]),
  )
})

describe('in the database', () => {
  test.each([
    [
      'role delivery_reader',
      'grant select on public.laureates to delivery_reader',
      /select public\.laureates/,
    ],
    ['role delivery_reader', 'grant select on published.units to delivery_reader', /published\.units/],
    ['role delivery_reader', 'grant select (id) on public.users to public', /public\.users/],
    [
      'role delivery_reader',
      'grant insert on published.current to delivery_reader',
      /insert published\.current/,
    ],
    [
      'role delivery_reader',
      'revoke select on published.events from delivery_reader',
      /cannot read published\.events/,
    ],
    ['role delivery_reader', 'grant usage on schema public to delivery_reader', /enter schema public/],
    [
      'role delivery_reader',
      'grant create on schema published to public',
      /create things in schema published/,
    ],
    ['role desk_writer', 'grant update on published.bodies to desk_writer', /update published\.bodies/],
    ['role desk_writer', 'grant trigger on audit.entries to desk_writer', /trigger audit\.entries/],
    ['role desk_writer', 'grant truncate on public.laureates to desk_writer', /truncate public\.laureates/],
    ['role desk_writer', 'grant insert on audit.links to desk_writer', /insert audit\.links/],
    ['role desk_writer', 'grant insert on audit.entries to desk_writer', /time and number/],
    ['role desk_writer', 'alter table audit.entries owner to desk_writer', /owns/],
    ['role desk_writer', 'grant create on schema public to desk_writer', /create things in schema public/],
    ['guards', 'alter table audit.entries disable trigger append_only', /audit\.entries are switched off/],
    ['guards', 'drop trigger approved_only on published.units', /approved_only of published\.units is gone/],
    ['migrations', "delete from payload_migrations where name like '%hold'", /1 are missing/],
    [
      'migrations',
      "insert into payload_migrations (id, name, batch) values (gen_random_uuid(), '29990101_000000_x', 9)",
      /newer version/,
    ],
    [
      'migrations',
      "insert into payload_migrations (id, name, batch) values (gen_random_uuid(), 'dev', -1)",
      /without migrations/,
    ],
    ['extension', 'alter extension pg_trgm set schema public', /names are not found/],
    [
      'database rights',
      "do $$ begin execute format('grant connect on database %I to public', current_database()); end $$",
      /Every role/,
    ],
  ])('%s: %s', async (check, statement, says) => {
    const findings = await diagnose({ urls: await broken(statement) })
    expect(findings).toContainEqual({
      check,
      state: 'wrong',
      says: expect.stringMatching(says) as string,
      todo: expect.stringMatching(/./) as string,
    })
  })

  test.each([
    ['default_transaction_read_only = off', /not read-only/],
    ['statement_timeout = 0', /without end/],
  ])('settings of the reading role: %s', async (setting, says) => {
    const own = await database.clone()
    await withClient(inject('superUrl'), (client) =>
      client.query(`alter role delivery_reader in database ${own.name} set ${setting}`),
    )
    const found = wrongs(await diagnose({ urls: own })).filter(
      ({ check }) => check === 'role delivery_reader',
    )
    expect(found.map(({ says: said }) => said)).toEqual([expect.stringMatching(says)])
  })

  test('more connections or powers than the role needs', async () => {
    const alter = (how: string) =>
      withClient(inject('superUrl'), (client) => client.query(`alter role delivery_reader ${how}`))
    endings.push(() => alter('connection limit 50 nocreatedb'))
    await alter('connection limit -1 createdb')
    const found = wrongs(await diagnose()).filter(({ check }) => check === 'role delivery_reader')
    expect(found.map(({ says }) => says).toSorted()).toEqual([
      'It has createdb.',
      'It may take every connection of the database.',
    ])
  })

  test('a hold is a warning with its reason', async () => {
    const own = await broken("insert into desk.hold (reason) values ('A restored copy.')")
    expect(await diagnose({ urls: own })).toContainEqual(
      expect.objectContaining({
        check: 'hold',
        state: 'warning',
        says: expect.stringContaining('A restored copy.') as string,
      }),
    )
  })

  test('a clock that is apart', async () => {
    const named = async (ms: number) =>
      (await diagnose({ now: () => Date.now() + ms })).find(({ check }) => check === 'clock')?.state
    expect(await named(9000)).toBe('wrong')
    expect(await named(-2500)).toBe('warning')
    expect(await named(0)).toBe('ok')
  })

  test('a password that is not that of the role', async () => {
    const url = Object.assign(new URL(database.desk), { password: 'other' }).href
    const findings = await diagnose({
      urls: { owner: database.owner, desk: url, delivery: database.delivery },
    })
    expect(wrongs(findings)).toContainEqual(expect.objectContaining({ check: 'sign-in desk_writer' }))
    expect(JSON.stringify(findings)).not.toContain('other@')
  })
})

describe('on the machine', () => {
  const of = async (check: string, changes: Partial<Installation> = {}) =>
    (await diagnose(changes)).filter((finding) => finding.check === check)

  test('secrets that others can read, that are short, the same, or guessable', async () => {
    writeFileSync(path.join(dataDir, 'secrets.json'), '{}')
    chmodSync(path.join(dataDir, 'secrets.json'), 0o644)
    const found = await of('secrets', {
      secrets: { one: secret(7), two: secret(7), short: 'abc' },
      payloadSecret: 'password'.repeat(8),
    })
    expect(found.map(({ says }) => says)).toEqual([
      expect.stringMatching(/Other users .* can read/),
      expect.stringMatching(/short .* shorter than 32/),
      expect.stringMatching(/too simple/),
      expect.stringMatching(/one and two are the same/),
    ])
    expect(JSON.stringify(found)).not.toContain(secret(7))
  })

  test('webhooks that may reach private networks are a warning', async () => {
    expect(await of('webhooks')).toMatchObject([{ state: 'ok' }])
    expect(await of('webhooks', { webhookNetworks: ['127.0.0.0/8', '::1/128'] })).toMatchObject([
      { state: 'warning', says: expect.stringContaining('127.0.0.0/8, ::1/128') as string },
    ])
  })

  test('a disk that is full, or nearly', async () => {
    expect(await of('disk', { freeMiB: () => 20 })).toMatchObject([{ state: 'wrong' }])
    expect(await of('disk', { freeMiB: () => 900 })).toMatchObject([{ state: 'warning' }])
  })

  test('a bucket that cannot be read', async () => {
    const place = 'pictures'
    expect(await of('pictures')).toMatchObject([{ state: 'ok', says: 'in the data folder' }])
    expect(await of('pictures', { bucket: { place, look: async () => {} } })).toMatchObject([{ state: 'ok' }])
    const look = () => Promise.reject(Object.assign(new Error('x'), { name: 'NoSuchBucket' }))
    expect(await of('pictures', { bucket: { place, look } })).toMatchObject([
      { state: 'wrong', says: 'The bucket pictures cannot be read (NoSuchBucket).' },
    ])
  })

  test('settings that are malformed, and roles that do not exist', async () => {
    const found = await of('settings', {
      environment: [{ variable: 'DIGEST_HOUR', reason: 'is wrong: too big' }],
      secondFactor: { wanted: ['admin', 'boss'], known: ['admin', 'editor'] },
    })
    expect(found.map(({ says }) => says)).toEqual([
      'DIGEST_HOUR is wrong: too big.',
      'SECOND_FACTOR_ROLES names “boss”, which is no role.',
    ])
  })

  test('an address without TLS, e-mails that others can read, an old backup', async () => {
    mkdirSync(path.join(dataDir, 'outbox'), { mode: 0o755 })
    writeFileSync(path.join(dataDir, 'last-backup'), '')
    const longAgo = new Date(Date.now() - 30 * 86_400_000)
    utimesSync(path.join(dataDir, 'last-backup'), longAgo, longAgo)
    const findings = await diagnose({ serverUrl: 'http://desk.example.org' })
    expect(findings).toContainEqual(expect.objectContaining({ check: 'address', state: 'warning' }))
    expect(findings).toContainEqual(expect.objectContaining({ check: 'data folder', state: 'wrong' }))
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'backup', says: 'The last backup was made 30 days ago.' }),
    )
  })

  test('a port that another program uses', async () => {
    const port = await listen()
    expect(await of(`port ${port}`, { admin: { host: '127.0.0.1', port } })).toMatchObject([
      { state: 'wrong', says: expect.stringContaining('Another program') as string },
    ])
  })

  test('parts that do not answer while the desk runs, and a worker that stands still', async () => {
    const heartbeat = path.join(dataDir, 'worker-heartbeat')
    writeFileSync(heartbeat, '')
    const ago = new Date(Date.now() - 300_000)
    utimesSync(heartbeat, ago, ago)
    const findings = await diagnose({ isRunning: true })
    expect(wrongs(findings).map(({ says }) => says)).toEqual(
      expect.arrayContaining([
        'There is no answer from the desk.',
        'There is no answer from delivery.',
        'It was last seen 300 s ago.',
        'It is not ready to answer.',
      ]),
    )
  })

  test('delivery that serves an older release than the public one', async () => {
    const port = await listen({ status: 'ready', meta: { release: 3 } })
    // Of two releases the later one changed nothing that anybody sees.
    const own = await broken(
      `set session_replication_role = replica;
       insert into published.releases (number) values (5), (6);
       insert into published.events (seq, release, kind, resource, document_id, slug, locales)
       values (7, 5, 'published', 'laureates', gen_random_uuid(), 'x', '{en}');
       update published.head set seq = 7, release = 6`,
    )
    const at = (deliveryPort: number) => ({
      urls: own,
      isRunning: true,
      delivery: { host: '127.0.0.1', port: deliveryPort },
    })
    expect(await of('delivery', at(port))).toMatchObject([
      { state: 'wrong', says: 'It serves release 3, but 5 is public.' },
    ])
    const current = await listen({ status: 'ready', meta: { release: 5 } })
    expect(await of('delivery', at(current))).toMatchObject([{ state: 'ok' }])
  })

  test('a mail server that is not there', async () => {
    const smtpUrl = `smtp://127.0.0.1:${await findTestPort()}`
    expect(await of('e-mail', { mail: { smtpUrl, from: 'x' } })).toMatchObject([{ state: 'wrong' }])
    expect(await of('e-mail')).toMatchObject([{ state: 'warning' }])
  })
})

/** A server that answers everything with this. */
async function listen(body: unknown = {}): Promise<number> {
  const server = createServer((_request, response) => response.end(JSON.stringify(body)))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  endings.push(() => server.close())
  return (server.address() as AddressInfo).port
}

type Outcome = { code: number | null; output: string }

async function command(env: Record<string, string>, ...args: string[]): Promise<Outcome> {
  const { DATABASE_URL: _owner, ...rest } = process.env
  const child = spawn(
    process.execPath,
    ['--conditions=production', 'src/processes/run.mjs', 'doctor', ...args],
    { cwd: root, env: { ...rest, ...env } },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  return { code, output }
}

describe('the command', () => {
  test('prints a line for each check and ends with 1 where something is wrong', async () => {
    const ports = { ADMIN_PORT: `${await findTestPort()}`, DELIVERY_PORT: `${await findTestPort()}` }
    const env = { ...environmentFor(database), ...ports, DATABASE_URL: database.owner }
    const { code, output } = await command(env)
    expect(output).toMatch(/^ok {7}migrations +all \d+ are applied$/m)
    expect(output).toMatch(/^wrong {4}durability +fsync is off.* → Set fsync = on in Postgres\.$/m)
    expect(code).toBe(1)
  })

  test('tells the same as data', async () => {
    const { output } = await command({ ...environmentFor(database), DIGEST_HOUR: '77' }, '--json')
    const { findings } = JSON.parse(output) as { findings: Finding[] }
    expect(findings).toContainEqual(expect.objectContaining({ check: 'settings', state: 'wrong' }))
  })

  test('says that a database which is set is away', async () => {
    const away = `postgres://desk_writer:secretive@127.0.0.1:${await findTestPort()}/x`
    const { code, output } = await command({ ...environmentFor(database), DESK_DATABASE_URL: away })
    expect(output).toMatch(/^wrong {4}database +It cannot be reached \(ECONNREFUSED\)/m)
    expect(output).not.toContain('secretive')
    expect(code).toBe(1)
  })

  test('says that the secrets cannot be read', async () => {
    const ports = { ADMIN_PORT: `${await findTestPort()}`, DELIVERY_PORT: `${await findTestPort()}` }
    writeFileSync(path.join(dataDir, 'secrets.json'), '{', { mode: 0o600 })
    const { code, output } = await command({ ...ports, DATA_DIR: dataDir })
    expect(output).toMatch(/^wrong {4}settings +secrets\.json is wrong: it cannot be read as JSON/m)
    expect(code).toBe(1)
  })

  test('on a folder where nothing was started yet warns, and ends with 0', async () => {
    const ports = { ADMIN_PORT: `${await findTestPort()}`, DELIVERY_PORT: `${await findTestPort()}` }
    const { code, output } = await command({ ...ports, DATA_DIR: path.join(dataDir, 'none') })
    expect(output).toMatch(/^warning {2}database +It does not run now/m)
    expect(code).toBe(0)
  })
})
