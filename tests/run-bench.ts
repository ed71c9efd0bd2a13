import { spawn } from 'node:child_process'
import { expect } from 'vitest'
import { root } from '../src/processes/settings.mjs'

/** Runs a benchmark with the least that it can do; what it measured. */
export async function runBench<Found>(name: string): Promise<Found> {
  const child = spawn(process.execPath, [`bench/${name}.mjs`, '--quick', '--json'], {
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
  return JSON.parse(said.out) as Found
}
