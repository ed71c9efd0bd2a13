import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { turnOff } from '../../src/webhooks/endpoints'
import { inTransactionOn } from '../../src/lib/postgres'
import { claimDue, forgetOld, queueReleases } from '../../src/webhooks/queue'
import { pauses } from '../../src/webhooks/schedule'
import { keepSending } from '../../src/webhooks/sender'
import { useDatabase } from '../database'
import { startReceiver } from '../receiver'
import { hour, idsIn, published, releasesIn, useFreshWorld } from './webhooks-world'

// When a message is tried again, and that nothing is lost, whoever is cut off.

const world = useFreshWorld(useDatabase())

describe('tried again', () => {
  test('the pauses are 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each a little longer, never shorter', async () => {
    const receiver = await startReceiver()
    receiver.answer(500)
    const { id } = await world.add(receiver.url)
    await world.release(published)
    await world.round()
    for (const [index, wait] of pauses.entries()) {
      const [delivery] = await world.deliveriesOf(id)
      const planned = (delivery?.dueAt.getTime() ?? 0) - world.now().getTime()
      expect(planned, String(wait)).toBeGreaterThanOrEqual(wait)
      expect(planned, String(wait)).toBeLessThanOrEqual(wait * 1.1)
      world.pass(wait - 1)
      await world.round()
      expect(receiver.received).toHaveLength(index + 1)
      world.pass(wait / 10)
      await world.round()
      expect(receiver.received).toHaveLength(index + 2)
    }
    const [delivery] = await world.deliveriesOf(id)
    expect(delivery).toMatchObject({ state: 'given-up', tries: 10, last: { result: 'refused', status: 500 } })
    await world.live(100 * hour, 5 * hour)
    expect(receiver.received).toHaveLength(10)
    expect(new Set(idsIn(receiver)).size).toBe(1)
  })

  test('a receiver that is down for 72 hours loses nothing of what is released meanwhile', async () => {
    const receiver = await startReceiver()
    receiver.answer(503)
    await world.add(receiver.url)
    const numbers: number[] = []
    for (let day = 0; day < 6; day += 1) {
      numbers.push(await world.release(published))
      await world.round()
      await world.live(12 * hour)
    }
    receiver.received.length = 0
    receiver.answer(204)
    await world.live(80 * hour)
    expect(releasesIn(receiver).toSorted((a, b) => a - b)).toEqual(numbers)
    expect(new Set(idsIn(receiver)).size).toBe(numbers.length)
  })

  test('a receiver that does not listen at all is asked again, too', async () => {
    const receiver = await startReceiver()
    const { id } = await world.add(receiver.url)
    const { port } = receiver.server.address() as { port: number }
    receiver.server.close()
    await world.release(published)
    await world.round()
    expect((await world.deliveriesOf(id))[0]).toMatchObject({
      state: 'waiting',
      last: { result: 'unreachable', status: null },
    })
    const again = await startReceiver()
    again.server.close()
    await new Promise<void>((resolve) => again.server.listen(port, '127.0.0.1', resolve))
    world.pass(6000)
    await world.round()
    expect((await world.deliveriesOf(id))[0]).toMatchObject({ state: 'delivered', tries: 2 })
  })

  test('while all goes well the order is that of the releases, one at a time', async () => {
    const receiver = await startReceiver()
    let now = 0
    let most = 0
    receiver.answer((_request, response) => {
      now += 1
      most = Math.max(most, now)
      setTimeout(() => {
        now -= 1
        response.end()
      }, 20)
    })
    await world.add(receiver.url)
    const numbers: number[] = []
    for (let index = 0; index < 8; index += 1) numbers.push(await world.release(published))
    const stop = new AbortController()
    const sending = keepSending(world.sending, stop.signal)
    while (receiver.received.length < 8) await pause(20)
    stop.abort()
    await sending
    expect(releasesIn(receiver)).toEqual(numbers)
    expect(most).toBe(1)
  })

  test('what failed steps aside for newer releases', async () => {
    const receiver = await startReceiver()
    receiver.answer(500)
    await world.add(receiver.url)
    const first = await world.release(published)
    await world.round()
    receiver.answer(200)
    const second = await world.release(published)
    await world.round()
    expect(releasesIn(receiver)).toEqual([first, second])
    world.pass(6000)
    await world.round()
    expect(releasesIn(receiver)).toEqual([first, second, first])
  })
})

describe('cut off', () => {
  test('what a sender took is left alone until its time is over, and then sent by the next one, with the same id', async () => {
    const receiver = await startReceiver()
    const { id } = await world.add(receiver.url)
    await world.release(published)
    await inTransactionOn(world.sending.pool, async (client) => {
      await queueReleases(client, world.now())
      // This sender dies before it writes down what came of it.
      expect(await claimDue(client, world.now())).toHaveLength(1)
    })
    await world.round()
    world.pass(29_000)
    await world.round()
    expect(receiver.received).toHaveLength(0)
    world.pass(2000)
    await world.round()
    expect(receiver.received).toHaveLength(1)
    const [delivery] = await world.deliveriesOf(id)
    expect(delivery).toMatchObject({ state: 'delivered', tries: 2 })
    expect(idsIn(receiver)).toEqual([`msg_${delivery?.id}`])
  })

  test('two senders at once send each message once', async () => {
    const receivers = await Promise.all(Array.from({ length: 4 }, () => startReceiver()))
    for (const { url } of receivers) await world.add(url)
    for (let index = 0; index < 5; index += 1) await world.release(published)
    const both = () => Promise.all([world.round(), world.round(), world.round()])
    for (let turn = 0; turn < 8; turn += 1) await both()
    for (const receiver of receivers) {
      expect(receiver.received).toHaveLength(5)
      expect(new Set(idsIn(receiver)).size).toBe(5)
    }
  })

  test('a receiver that hangs delays no other', async () => {
    const [slow, quick] = [await startReceiver(), await startReceiver()]
    slow.answer(() => undefined)
    const hanging = await world.add(slow.url)
    await world.add(quick.url)
    await world.release(published)
    const stop = new AbortController()
    const sending = keepSending({ ...world.sending, patienceMs: 3000 }, stop.signal)
    const begun = Date.now()
    while (quick.received.length < 1) await pause(10)
    const second = await world.release(published)
    while (quick.received.length < 2) await pause(10)
    expect(Date.now() - begun).toBeLessThan(2000)
    expect(releasesIn(quick).at(-1)).toBe(second)
    expect(slow.received).toHaveLength(1)
    slow.answer(200)
    while ((await world.deliveriesOf(hanging.id)).every(({ last }) => last?.result !== 'timed-out'))
      await pause(20)
    stop.abort()
    await sending
  })

  test('what is done with is forgotten after 90 days, what waits is not', async () => {
    const receiver = await startReceiver()
    const { id } = await world.add(receiver.url)
    await world.release(published)
    await world.round()
    await turnOff(world.desk, id)
    const [done] = await world.deliveriesOf(id)
    await world.owner.query(
      `insert into webhooks.deliveries (endpoint, type, made_at, due_at) select endpoint, 'webhook.test', made_at, made_at from webhooks.deliveries`,
    )
    await forgetOld(world.sending.pool, new Date(world.now().getTime() + 89 * 24 * hour))
    expect(await world.deliveriesOf(id)).toHaveLength(2)
    await forgetOld(world.sending.pool, new Date(world.now().getTime() + 91 * 24 * hour))
    expect((await world.deliveriesOf(id)).map((one) => one.id)).not.toContain(done?.id)
    expect(await world.deliveriesOf(id)).toHaveLength(1)
  })
})
