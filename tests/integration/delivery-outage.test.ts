import { beforeAll, expect, inject, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { startDelivery } from '@/delivery'
import { until, useWorld, watchLooks } from './delivery-world'

const world = useWorld()

beforeAll(async () => {
  await world.publish([
    { resource: 'laureates', slug: 'anna' },
    { resource: 'laureates', slug: 'bo' },
  ])
})

const setDatabase = async (isUp: boolean) => {
  await withClient(inject('superUrl'), async (client) => {
    await client.query(`alter database ${world.database.name} allow_connections ${isUp}`)
    if (!isUp)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
        world.database.name,
      ])
  })
}

test('without its database delivery serves what it knows, says when it cannot, and recovers by itself', async () => {
  const known = await (await world.get('/v1/laureates/anna')).text()
  await setDatabase(false)
  try {
    const held = await world.get('/v1/laureates/anna')
    expect([held.status, await held.text()]).toEqual([200, known])
    expect((await world.get('/healthz')).status).toBe(200)
    const missing = await world.get('/v1/laureates/bo')
    expect([
      missing.status,
      missing.headers.get('retry-after'),
      missing.headers.get('cache-control'),
    ]).toEqual([503, '5', 'no-store'])
    expect(await missing.text()).not.toMatch(/postgres|database|127\.0\.0\.1/)
  } finally {
    await setDatabase(true)
  }
  await until(async () => (await world.get('/v1/laureates/bo')).status === 200)
})

test('it starts without a database', async () => {
  const reports: unknown[] = []
  const delivery = await startDelivery({
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    host: '127.0.0.1',
    port: 0,
    memoryBytes: 8_388_608,
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
  const delivery = await startDelivery({
    databaseUrl: world.database.delivery,
    host: '127.0.0.1',
    port: 0,
    memoryBytes: 8_388_608,
    report: () => undefined,
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
  expect(readable.toSorted()).toEqual(
    ['bodies', 'current', 'events', 'head', 'resources', 'search', 'search_names', 'slugs'].map(
      (name) => `published.${name}`,
    ),
  )
})
