import { expect, test } from 'vitest'
import { runBench } from '../run-bench'

type Found = {
  ratios: Record<string, number>
  results: Record<string, { delivery: { p50: number; p99: number } }>
}

test('the benchmark runs and gives its four ratios', { timeout: 180_000 }, async () => {
  const { ratios, results } = await runBench<Found>('run')
  expect(Object.keys(ratios).toSorted()).toEqual(['304', 'hot', 'list', 'random'])
  for (const ratio of Object.values(ratios)) expect(ratio).toBeGreaterThan(0)
  for (const name of ['hot', 'random', 'list', '304']) {
    expect(results[name]?.delivery.p99).toBeGreaterThanOrEqual(results[name]?.delivery.p50 ?? Infinity)
  }
})
