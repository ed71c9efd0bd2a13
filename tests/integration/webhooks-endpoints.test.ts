import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { deleteEndpoint, sendTest, turnOff, turnOn } from '../../src/webhooks/endpoints'
import { readEndpoints } from '../../src/webhooks/read-endpoints'
import { replayOne, replaySince } from '../../src/webhooks/replay'
import { useDatabase } from '../database'
import { startReceiver } from '../receiver'
import { bodyOf, hour, idsIn, published, releasesIn, useFreshWorld } from './webhooks-world'

// An endpoint that is gone, off, deleted or on hold, and what is sent to it once more.

const world = useFreshWorld(useDatabase())

describe('an endpoint', () => {
  test('whose receiver answers 410 is turned off, and that stands in the log', async () => {
    const receiver = await startReceiver()
    receiver.answer(410)
    const { id } = await world.add(receiver.url)
    const first = await world.release(published)
    const second = await world.release(published)
    await world.round()
    await world.live(2 * hour)
    expect(receiver.received).toHaveLength(1)
    expect((await readEndpoints(world.sending.pool, world.now(), id))[0]).toMatchObject({
      isOn: false,
      goneAt: expect.any(Date) as Date,
      last: { result: 'gone', status: 410 },
    })
    const { rows } = await world.owner.query(
      `select person, details from audit.entries where action = 'webhook-gone'`,
    )
    expect(rows).toEqual([{ person: null, details: { address: new URL(receiver.url).host } }])
    expect((await world.deliveriesOf(id)).map(({ state }) => state)).toEqual(['waiting', 'given-up'])
    receiver.answer(200)
    await turnOn(world.desk, id)
    await world.live(2 * hour)
    expect(releasesIn(receiver)).toEqual([first, second])
  })

  test('that is off gets nothing and misses what is released meanwhile; a test reaches it', async () => {
    const receiver = await startReceiver()
    const { id } = await world.add(receiver.url)
    await turnOff(world.desk, id)
    await world.release(published)
    await world.round()
    expect(receiver.received).toEqual([])
    await sendTest(world.desk, id)
    await world.round()
    expect(bodyOf(receiver)).toEqual({ type: 'webhook.test', timestamp: world.now().toISOString(), data: {} })
    await turnOn(world.desk, id)
    await world.round()
    expect(receiver.received).toHaveLength(1)
  })

  test('a test that fails is not tried again', async () => {
    const receiver = await startReceiver()
    receiver.answer(500)
    const { id } = await world.add(receiver.url)
    await sendTest(world.desk, id)
    await world.round()
    await world.live(hour)
    expect(receiver.received).toHaveLength(1)
    expect((await world.deliveriesOf(id))[0]).toMatchObject({ type: 'webhook.test', state: 'given-up' })
  })

  test('that is deleted leaves nothing behind', async () => {
    const receiver = await startReceiver()
    const { id } = await world.add(receiver.url)
    await world.release(published)
    await world.round()
    await deleteEndpoint(world.desk, id)
    const { rows } = await world.owner.query(
      'select (select count(*) from webhooks.deliveries) + (select count(*) from webhooks.tries) + (select count(*) from webhooks.secrets) as left',
    )
    expect(rows).toEqual([{ left: '0' }])
  })

  test('on an installation on hold nothing is sent; when the hold ends, it is', async () => {
    const receiver = await startReceiver()
    const { id } = await world.add(receiver.url)
    await world.owner.query(`insert into desk.hold (reason) values ('A restored copy.')`)
    await world.release(published)
    await sendTest(world.desk, id)
    await world.live(2 * hour)
    expect(receiver.received).toEqual([])
    await world.owner.query('delete from desk.hold')
    await world.round()
    await world.round()
    expect(receiver.received).toHaveLength(2)
  })
})

describe('sent once more', () => {
  test('one delivery, with the id it had', async () => {
    const receiver = await startReceiver()
    const { id } = await world.add(receiver.url)
    await world.release(published)
    await world.round()
    const [delivery] = await world.deliveriesOf(id)
    await replayOne(world.desk, id, delivery?.id ?? '')
    await world.round()
    expect(receiver.received).toHaveLength(2)
    expect(new Set(idsIn(receiver)).size).toBe(1)
    expect((await world.deliveriesOf(id))[0]).toMatchObject({ state: 'delivered', tries: 2 })
  })

  test('all since a time, also what it never got, and nothing that was before', async () => {
    const receiver = await startReceiver()
    await world.release(published)
    await pause(20)
    const { rows } = await world.owner.query<{ now: Date }>('select clock_timestamp() as now')
    const missed = await world.release(published)
    const { id } = await world.add(receiver.url, { events: ['release.published'] })
    const got = await world.release(published)
    await world.release({ kind: 'withdrawn' })
    await world.round()
    expect(await replaySince(world.desk, id, rows[0]?.now ?? new Date())).toBe(2)
    for (let turn = 0; turn < 3; turn += 1) await world.round()
    expect(releasesIn(receiver).toSorted((a, b) => a - b)).toEqual([missed, got, got])
  })

  test('to an endpoint that is off it is refused', async () => {
    const receiver = await startReceiver()
    const { id } = await world.add(receiver.url)
    await turnOff(world.desk, id)
    await expect(replaySince(world.desk, id, new Date(0))).rejects.toMatchObject({ code: 'unfit' })
  })
})
