import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { root } from '../../src/processes/settings.mjs'

type Step = { p50: number; p95: number; statements: number }
type Found = { sizes: { languages: number; versions: number; steps: Record<string, Step> }[] }

test(
  'steps of editing ask the database as often with more documents, languages and versions',
  {
    timeout: 400_000,
  },
  async () => {
    const child = spawn(process.execPath, ['bench/editing.mjs', '--quick', '--json'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { out: '', error: '' }
    child.stdout.on('data', (chunk) => (said.out += chunk))
    child.stderr.on('data', (chunk) => (said.error += chunk))
    const code = await new Promise((resolve) => {
      child.once('close', resolve)
    })
    expect([code, code === 0 ? '' : said.error]).toEqual([0, ''])
    const [small, large] = (JSON.parse(said.out) as Found).sizes
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
