import { expect, test } from 'vitest'
import { runBench } from '../run-bench'

type Pairs = { ratio: number }
type Rate = { perSecond: number }
type Waits = { p50: number; p99: number }
type Found = {
  found: {
    addresses: number
    zipf: Pairs
    roomy: Pairs
    first: Rate
    uniform: Rate
    steady: { alone: Waits; publishing: Waits }
    idle: Waits
    coldStartMs: number
  }
}

test('the benchmark of many award entries runs and measures everything', { timeout: 240_000 }, async () => {
  const { found } = await runBench<Found>('large')
  expect(found.addresses).toBe(40 * 12 * 3)
  for (const pairs of [found.zipf, found.roomy]) expect(pairs.ratio).toBeGreaterThan(0)
  for (const rate of [found.first.perSecond, found.uniform.perSecond]) expect(rate).toBeGreaterThan(0)
  for (const waits of [found.steady.alone, found.steady.publishing, found.idle])
    expect(waits.p99).toBeGreaterThanOrEqual(waits.p50)
  expect(found.coldStartMs).toBeGreaterThan(0)
})
