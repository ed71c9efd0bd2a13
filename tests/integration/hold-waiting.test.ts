import { execFile } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '../../src/processes/settings.mjs'
import { countWaiting, readDeliveries, replayOne } from '../../src/webhooks'
import { environmentFor, useDatabase } from '../database'
import { startReceiver, type Receiver } from '../receiver'
import { useWorld } from './webhooks-world'

// Messages that waited when a backup was made wait in the restored copy, too: whoever ends its hold says what becomes of them.

const database = useDatabase()
const world = useWorld(database)
let receiver: Receiver
let endpoint = ''

/** A copy on hold in which two messages wait: one that the original may have sent, one of a release of the copy. */
beforeEach(async () => {
  receiver = await startReceiver()
  receiver.answer(503)
  endpoint = (await world.add(receiver.url)).id
  await world.release({ kind: 'published' })
  await world.round()
  await world.owner.query(`insert into desk.hold (reason) values ('A restored copy.')`)
  await world.release({ kind: 'changed' })
  world.pass(3_600_000)
  await world.round()
  receiver.answer(200)
})

afterEach(async () => {
  await world.owner.query('delete from webhooks.endpoints; delete from desk.hold')
  await world.round()
})

const hold = (...args: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const program = ['--conditions=production', 'src/processes/run.mjs', 'hold', ...args]
    const env = { ...process.env, ...environmentFor(database) }
    execFile(process.execPath, program, { cwd: root, env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), output: `${out}${err}` }),
    )
  })
const isOnHold = async () => (await world.owner.query('select from desk.hold')).rowCount === 1
const rounds = async () => {
  for (let turn = 0; turn < 3; turn += 1) await world.round()
}
const ids = () => receiver.received.map(({ headers }) => headers['webhook-id'])
const dropped = "select details from audit.entries where action = 'webhooks-dropped'"

test('while it is on hold nothing leaves, and the command says what waits', async () => {
  const tried = receiver.received.length
  await rounds()
  expect(receiver.received.length).toBe(tried)
  expect((await hold()).output).toMatch(/^On hold .*\nMessages to webhooks wait: 2 for 1 receiver\.\n$/)
})

test('ended without a word about them it stays on hold', async () => {
  const { code, output } = await hold('end')
  expect(output).toMatch(/wait: 2 for 1 receiver\. Say --send-waiting or --drop-waiting.* still on hold/)
  expect(code).toBe(1)
  expect((await hold('end', '--send-waiting', '--drop-waiting')).code).toBe(1)
  expect(await isOnHold()).toBe(true)
})

test('the desk that takes the place of the original sends them, under the ids that the original gave', async () => {
  const [known] = ids()
  const { code, output } = await hold('end', '--send-waiting')
  expect(output).toBe('The hold is ended: e-mails and webhooks leave again. 2 that waited leave first.\n')
  expect(code).toBe(0)
  await rounds()
  expect(ids()).toHaveLength(3)
  expect(ids()[1]).toBe(known)
  expect(await countWaiting(world.owner)).toEqual({ messages: 0, receivers: 0 })
  expect((await world.owner.query(dropped)).rows).toEqual([])
})

test('one that does not sends none of them, only what is released from then on, and what is sent again by hand', async () => {
  const tried = receiver.received.length
  // This one is released while no worker makes messages of it.
  await world.release({ kind: 'changed' })
  expect(await countWaiting(world.owner)).toEqual({ messages: 3, receivers: 1 })
  const { code, output } = await hold('end', '--drop-waiting')
  expect(output).toBe('The hold is ended: e-mails and webhooks leave again. 3 that waited stay.\n')
  expect(code).toBe(0)
  const states = (await readDeliveries(world.owner, endpoint, { limit: 9 })).map(({ state }) => state)
  expect(states).toEqual(['dropped', 'dropped', 'dropped'])
  world.pass(72 * 3_600_000)
  await rounds()
  expect(receiver.received.length).toBe(tried)
  expect((await world.owner.query(dropped)).rows).toEqual([{ details: { number: 3 } }])

  await world.release({ kind: 'changed' })
  await rounds()
  expect(receiver.received.length).toBe(tried + 1)
  const last = (await readDeliveries(world.owner, endpoint, { limit: 9 })).at(-1)
  await replayOne(world.desk, endpoint, last?.id ?? '')
  await rounds()
  expect(ids()).toHaveLength(tried + 2)
  expect(ids().at(-1)).toBe(ids()[0])
})

test('a webhook that is off waits for nothing', async () => {
  await world.owner.query('update webhooks.endpoints set is_on = false')
  expect(await countWaiting(world.owner)).toEqual({ messages: 0, receivers: 0 })
  expect((await hold('end')).output).toBe('The hold is ended: e-mails and webhooks leave again.\n')
})
