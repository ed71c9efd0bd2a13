import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, test } from 'vitest'
import { webhookSchema } from '../../src/contract/webhook'
import { deleteEndpoint, renewSecretOf, sendTest, turnOff, turnOn } from '../../src/webhooks/endpoints'
import { inTransactionOn } from '../../src/lib/postgres'
import { claimDue, forgetOld, queueReleases } from '../../src/webhooks/queue'
import { readDeliveries, readEndpoints } from '../../src/webhooks/read-endpoints'
import { replayOne, replaySince } from '../../src/webhooks/replay'
import { pauses } from '../../src/webhooks/schedule'
import { keepSending } from '../../src/webhooks/sender'
import { useDatabase } from '../database'
import { startReceiver, type Receiver } from '../receiver'
import { useWorld } from './webhooks-world'

// From a release to the receiver: what arrives, whose it is, when it is tried again, and that nothing is lost.

const database = useDatabase()
const world = useWorld(database)
const hour = 3_600_000
const published = { kind: 'published' } as const

afterEach(async () => {
  await world.owner.query('delete from webhooks.endpoints; delete from desk.hold')
  await world.round()
})

const bodyOf = (receiver: Receiver, index = 0) =>
  webhookSchema.parse(JSON.parse(receiver.received[index]?.body ?? ''))
const releasesIn = ({ received }: Receiver) =>
  received.map(({ body }) => (JSON.parse(body) as { data: { release: number } }).data.release)
const idsIn = ({ received }: Receiver) => received.map(({ headers }) => headers['webhook-id'])
const deliveriesOf = (id: string) => readDeliveries(world.sending.pool, id, { limit: 100 })

/** Moves the clock from try to try until so much time is over. */
async function live(ms: number, stepMs = 30 * 60_000): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    world.pass(stepMs)
    await world.round()
  }
}

describe('what arrives', () => {
  test('one message for a release, however many documents it changed, with ids and addresses and no content', async () => {
    const receiver = await startReceiver()
    await world.add(receiver.url)
    const number = await world.release(published, { kind: 'changed', slug: 'erik-holm', locales: ['sv'] })
    await world.round()
    await world.round()
    expect(receiver.received).toHaveLength(1)
    const body = bodyOf(receiver)
    expect(body).toMatchObject({
      type: 'release.published',
      data: {
        release: number,
        isComplete: true,
        sync: 'https://api.example.org/v1/sync?locale=en',
        items: [
          {
            resource: 'laureates',
            change: 'published',
            url: 'https://api.example.org/v1/laureates/maria-lind?locale=en',
          },
          {
            resource: 'laureates',
            change: 'changed',
            locales: ['sv'],
            url: 'https://api.example.org/v1/laureates/erik-holm?locale=sv',
          },
        ],
      },
    })
    expect(receiver.received[0]?.headers).toMatchObject({ 'content-type': 'application/json' })
  })

  test('a release that only takes down is a withdrawal, and goes to who asked for these', async () => {
    const [all, withdrawals] = [await startReceiver(), await startReceiver()]
    await world.add(all.url)
    await world.add(withdrawals.url, { events: ['release.withdrawn'] })
    await world.release(published)
    const number = await world.release({ kind: 'withdrawn' })
    await world.round()
    await world.round()
    expect(all.received).toHaveLength(2)
    expect(releasesIn(withdrawals)).toEqual([number])
    expect(bodyOf(withdrawals).type).toBe('release.withdrawn')
  })

  test('a release that changed nothing in public is told to nobody', async () => {
    const receiver = await startReceiver()
    await world.add(receiver.url)
    await world.release()
    await world.round()
    expect(receiver.received).toEqual([])
  })

  test('a message never holds more than 20 KB: a large release says that it is not listed', async () => {
    const receiver = await startReceiver()
    await world.add(receiver.url)
    await world.release(
      ...Array.from({ length: 300 }, (_, index) => ({ ...published, slug: `number-${index}` })),
    )
    await world.release(...Array.from({ length: 90 }, () => ({ ...published, slug: 'x'.repeat(200) })))
    await world.round()
    await world.round()
    for (const index of [0, 1]) {
      expect(Buffer.byteLength(receiver.received[index]?.body ?? '')).toBeLessThanOrEqual(20_000)
      expect(bodyOf(receiver, index)).toMatchObject({ data: { isComplete: false, items: [] } })
    }
  })

  test('an endpoint hears of no release before it', async () => {
    const receiver = await startReceiver()
    await world.release(published)
    await world.add(receiver.url)
    await world.round()
    expect(receiver.received).toEqual([])
  })
})

describe('whose it is', () => {
  test('the reference library accepts the message with the secret, and with no other, and no other body', async () => {
    const receiver = await startReceiver()
    const { secret } = await world.add(receiver.url)
    await world.release(published)
    await world.round()
    const { body, headers } = receiver.received[0] ?? { body: '', headers: {} }
    expect(verifyAt(secret, body, headers)).toEqual(JSON.parse(body))
    expect(() => verifyAt(secret, `${body} `, headers)).toThrow('No matching signature')
    const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
    expect(() => verifyAt(other, body, headers)).toThrow('No matching signature')
    expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32)
  })

  test('while a secret is renewed both hold, for a day; then only the new one', async () => {
    const receiver = await startReceiver()
    const { id, secret: first } = await world.add(receiver.url)
    const { secret: second } = await renewSecretOf(world.desk, id)
    const verified = async (...secrets: string[]) => {
      await world.release(published)
      await world.round()
      const { body, headers } = receiver.received.at(-1) ?? { body: '', headers: {} }
      return secrets.map((secret) => {
        try {
          return Boolean(verifyAt(secret, body, headers))
        } catch {
          return false
        }
      })
    }
    expect(await verified(first, second)).toEqual([true, true])
    world.pass(25 * hour)
    expect(await verified(first, second)).toEqual([false, true])
    const { secret: third } = await renewSecretOf(world.desk, id)
    const { secret: fourth } = await renewSecretOf(world.desk, id)
    expect(await verified(second, third, fourth)).toEqual([false, true, true])
  })

  test('the secret is in the database only encrypted, for this endpoint', async () => {
    const receiver = await startReceiver()
    const one = await world.add(receiver.url)
    const other = await world.add(receiver.url)
    const { rows: sealed } = await world.owner.query<{ sealed: Buffer }>(
      'select sealed from webhooks.secrets',
    )
    for (const row of sealed)
      for (const { secret } of [one, other]) expect(row.sealed.includes(secret.slice(6, 30))).toBe(false)
    await world.owner.query(
      'update webhooks.secrets s set sealed = (select o.sealed from webhooks.secrets o where o.endpoint = $2) where s.endpoint = $1',
      [one.id, other.id],
    )
    await world.release(published)
    await world.round()
    expect(receiver.received).toHaveLength(1)
    expect((await deliveriesOf(one.id))[0]?.last?.result).toBe('unreadable-secret')
  })
})

/** The library knows no clock but the time of day, so it is asked at the time of the message. */
function verifyAt(secret: string, body: string, headers: Record<string, string>): unknown {
  const realNow = Date.now
  Date.now = () => Number(headers['webhook-timestamp']) * 1000
  try {
    return new Webhook(secret).verify(body, headers)
  } finally {
    Date.now = realNow
  }
}

describe('tried again', () => {
  test('the pauses are 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each a little longer, never shorter', async () => {
    const receiver = await startReceiver()
    receiver.answer(500)
    const { id } = await world.add(receiver.url)
    await world.release(published)
    await world.round()
    for (const [index, wait] of pauses.entries()) {
      const [delivery] = await deliveriesOf(id)
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
    const [delivery] = await deliveriesOf(id)
    expect(delivery).toMatchObject({ state: 'given-up', tries: 10, last: { result: 'refused', status: 500 } })
    await live(100 * hour, 5 * hour)
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
      await live(12 * hour)
    }
    receiver.received.length = 0
    receiver.answer(204)
    await live(80 * hour)
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
    expect((await deliveriesOf(id))[0]).toMatchObject({
      state: 'waiting',
      last: { result: 'unreachable', status: null },
    })
    const again = await startReceiver()
    again.server.close()
    await new Promise<void>((resolve) => again.server.listen(port, '127.0.0.1', resolve))
    world.pass(6000)
    await world.round()
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'delivered', tries: 2 })
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

describe('an endpoint', () => {
  test('whose receiver answers 410 is turned off, and that stands in the log', async () => {
    const receiver = await startReceiver()
    receiver.answer(410)
    const { id } = await world.add(receiver.url)
    const first = await world.release(published)
    const second = await world.release(published)
    await world.round()
    await live(2 * hour)
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
    expect((await deliveriesOf(id)).map(({ state }) => state)).toEqual(['waiting', 'given-up'])
    receiver.answer(200)
    await turnOn(world.desk, id)
    await live(2 * hour)
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
    await live(hour)
    expect(receiver.received).toHaveLength(1)
    expect((await deliveriesOf(id))[0]).toMatchObject({ type: 'webhook.test', state: 'given-up' })
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
    await live(2 * hour)
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
    const [delivery] = await deliveriesOf(id)
    await replayOne(world.desk, id, delivery?.id ?? '')
    await world.round()
    expect(receiver.received).toHaveLength(2)
    expect(new Set(idsIn(receiver)).size).toBe(1)
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'delivered', tries: 2 })
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
    const [delivery] = await deliveriesOf(id)
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
    while ((await deliveriesOf(hanging.id)).every(({ last }) => last?.result !== 'timed-out')) await pause(20)
    stop.abort()
    await sending
  })

  test('what is done with is forgotten after 90 days, what waits is not', async () => {
    const receiver = await startReceiver()
    const { id } = await world.add(receiver.url)
    await world.release(published)
    await world.round()
    await turnOff(world.desk, id)
    const [done] = await deliveriesOf(id)
    await world.owner.query(
      `insert into webhooks.deliveries (endpoint, type, made_at, due_at) select endpoint, 'webhook.test', made_at, made_at from webhooks.deliveries`,
    )
    await forgetOld(world.sending.pool, new Date(world.now().getTime() + 89 * 24 * hour))
    expect(await deliveriesOf(id)).toHaveLength(2)
    await forgetOld(world.sending.pool, new Date(world.now().getTime() + 91 * 24 * hour))
    expect((await deliveriesOf(id)).map((one) => one.id)).not.toContain(done?.id)
    expect(await deliveriesOf(id)).toHaveLength(1)
  })
})
