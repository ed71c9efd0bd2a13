import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { renewSecretOf } from '../../src/webhooks/endpoints'
import { useDatabase } from '../database'
import { startReceiver } from '../receiver'
import { bodyOf, hour, published, releasesIn, useFreshWorld } from './webhooks-world'

// From a release to the receiver: what arrives, and whose it is.

const world = useFreshWorld(useDatabase())

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
    expect((await world.deliveriesOf(one.id))[0]?.last?.result).toBe('unreadable-secret')
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
