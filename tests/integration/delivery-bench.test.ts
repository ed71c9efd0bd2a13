import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { root } from '../../src/processes/settings.mjs'

test('the benchmark runs and gives its four ratios', { timeout: 180_000 }, async () => {
  const child = spawn(process.execPath, ['bench/run.mjs', '--quick', '--json'], {
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
  const { ratios, results } = JSON.parse(said.out)
  expect(Object.keys(ratios).toSorted()).toEqual(['304', 'hot', 'list', 'random'])
  for (const ratio of Object.values(ratios)) expect(ratio).toBeGreaterThan(0)
  for (const name of ['hot', 'random', 'list', '304']) {
    expect(results[name].delivery.p99).toBeGreaterThanOrEqual(results[name].delivery.p50)
  }
})
