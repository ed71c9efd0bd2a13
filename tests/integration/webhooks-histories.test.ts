import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { inTransactionOn } from '../../src/lib/postgres'
import { renewSecretOf } from '../../src/webhooks/endpoints'
import { claimDue, queueReleases } from '../../src/webhooks/queue'
import { readDeliveries } from '../../src/webhooks/read-endpoints'
import { useDatabase } from '../database'
import { startReceiver } from '../receiver'
import { useWorld } from './webhooks-world'

// Whatever happens to receiver and sender within three days: each release arrives, under one id.

const database = useDatabase()
const world = useWorld(database)
const hour = 3_600_000
const seed = Date.now() % 1_000_000
const runs = Number(process.env['WEBHOOK_RUNS'] ?? 12)
afterAll(() => void process.stdout.write(`fast-check seed ${seed}\n`))

const event = fc.oneof(
  fc.record({
    does: fc.constant('release' as const),
    kind: fc.constantFrom('published', 'withdrawn', 'changed'),
  }),
  fc.record({
    does: fc.constant('answer' as const),
    status: fc.constantFrom(200, 204, 301, 400, 404, 429, 500, 503),
  }),
  fc.record({
    does: fc.constant('pass' as const),
    ms: fc.constantFrom(1000, 6000, 20 * 60_000, hour, 5 * hour),
  }),
  fc.record({ does: fc.constantFrom('round' as const, 'rounds' as const, 'die' as const, 'renew' as const) }),
)
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never

async function play(
  happened: Event,
  id: string,
  answer: (status: number) => void,
): Promise<number | undefined> {
  if (happened.does === 'release') return world.release({ kind: happened.kind })
  if (happened.does === 'answer') answer(happened.status)
  if (happened.does === 'pass') world.pass(happened.ms)
  if (happened.does === 'round') await world.round()
  if (happened.does === 'rounds') await Promise.all([world.round(), world.round()])
  if (happened.does === 'renew') await renewSecretOf(world.desk, id)
  if (happened.does === 'die')
    await inTransactionOn(world.sending.pool, async (client) => {
      await queueReleases(client, world.now())
      await claimDue(client, world.now())
    })
  return undefined
}

test('nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 14 }), async (history) => {
      await world.owner.query('delete from webhooks.endpoints')
      const receiver = await startReceiver()
      const { id } = await world.add(receiver.url)
      const released: number[] = []
      for (const happened of history)
        released.push(...[await play(happened, id, receiver.answer)].filter((one) => one !== undefined))
      receiver.answer(200)
      for (let passed = 0; passed < 90 * hour; passed += hour) {
        world.pass(hour)
        await world.round()
      }
      const arrived = new Map<number, Set<string>>()
      for (const { body, headers } of receiver.received) {
        const { release } = (JSON.parse(body) as { data: { release: number } }).data
        arrived.set(release, (arrived.get(release) ?? new Set()).add(headers['webhook-id'] ?? ''))
      }
      expect([...arrived.keys()].toSorted((a, b) => a - b)).toEqual(released)
      for (const ids of arrived.values()) expect(ids.size).toBe(1)
      const deliveries = await readDeliveries(world.sending.pool, id, { limit: 100 })
      expect(deliveries.filter(({ state }) => state !== 'delivered')).toEqual([])
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
})
