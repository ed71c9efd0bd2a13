import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beatOfDesk, beatOfWorker as beat } from '../../src/publishing'
import { bundle } from '../../src/processes/bundle.mjs'
import { withClient } from '../../src/processes/database.mjs'
import { root } from '../../src/processes/settings.mjs'
import { environmentFor } from '../database'
import { until, useWorld } from './delivery-world'

// The worker beats every five seconds; here six without a beat are too many.
const world = useWorld({ quietMs: 6000 })
const children: ChildProcess[] = []
let desk: Pool

beforeAll(async () => {
  desk = new Pool({ connectionString: world.database.desk, max: 1 })
  desk.on('error', () => undefined)
  await world.publish([{ resource: 'laureates', slug: 'anna' }])
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await desk.end()
})

const address = '/v1/laureates/anna'
const state = async () => (await (await world.get('/readyz')).json()) as { status: string; since?: string }
const becomes = (wanted: string) => until(async () => (await state()).status === wanted)
const beatLongAgo = (seconds: number) =>
  world.writer.query(
    `update published.heartbeat set at = clock_timestamp() - make_interval(secs => ${seconds})`,
  )
const silent = 'laureate-desk; hit; detail="publisher silent"'

/** What everybody sees of an address. */
async function seen(path: string, headers: Record<string, string> = {}) {
  const answer = await world.get(path, headers)
  const names = ['etag', 'last-modified', 'cache-control', 'cache-tag', 'content-length']
  return [answer.status, await answer.text(), ...names.map((name) => answer.headers.get(name))]
}

test('where there never was a beat nothing is said', async () => {
  expect((await world.writer.query('select at from published.heartbeat')).rows).toEqual([{ at: null }])
  expect(await state()).toEqual({ status: 'ready' })
  expect((await world.get(address)).headers.has('cache-status')).toBe(false)
  expect(world.delivery.counts()).toMatchObject({ behindSince: null, heardBeforeMs: null })
})

test('a copy whose last beat is old answers all the same, says so, and is well again with the next one', async () => {
  const before = [await seen(address), await seen('/v1/laureates'), await seen('/v1/laureates/nobody')]
  const { rows: head } = await world.writer.query('select * from published.head')
  await beatLongAgo(3600)
  await becomes('behind')
  const { rows } = await world.writer.query<{ at: Date }>('select at from published.heartbeat')
  expect(await state()).toEqual({ status: 'behind', since: rows[0]?.at.toISOString() })
  expect((await world.get('/readyz')).status).toBe(200)
  expect(world.delivery.counts().heardBeforeMs).toBeGreaterThanOrEqual(3_600_000)

  const held = await world.get(address)
  expect(held.headers.get('cache-status')).toBe(silent)
  const same = await world.get(address, { 'if-none-match': held.headers.get('etag') ?? '' })
  expect([same.status, same.headers.get('cache-status')]).toEqual([304, silent])
  // What is not in memory is read from the copy.
  const miss = await world.get('/v1/laureates?limit=3')
  expect([miss.status, miss.headers.get('cache-status')]).toEqual([200, silent])
  expect([await seen(address), await seen('/v1/laureates'), await seen('/v1/laureates/nobody')]).toEqual(
    before,
  )

  await beat(desk)
  await becomes('ready')
  expect((await world.get(address)).headers.has('cache-status')).toBe(false)
  expect([await seen(address), await seen('/v1/laureates'), await seen('/v1/laureates/nobody')]).toEqual(
    before,
  )
  expect((await world.writer.query('select * from published.head')).rows).toEqual(head)
  expect(world.delivery.counts().heardBeforeMs).toBeLessThan(60_000)
})

test('where the worker beats and the desk does not, everything is answered, and says so until the desk is back', async () => {
  const deskLongAgo = () =>
    world.writer.query("update desk.heartbeat set at = clock_timestamp() - interval '1 hour'")
  await deskLongAgo()
  await beat(desk)
  await becomes('behind')
  const held = await world.get(address)
  expect([held.status, held.headers.get('cache-status')]).toEqual([200, silent])
  // The worker alone does not end it.
  await beat(desk)
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(await state()).toMatchObject({ status: 'behind' })

  await beatOfDesk(desk)
  await beat(desk)
  await becomes('ready')
  expect((await world.get(address)).headers.has('cache-status')).toBe(false)
  await world.writer.query('update desk.heartbeat set at = null')
})

test('beats move nothing that is in memory', async () => {
  await world.get(address)
  const { entries } = world.delivery.counts().memory
  for (let turn = 0; turn < 4; turn += 1) {
    await beat(desk)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  expect(world.delivery.counts().memory.entries).toBe(entries)
  expect(await world.queriesOf(() => world.get(address))).toBe(0)
})

test('a thousand beats take hardly more room than one', async () => {
  for (let turn = 0; turn < 1000; turn += 1) await beat(desk)
  const { rows } = await world.writer.query<{ heap: number; index: number }>(
    `select pg_relation_size('published.heartbeat')::int / 8192 as heap,
            pg_relation_size('published.heartbeat_pkey')::int / 8192 as index`,
  )
  // A page, and one more where somebody was reading; kept one by one they were six.
  expect(rows[0]?.heap).toBeLessThanOrEqual(2)
  expect(rows[0]?.index).toBe(2)
})

test('a beat waits for no release, and a release for no beat', async () => {
  const [release, other] = [await world.writer.connect(), await world.writer.connect()]
  try {
    await release.query('begin')
    await release.query('select from published.head for update')
    await release.query("set local lock_timeout = '2s'")
    await beat(desk)
    await other.query('begin')
    await other.query('update published.heartbeat set at = clock_timestamp()')
    const { rowCount } = await release.query('update published.head set composer = composer')
    expect(rowCount).toBe(1)
  } finally {
    for (const client of [release, other]) {
      await client.query('rollback')
      client.release()
    }
  }
})

test('the desk can only renew its signs, and the public side only read the public one', async () => {
  for (const statement of [
    'delete from desk.heartbeat',
    'insert into desk.heartbeat (is_single) values (false)',
    'update desk.heartbeat set is_single = true',
    'delete from published.heartbeat',
    'insert into published.heartbeat (is_single) values (false)',
    'update published.heartbeat set is_single = true',
    'truncate published.heartbeat',
  ])
    await expect(desk.query(statement)).rejects.toThrow(/permission denied/)
  await withClient(world.database.delivery, async (client) => {
    await client.query('set default_transaction_read_only = off')
    const change = client.query('update published.heartbeat set at = null')
    await expect(change).rejects.toThrow(/permission denied/)
    await expect(client.query('select from desk.heartbeat')).rejects.toThrow(/permission denied/)
  })
})

test('a copy of before there were beats is read as before, and they are heard when it has them', async () => {
  await withClient(world.database.owner, async (owner) => {
    await owner.query('alter table published.heartbeat rename to put_aside')
    await world.publish([{ resource: 'laureates', slug: 'bo' }])
    expect(await state()).toEqual({ status: 'ready' })
    expect((await world.get('/v1/laureates/bo')).status).toBe(200)
    await owner.query('alter table published.put_aside rename to heartbeat')
  })
  await beatLongAgo(60)
  await becomes('behind')
  await beat(desk)
  await becomes('ready')
})

test(
  'when the worker is killed everything is answered, and says so until one works again',
  { timeout: 90_000 },
  async () => {
    await bundle('worker')
    const start = () => {
      const env = { ...process.env, ...environmentFor(world.database) }
      const child = spawn(process.execPath, ['dist/worker.mjs'], { cwd: root, env, stdio: 'ignore' })
      children.push(child)
      return child
    }
    const beatAt = async () =>
      (await world.writer.query<{ at: Date }>('select at from published.heartbeat')).rows[0]?.at.getTime() ??
      0
    await beatLongAgo(60)
    await becomes('behind')
    const worker = start()
    await becomes('ready')
    const first = await beatAt()
    await until(async () => (await beatAt()) > first)
    expect(await state()).toEqual({ status: 'ready' })

    worker.kill('SIGKILL')
    await once(worker, 'exit')
    await becomes('behind')
    const held = await world.get(address)
    expect([held.status, held.headers.get('cache-status')]).toEqual([200, silent])
    start()
    await becomes('ready')
    expect((await world.get(address)).headers.has('cache-status')).toBe(false)
  },
)
