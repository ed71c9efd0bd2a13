import { expect, test } from 'vitest'
import { runBench } from '../run-bench'

type Step = { p50: number; p95: number; statements: number }
type Found = { sizes: { languages: number; versions: number; steps: Record<string, Step> }[] }

test(
  'steps of editing ask the database as often with more documents, languages and versions',
  {
    timeout: 400_000,
  },
  async () => {
    const [small, large] = (await runBench<Found>('editing')).sizes
    const statements = (size: typeof small) =>
      Object.fromEntries(Object.entries(size?.steps ?? {}).map(([name, step]) => [name, step.statements]))
    expect(Object.keys(statements(small)).length).toBeGreaterThan(6)
    expect(statements(large)).toEqual(statements(small))
    for (const { p50, p95, statements: sent } of Object.values(large?.steps ?? {})) {
      expect(p95).toBeGreaterThanOrEqual(p50)
      expect(sent).toBeGreaterThan(0)
    }
  },
)
