import { beforeAll, expect, test } from 'vitest'
import { useWorld } from './delivery-world'

const world = useWorld()

beforeAll(async () => {
  await world.publish([{ resource: 'laureates', slug: 'anna' }])
})

test('delivery counts what it answered, from where, and how far it has looked', async () => {
  const before = world.delivery.counts()
  const first = await world.get('/v1/laureates/anna')
  await world.get('/v1/laureates/anna')
  await world.get('/v1/laureates/anna', { 'if-none-match': first.headers.get('etag') ?? '' })
  await world.get('/v1/laureates/nobody')
  const after = world.delivery.counts()
  const grown = (name: keyof typeof after.answers) => after.answers[name] - before.answers[name]
  expect([grown('2xx'), grown('3xx'), grown('4xx'), grown('5xx')]).toEqual([2, 1, 1, 0])
  expect([after.hits - before.hits, after.misses - before.misses]).toEqual([2, 2])
  expect(after.memory.entries - before.memory.entries).toBe(2)
  expect(after.memory.bytes).toBeGreaterThan(before.memory.bytes)
  expect(after.memory.bytes).toBeLessThan(after.memory.limitBytes)
  expect(after).toMatchObject({ databaseErrors: 0, cutOffSince: null, head: { release: 1 } })
  expect(after.lookedBeforeMs).toBeLessThan(10_000)
})
