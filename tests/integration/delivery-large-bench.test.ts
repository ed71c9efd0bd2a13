import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { root } from '../../src/processes/settings.mjs'

test('the benchmark of many award entries runs and measures everything', { timeout: 240_000 }, async () => {
  const child = spawn(process.execPath, ['bench/large.mjs', '--quick', '--json'], {
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
  const { found } = JSON.parse(said.out)
  expect(found.addresses).toBe(40 * 12 * 3)
  for (const pairs of [found.zipf, found.roomy]) expect(pairs.ratio).toBeGreaterThan(0)
  for (const rate of [found.first.perSecond, found.uniform.perSecond]) expect(rate).toBeGreaterThan(0)
  for (const waits of [found.steady.alone, found.steady.publishing, found.idle])
    expect(waits.p99).toBeGreaterThanOrEqual(waits.p50)
  expect(found.coldStartMs).toBeGreaterThan(0)
})
