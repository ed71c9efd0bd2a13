import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '../../src/processes/bundle.mjs'
import { root } from '../../src/processes/settings.mjs'
import { environmentFor, useDatabase } from '../database'
import { findTestPort } from '../port'
import { until } from './delivery-world'

const database = useDatabase()
const children: ChildProcess[] = []
let inputs: string[] = []

beforeAll(async () => {
  const { inputs: files, outputs } = await bundle('delivery')
  const imported = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  inputs = [...Object.keys(files), ...imported]
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

async function start(port: number) {
  const env = { ...process.env, ...environmentFor(database), DELIVERY_PORT: String(port) }
  const child = spawn(process.execPath, ['dist/delivery.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  children.push(child)
  const said = { text: '' }
  child.stderr?.on('data', (chunk) => (said.text += chunk))
  // All that it said has arrived by then.
  const silent = child.stderr ? once(child.stderr, 'close') : undefined
  const ended = Promise.all([once(child, 'exit'), silent]).then(([[code]]) => code)
  return { child, said, ended, base: `http://127.0.0.1:${port}` }
}

const isUp = (base: string) =>
  fetch(`${base}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  )

describe('the process', () => {
  test('holds neither Payload, Next nor React', () => {
    expect(inputs.length).toBeGreaterThan(20)
    const strangers = inputs.filter((name) => /payload(?!-types)|next|react|drizzle/.test(name))
    expect(strangers).toEqual([])
  })

  test('makes no pictures and reaches no bucket', () => {
    const strangers = inputs.filter((name) =>
      /sharp|exifreader|aws-sdk|smithy|^src\/(?:media|publishing)\//.test(name),
    )
    expect(strangers).toEqual([])
  })

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'ends in order on %s, with lines of JSON that tell no address',
    async (signal) => {
      const { child, said, ended, base } = await start(await findTestPort())
      await until(() => isUp(base))
      await fetch(`${base}/v1/laureates?q=secretive`)
      child.kill(signal)
      expect(await ended).toBe(0)
      const lines = said.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(lines.map(({ message }) => message)).toEqual(['listening', 'ending'])
      expect(said.text).not.toContain('secretive')
    },
  )

  test('answers GraphQL from its one file', async () => {
    const { base } = await start(await findTestPort())
    await until(() => isUp(base))
    const answer = await fetch(
      `${base}/graphql?${new URLSearchParams({ query: '{ laureates { meta { total } } }' })}`,
    )
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { data: { laureates: { meta: { total: 0 } } } },
    ])
  })

  test('ends when its parent is gone', async () => {
    const { child, ended, base } = await start(await findTestPort())
    await until(() => isUp(base))
    child.disconnect()
    expect(await ended).toBe(0)
  })

  test('says in one line that its port is taken', async () => {
    const port = await findTestPort()
    const other = createServer()
    await new Promise<void>((resolve) => {
      other.listen(port, '127.0.0.1', () => resolve())
    })
    const { said, ended } = await start(port)
    expect(await ended).toBe(1)
    expect(said.text.trim().split('\n')).toHaveLength(1)
    expect(said.text).toContain(String(port))
    other.close()
  })
})
