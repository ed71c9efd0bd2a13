import { spawn, type ChildProcess } from 'node:child_process'
import parsePrometheus from 'parse-prometheus-text-format'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '../../src/processes/bundle.mjs'
import { withClient } from '../../src/processes/database.mjs'
import { root } from '../../src/processes/settings.mjs'
import { environmentFor, useDatabase } from '../database'
import { findTestPort } from '../port'
import { until } from './delivery-world'

const database = useDatabase()
const children: ChildProcess[] = []

beforeAll(async () => {
  for (const name of ['delivery', 'worker']) await bundle(name)
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

async function start(name: 'delivery' | 'worker', env: Record<string, string>) {
  const child = spawn(process.execPath, [`dist/${name}.mjs`], {
    cwd: root,
    env: { ...process.env, ...environmentFor(database), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  children.push(child)
  const said = { text: '' }
  child.stderr?.on('data', (chunk) => (said.text += chunk))
  return said
}

type Family = {
  name: string
  type: string
  help: string
  metrics: { value?: string; labels?: Record<string, string> }[]
}

async function read(port: number): Promise<Map<string, Family>> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const text = await answer.text()
  expectWellFormed(text)
  return new Map((parsePrometheus(text) as Family[]).map((family) => [family.name, family]))
}

/** What promtool refuses: a sample without a type, a name that is none, a counter whose name does not say so. */
function expectWellFormed(text: string): void {
  expect(text.endsWith('\n')).toBe(true)
  const types = new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => [name, type]))
  for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, name = ''] =
      /^([a-zA-Z_:][\w:]*)(\{([a-zA-Z_]\w*="([^"\\\n]|\\.)*",?)*\})? (NaN|[+-]?Inf|[-+\d.e]+)$/i.exec(line) ??
      []
    expect(name, line).not.toBe('')
    expect(types.has(name) || types.has(name.replace(/_(bucket|sum|count)$/, '')), line).toBe(true)
    if (name.startsWith('laureate_')) expect(name.endsWith('_total')).toBe(types.get(name) === 'counter')
  }
}

const valueOf = (families: Map<string, Family>, name: string, labels: Record<string, string> = {}): number =>
  Number(
    families
      .get(name)
      ?.metrics.find((metric) =>
        Object.entries(labels).every(([key, value]) => metric.labels?.[key] === value),
      )?.value,
  )

const isUp = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  )

describe('delivery', () => {
  test('shows what it answered, from where, and how far it has looked', async () => {
    const [port, metrics] = [await findTestPort(), await findTestPort()]
    await start('delivery', { DELIVERY_PORT: `${port}`, DELIVERY_METRICS_PORT: `${metrics}` })
    await until(() => isUp(`http://127.0.0.1:${metrics}/metrics`))
    // The first look empties the memory.
    await until(async () => valueOf(await read(metrics), 'laureate_delivery_head_seq') === 0)
    for (const path of ['/v1/laureates', '/v1/laureates', '/v1/laureates?secret-of-a-reader=1'])
      await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer()
    const families = await read(metrics)
    expect(valueOf(families, 'laureate_delivery_answers_total', { class: '2xx' })).toBe(2)
    expect(valueOf(families, 'laureate_delivery_answers_total', { class: '4xx' })).toBe(1)
    expect(valueOf(families, 'laureate_delivery_memory_hits_total')).toBe(1)
    expect(valueOf(families, 'laureate_delivery_memory_bytes')).toBeGreaterThan(100)
    expect(valueOf(families, 'laureate_delivery_head_seq')).toBe(0)
    expect(valueOf(families, 'laureate_delivery_looked_before_seconds')).toBeLessThan(5)
    expect(valueOf(families, 'laureate_delivery_cut_off')).toBe(0)
    expect(valueOf(families, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
    expect(JSON.stringify([...families])).not.toContain('secret-of-a-reader')
  })

  test('the public port does not show them', async () => {
    const [port, metrics] = [await findTestPort(), await findTestPort()]
    await start('delivery', { DELIVERY_PORT: `${port}`, DELIVERY_METRICS_PORT: `${metrics}` })
    await until(() => isUp(`http://127.0.0.1:${metrics}/metrics`))
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404)
    expect((await fetch(`http://127.0.0.1:${metrics}/v1/laureates`)).status).toBe(404)
  })

  test('says that its database is away', async () => {
    const [port, metrics] = [await findTestPort(), await findTestPort()]
    const away = `postgres://delivery_reader:x@127.0.0.1:${await findTestPort()}/none`
    await start('delivery', {
      DELIVERY_PORT: `${port}`,
      DELIVERY_METRICS_PORT: `${metrics}`,
      DELIVERY_DATABASE_URL: away,
    })
    await until(() => isUp(`http://127.0.0.1:${metrics}/metrics`))
    await until(async () => valueOf(await read(metrics), 'laureate_delivery_cut_off') === 1)
    const families = await read(metrics)
    expect(valueOf(families, 'laureate_delivery_database_errors_total')).toBeGreaterThan(0)
    expect(valueOf(families, 'laureate_delivery_head_seq')).toBeNaN()
  })
})

test('the worker shows its tasks, its queues and how far the public world has come', async () => {
  const port = await findTestPort()
  const own = await database.clone()
  await withClient(own.unguarded(), async (client) => {
    await client.query("insert into desk.hold (reason) values ('A copy.')")
    await client.query('insert into published.releases (number) values (1)')
    await client.query(
      `insert into published.events (seq, release, kind, resource, document_id, slug, locales)
       values (7, 1, 'published', 'laureates', gen_random_uuid(), 'x', '{en}')`,
    )
    await client.query('update published.head set seq = 7, release = 1')
  })
  await start('worker', { WORKER_METRICS_PORT: `${port}`, ...environmentFor(own) })
  await until(() => isUp(`http://127.0.0.1:${port}/metrics`))
  await until(async () => valueOf(await read(port), 'laureate_worker_working') === 1)
  const task = { task: 'public bodies' }
  await until(
    async () => valueOf(await read(port), 'laureate_worker_task_success_timestamp_seconds', task) > 1e9,
  )
  const families = await read(port)
  expect(valueOf(families, 'laureate_worker_beat_timestamp_seconds')).toBeGreaterThan(1e9)
  expect(valueOf(families, 'laureate_published_head_seq')).toBe(7)
  expect(valueOf(families, 'laureate_hold')).toBe(1)
  expect(valueOf(families, 'laureate_mail_waiting')).toBe(0)
  await until(
    async () => valueOf(await read(port), 'laureate_worker_task_trouble', { task: 'order of events' }) === 1,
  )
})
