import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/delivery/database'
import { served } from '../../src/operations/check-roles'
import { withClient } from '../../src/processes/database.mjs'
import { foundation, startTestDelivery, until, useWorld, watchLooks } from './delivery-world'

const world = useWorld()

beforeAll(async () => {
  await world.publish([
    { resource: 'laureates', slug: 'anna' },
    { resource: 'laureates', slug: 'bo' },
  ])
})

test('without its database delivery serves what it knows, says when it cannot, and recovers by itself', async () => {
  const known = await (await world.get('/v1/laureates/anna')).text()
  await world.setDatabase(false)
  try {
    await until(async () => (await (await world.get('/readyz')).json()).status === 'cut-off')
    const held = await world.get('/v1/laureates/anna')
    expect(held.headers.get('cache-status')).toBe('laureate-desk; hit; detail="database unreachable"')
    expect([held.status, await held.text()]).toEqual([200, known])
    expect((await world.get('/healthz')).status).toBe(200)
    const missing = await world.get('/v1/laureates/bo')
    expect([
      missing.status,
      missing.headers.get('retry-after'),
      missing.headers.get('cache-control'),
      missing.headers.get('cache-status'),
    ]).toEqual([503, '5', 'no-store', null])
    expect(await missing.text()).not.toMatch(/postgres|database|127\.0\.0\.1/)
  } finally {
    await world.setDatabase(true)
  }
  await until(async () => (await world.get('/v1/laureates/bo')).status === 200)
  await until(async () => (await (await world.get('/readyz')).json()).status === 'ready')
  expect((await world.get('/v1/laureates/anna')).headers.get('cache-status')).toBeNull()
})

test('a database that does not come to an end: what is known is answered, the rest is refused in seconds', async () => {
  await world.get('/v1/laureates/anna')
  await withClient(world.database.owner, async (holder) => {
    await holder.query('begin')
    await holder.query('lock table published.current in access exclusive mode')
    const since = performance.now()
    // More than there are connections.
    const asked = Array.from({ length: 20 }, (_, year) => world.get(`/v1/laureates?year=${1000 + year}`))
    expect((await world.get('/v1/laureates/anna')).status).toBe(200)
    const refused = await Promise.all(asked)
    const told = refused.map(({ status, headers }) => `${status} ${headers.get('retry-after')}`)
    expect(new Set(told)).toEqual(new Set(['503 5']))
    // Three seconds each to wait for a connection and for an answer.
    expect(performance.now() - since).toBeLessThan(20_000)
    await holder.query('rollback')
  })
  await until(async () => (await world.get('/v1/laureates?year=1000')).status === 200)
})

test('some five hundred questions wait for the database; more are refused at once', async () => {
  const database = openDatabase(world.database.delivery, 1, () => undefined)
  const statement = { name: 'one', text: 'select 1 as one' }
  let refused = 0
  const asked = Array.from({ length: 600 }, () => database.query(statement, []))
  for (const question of asked) void question.catch(() => (refused += 1))
  await new Promise((resolve) => setImmediate(resolve))
  expect(refused).toBeGreaterThan(90)
  expect(refused).toBeLessThan(110)
  await Promise.allSettled(asked)
  await database.close()
})

describe('a start without a database', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'laureate-desk-answers-'))
  const answersFile = path.join(folder, 'delivery', 'answers.bin')
  afterAll(() => rmSync(folder, { recursive: true }))

  const start = async (databaseUrl: string, publisher = foundation) => {
    const looks = watchLooks()
    const delivery = await startTestDelivery({
      databaseUrl,
      answersFile,
      publisher,
      wrapDatabase: looks.wrapDatabase,
    })
    return {
      ...delivery,
      looks,
      get: (address: string) => fetch(`http://127.0.0.1:${delivery.port}${address}`),
    }
  }
  const dead = 'postgres://nobody@127.0.0.1:1/none'

  test('serves what the last process had, byte for byte, and says that it may be behind', async () => {
    const first = await start(world.database.delivery)
    await first.looks.next()
    const answer = await first.get('/v1/laureates/anna')
    const known = [answer.headers.get('etag'), await answer.text()]
    await first.close()
    expect(statSync(answersFile).mode & 0o777).toBe(0o600)

    const second = await start(dead)
    await until(async () => (await (await second.get('/readyz')).json()).status === 'cut-off')
    const held = await second.get('/v1/laureates/anna')
    expect([held.headers.get('etag'), await held.text()]).toEqual(known)
    expect(held.headers.get('cache-status')).toContain('unreachable')
    expect((await second.get('/v1/laureates/bo')).status).toBe(503)
    await second.close()
  })

  test('has nothing of what has changed since in the public world, and no list', async () => {
    const first = await start(world.database.delivery)
    await first.looks.next()
    const { id } = await (await first.get('/v1/laureates/bo')).json()
    for (const address of ['/v1/laureates/anna', '/v1/laureates', '/v1/laureates/nobody'])
      await first.get(address)
    await world.publish([], { withdraw: [id] })
    await first.looks.next()
    expect(existsSync(answersFile)).toBe(false)
    await first.close()

    const second = await start(dead)
    const status = async (address: string) => (await second.get(address)).status
    expect(await status('/v1/laureates/bo')).toBe(503)
    expect(await status('/v1/laureates')).toBe(503)
    expect(await status('/v1/laureates/nobody')).toBe(503)
    expect(await status('/v1/laureates/anna')).toBe(200)
    await second.close()
    await world.publish([{ resource: 'laureates', slug: 'bo', id }])
  })

  test('has nothing that speaks of another address of the API', async () => {
    const first = await start(world.database.delivery)
    await first.looks.next()
    expect((await first.get('/v1/feeds/en/press.atom')).status).toBe(200)
    await first.close()

    const same = await start(dead)
    expect((await same.get('/v1/feeds/en/press.atom')).status).toBe(200)
    await same.close()
    const other = await start(dead, { ...foundation, apiUrl: 'https://elsewhere.example.org' })
    expect((await other.get('/v1/feeds/en/press.atom')).status).toBe(503)
    await other.close()
  })

  test('passes over a file that another program wrote, or that is broken', async () => {
    writeFileSync(answersFile, Buffer.from([0, 0, 0, 9, 1, 2]))
    const delivery = await start(dead)
    expect((await delivery.get('/v1/laureates/anna')).status).toBe(503)
    await delivery.close()
  })
})

test('it starts without a database', async () => {
  const reports: unknown[] = []
  const delivery = await startTestDelivery({
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    report: (error) => reports.push(error),
  })
  expect((await fetch(`http://127.0.0.1:${delivery.port}/healthz`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${delivery.port}/v1/laureates`)).status).toBe(503)
  expect(reports.length).toBeGreaterThan(0)
  await delivery.close()
})

test('an answer that was being made while the world moved is not kept', async () => {
  const { delivery, close, isWaiting, looks, letGo } = await slowDelivery()
  const ask = async () =>
    (await (await fetch(`http://127.0.0.1:${delivery.port}/v1/laureates/anna?fields=name`)).json()).name.text
  const first = ask()
  await until(async () => isWaiting())
  await world.publish(
    [
      {
        resource: 'laureates',
        slug: 'anna',
        id: '55555555-5555-4555-8555-555555555555',
        sortKey: 'Anna anew',
      },
    ],
    {
      withdraw: [(await (await world.get('/v1/laureates/anna')).json()).id],
    },
  )
  await looks.next()
  letGo()
  await first
  expect(await ask()).toBe('Anna anew (en)')
  await close()
})

// A delivery whose first answer is held back after the database has given it.
async function slowDelivery() {
  let held: (() => void) | undefined
  let isFirst = true
  const looks = watchLooks()
  const delivery = await startTestDelivery({
    databaseUrl: world.database.delivery,
    wrapDatabase: (real) => ({
      ...real,
      query: async (statement, values) => {
        if (statement.name === 'head') return looks.see(real.query(statement, values))
        const rows = await real.query(statement, values)
        if (isFirst) await new Promise<void>((resolve) => (held = resolve))
        isFirst = false
        return rows as never
      },
    }),
  })
  await looks.next()
  return {
    delivery,
    close: delivery.close,
    isWaiting: () => held !== undefined,
    looks,
    letGo: () => held?.(),
  }
}

test('its role can read what is public and nothing else, and change nothing', async () => {
  const { rows } = await world.writer.query<{ name: string }>(
    "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'published')",
  )
  const readable = await withClient(world.database.delivery, async (client) => {
    const found: string[] = []
    for (const { name } of rows)
      await client.query(`select from ${name} limit 1`).then(
        () => found.push(name),
        () => undefined,
      )
    const changes = [
      'delete from published.current',
      'update published.head set seq = 0',
      'create table published.x (a int)',
      'create temp table y (a int)',
    ]
    for (const text of changes)
      await expect(client.query(text)).rejects.toThrow(/permission denied|read-only transaction/)
    await client.query('set default_transaction_read_only = off')
    for (const text of changes.slice(0, 3))
      await expect(client.query(text)).rejects.toThrow(/permission denied/)
    return found
  })
  expect(rows.length).toBeGreaterThan(20)
  expect(readable.toSorted()).toEqual(served.toSorted())
})
