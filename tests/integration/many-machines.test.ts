import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  beginReplica,
  completeReplica,
  promoteStandby,
  publishEverywhere,
  readerPassword,
  startDeliveries,
  startMachines,
  type Machines,
} from '../../bench/scale-machines'
import { findBytes, removeAll } from '../../bench/scale-servers'
import { readinessOf, servedBy, waitForRelease } from '../../bench/scale-world'
import { checkReplicas } from '../../src/operations/check-replicas'
import { listPublic, missingInOffer, offerPublic } from '../../src/operations'
import { withClient } from '../../src/processes/database.mjs'
import { root } from '../../src/processes/settings.mjs'
import { makeFolder } from '../folder'
import { openDelivery, silent, startBeats, waysToFallBehind, type Beats } from './copies-behind'

// One story, told in order: each test goes on where the one before stopped.

const folder = makeFolder('machines')
const secret = 'kingfisher-words-that-stay-at-home'
let machines: Machines

beforeAll(async () => {
  machines = await startMachines(folder, 30, secret)
}, 240_000)

afterAll(async () => {
  await machines?.stop()
  removeAll(folder)
})

const states = () => Promise.all(machines.deliveries.map(readinessOf))

async function expectReady(): Promise<void> {
  for (let turn = 0; turn < 100 && (await states()).some((state) => state !== 'ready'); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await states()).toEqual(['ready', 'ready', 'ready'])
}

/**
 * What is published shows everywhere within two seconds: the median of seven releases, each by the slowest delivery. Other
 * programs may hold up one of them, but none for longer than anybody would wait.
 */
async function expectQuick(among = machines.deliveries): Promise<void> {
  const latest: number[] = []
  for (let turn = 0; turn < 7; turn += 1) latest.push(Math.max(...(await publishEverywhere(machines, among))))
  const sorted = latest.toSorted((a, b) => a - b)
  expect(sorted[3], `ms of each release: ${sorted.map(Math.round).join(', ')}`).toBeLessThan(2000)
  expect(sorted.at(-1)).toBeLessThan(8000)
}

test('every public table is offered, and nothing else', async () => {
  const owner = machines.home.urls.owner
  const tables = await withClient(owner, listPublic)
  expect(tables).toEqual(
    expect.arrayContaining(
      ['bodies', 'current', 'events', 'head', 'resources', 'search', 'slugs'].map(
        (name) => `published.${name}`,
      ),
    ),
  )
  const read = await withClient(owner, (client) =>
    client.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.role_table_grants
        where grantee = 'delivery_reader' order by 1`,
    ),
  )
  expect(tables).toEqual(read.rows.map(({ name }) => name))
  expect(await withClient(owner, missingInOffer)).toEqual([])
})

test('a table that becomes public later is missed, and offered again', async () => {
  const owner = machines.home.urls.owner
  await withClient(owner, async (client) => {
    await client.query('create table published.later (id int primary key)')
    await client.query('grant select on published.later to delivery_reader')
    expect(await missingInOffer(client)).toEqual(['published.later'])
    await offerPublic(client, 'published_copier')
    expect(await missingInOffer(client)).toEqual([])
    await client.query('drop table published.later')
  })
})

test('what is offered and who follows is a line of the doctor', async () => {
  const owner = machines.home.urls.owner
  const lines = () => withClient(owner, (client) => checkReplicas({ client }))
  expect(await lines()).toEqual([{ check: 'replicas', state: 'ok', says: '0 follow what is public' }])
  await withClient(owner, async (client) => {
    await client.query('create table published.later (id int primary key)')
    await client.query('grant select on published.later to delivery_reader')
    expect(await lines()).toMatchObject([
      { state: 'wrong', says: expect.stringContaining('published.later') as string },
    ])
    await client.query('drop table published.later')
  })
})

test('delivery is not ready before the first copy is complete', async () => {
  await beginReplica(machines, machines.home)
  // A table that somebody holds is copied when they let go.
  await withClient(machines.home.url, async (holder) => {
    await holder.query('begin')
    await holder.query('lock table published.search in access exclusive mode')
    await startDeliveries(machines)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await states()).toEqual(['not ready', 'not ready', 'ready'])
    await holder.query('rollback')
  })
  await completeReplica(machines)
  await Promise.all(machines.deliveries.map((delivery) => waitForRelease(delivery, 2)))
  await expectReady()
})

test('a delivery that may read too early is not ready either', async () => {
  const { replica } = machines
  await withClient(replica.url, (client) =>
    client.query(
      "update pg_subscription_rel set srsubstate = 'd' where srrelid = 'published.search'::regclass",
    ),
  ).catch(() => undefined)
  const [first] = machines.deliveries
  if (!first) throw new Error('There is no delivery.')
  const isLost = async () => (await readinessOf(first)) === 'cut-off'
  for (let turn = 0; turn < 60 && !(await isLost()); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await readinessOf(first)).toBe('cut-off')
  await withClient(replica.url, (client) =>
    client.query(
      "update pg_subscription_rel set srsubstate = 'r' where srrelid = 'published.search'::regclass",
    ),
  )
  await publishEverywhere(machines)
  expect(await readinessOf(first)).toBe('ready')
})

test('what is published shows everywhere within two seconds, in the same bytes', async () => {
  await expectQuick()
  const { addresses } = await machines.world.publish(1)
  const [address = ''] = addresses
  await publishEverywhere(machines)
  for (const path of [
    `${address}?locale=sv`,
    '/v1/laureates?limit=200',
    '/v1/search?q=invented',
    '/v1/sync',
  ]) {
    const answers = await Promise.all(machines.deliveries.map(({ get }) => get(path)))
    expect(answers[0]?.status, path).toBe(200)
    expect(new Set(answers.map(({ text }) => text)).size, path).toBe(1)
  }
})

test('no file of the replica holds a byte of a draft; those at home do', async () => {
  const { home, replica } = machines
  await withClient(replica.url, (client) => client.query('checkpoint'))
  await withClient(home.url, (client) => client.query('checkpoint'))
  expect(findBytes(home.clusterDir, secret)).toBeDefined()
  expect(findBytes(replica.clusterDir, secret)).toBeUndefined()
  // That it would be found: a public word is.
  expect(findBytes(replica.clusterDir, 'invented')).toBeDefined()
  const { rows } = await withClient(replica.url, (client) =>
    client.query<{ schema: string }>(
      `select distinct schemaname as schema from pg_tables where schemaname !~ '^pg_' and schemaname <> 'information_schema'`,
    ),
  )
  expect(rows).toEqual([{ schema: 'published' }])
})

test('while the lines are cut everything is answered as before; joined again it catches up by itself', async () => {
  const { lines, world, deliveries } = machines
  const before = await servedBy(deliveries[0] ?? never())
  for (const line of Object.values(lines)) line.cut()
  const { release } = await world.publish(3)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(await Promise.all(deliveries.map(servedBy))).toEqual([before, before, before])
  await expectReady()
  for (const line of Object.values(lines)) line.join()
  await Promise.all(deliveries.map((delivery) => waitForRelease(delivery, release)))
})

describe('a copy that falls behind', () => {
  let beats: Beats
  beforeAll(() => {
    beats = startBeats(machines)
  })
  afterAll(() => beats.stop())

  test.each(Object.keys(waysToFallBehind))(
    '%s: it answers all the same, says so, and recovers by itself',
    async (name) => {
      const way = waysToFallBehind[name] ?? never()
      const delivery = await openDelivery(machines[way.on])
      await delivery.becomes('ready')
      const known = await delivery.read('/v1/laureates?limit=2')
      expect(known.notice).toBeNull()
      await way.stop(machines)
      const { release } = await machines.world.publish(1)
      try {
        await delivery.becomes('behind')
        expect(await delivery.read('/v1/laureates?limit=2')).toEqual({ ...known, notice: silent })
        // What was not asked before is read from the copy.
        expect(await delivery.read('/v1/laureates?limit=3')).toMatchObject({ status: 200, notice: silent })
      } finally {
        await way.goOn(machines)
      }
      await delivery.becomes('ready')
      await Promise.all(machines.deliveries.map((one) => waitForRelease(one, release)))
      await delivery.serves(release)
      expect(await delivery.read('/v1/laureates?limit=2')).toMatchObject({ status: 200, notice: null })
      await delivery.close()
    },
  )
})

test('a replica is made anew from nothing beneath processes that go on answering', async () => {
  const [one] = machines.deliveries
  const before = await one?.get('/v1/laureates?limit=1&fields=id')
  await beginReplica(machines, machines.home)
  const during = await one?.get('/v1/laureates?limit=1&fields=id')
  expect(during).toEqual(before)
  // What is not in memory is refused for the moment, and never said to be absent.
  const miss = await one?.get('/v1/laureates?limit=7&fields=id')
  expect([200, 503]).toContain(miss?.status)
  await completeReplica(machines)
  await publishEverywhere(machines)
  await expectReady()
})

test('the command does the same', async () => {
  const { home, replica, lines } = machines
  const run = (args: string[], env: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const program = ['--conditions=production', 'src/processes/run.mjs', 'replica', ...args]
      execFile(
        process.execPath,
        program,
        { cwd: root, env: { ...process.env, ...env } },
        (_error, out, error) => resolve(`${out}${error}`),
      )
    })
  const to = { REPLICA_URL: replica.url }
  expect(await run(['offer', 'nobody'], { DATABASE_URL: home.urls.owner })).toMatch(
    /no role "nobody" that may/,
  )
  expect(await run(['offer', 'published_copier'], { DATABASE_URL: home.urls.owner })).toMatch(
    /^\d+ tables are offered to published_copier: .*published\.head/,
  )
  const from = { HOME_URL: home.copierUrl(lines.replica.port), READER_PASSWORD: readerPassword }
  expect(await run(['build'], { ...to, ...from })).toMatch(/The first copy is complete/)
  expect(await run(['status'], to)).toMatch(/^(\d+) of \1 tables are copied; it follows/)
  await publishEverywhere(machines)
})

test('when home is lost the standby takes its place, and the replica follows it', async () => {
  const { deliveries } = machines
  const home = await promoteStandby(machines)
  const onStandby = deliveries.slice(2)
  await expectQuick(onStandby)
  await beginReplica(machines, home, home.port)
  await completeReplica(machines)
  await expectQuick()
})

function never(): never {
  throw new Error('There is none.')
}
