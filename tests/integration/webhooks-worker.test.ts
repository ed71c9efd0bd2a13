import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle } from '../../src/processes/bundle.mjs'
import { root } from '../../src/processes/settings.mjs'
import { readDeliveries } from '../../src/webhooks'
import { environmentFor, useDatabase } from '../database'
import { startReceiver } from '../receiver'
import { until } from './delivery-world'
import { useWorld } from './webhooks-world'

// The worker itself, killed while a message is on its way.

const database = useDatabase()
const world = useWorld(database)
const children: ChildProcess[] = []

beforeAll(async () => {
  await bundle('worker')
  Object.assign(world.sending, { key: environmentFor(database)['PAYLOAD_SECRET'] })
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

function startWorker(more: Record<string, string> = {}): ChildProcess {
  const env = { ...process.env, ...environmentFor(database), WEBHOOK_ALLOW_NETWORKS: '127.0.0.0/8', ...more }
  const child = spawn(process.execPath, ['dist/worker.mjs'], { cwd: root, env, stdio: 'ignore' })
  children.push(child)
  return child
}

test('a message that was under way when the worker was killed is sent again by the next one, with the same id', async () => {
  const receiver = await startReceiver()
  receiver.answer(() => undefined)
  const { id } = await world.add(receiver.url)
  const number = await world.release({ kind: 'published' })
  const first = startWorker()
  await until(async () => receiver.received.length === 1)
  first.kill('SIGKILL')
  await once(first, 'exit')
  receiver.answer(200)
  const [cut] = await readDeliveries(world.owner, id, { limit: 1 })
  expect(cut).toMatchObject({ state: 'waiting', tries: 1, release: number, last: { result: null } })
  // Half a minute goes by.
  await world.owner.query('update webhooks.endpoints set busy_until = clock_timestamp()')
  const second = startWorker()
  await until(async () => receiver.received.length === 2)
  await until(async () => (await readDeliveries(world.owner, id, { limit: 1 }))[0]?.state === 'delivered')
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)

  // A release is told within a second, and an end in order waits for what is under way.
  const released = Date.now()
  await world.release({ kind: 'changed' })
  await until(async () => receiver.received.length === 3)
  expect(Date.now() - released).toBeLessThan(2000)
  receiver.answer((_request, response) => void setTimeout(() => response.end(), 1000))
  await world.release({ kind: 'changed' })
  await until(async () => receiver.received.length === 4)
  second.kill('SIGTERM')
  expect(await once(second, 'exit')).toEqual([0, null])
  expect((await readDeliveries(world.owner, id, { limit: 1 }))[0]).toMatchObject({ state: 'delivered' })
})

test('a worker without allowed networks reaches nothing on its own machine', async () => {
  const receiver = await startReceiver()
  const { id } = await world.add(receiver.url)
  await world.release({ kind: 'published' })
  startWorker({ WEBHOOK_ALLOW_NETWORKS: '' })
  const last = async () => (await readDeliveries(world.owner, id, { limit: 1 }))[0]?.last?.result
  await until(async () => (await last()) !== undefined && (await last()) !== null)
  expect(await last()).toBe('not-https')
  expect(receiver.received).toEqual([])
})
