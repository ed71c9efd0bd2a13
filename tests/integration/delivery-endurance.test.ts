import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle } from '../../src/processes/bundle.mjs'
import { root } from '../../src/processes/settings.mjs'
import { environmentFor } from '../database'
import { findTestPort } from '../port'
import { startTestDelivery, until, useWorld } from './delivery-world'

const world = useWorld()
beforeAll(async () => {
  await bundle('delivery')
  await world.publish([{ resource: 'biographies', slug: '2001-anna' }])
})

type Answer = { status: number; isLast: boolean }

/** One client with one connection: what it asked for and what came back whole. */
async function openClient(port: number) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let received = Buffer.alloc(0)
  let told: (answer: Answer | 'lost') => void = () => undefined
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    const end = received.indexOf('\r\n\r\n')
    const head = received.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (end < 0 || received.length < end + 4 + length) return
    received = Buffer.alloc(0)
    told({ status: Number(head.slice(9, 12)), isLast: /connection: close/i.test(head) })
  })
  socket.on('error', () => undefined)
  socket.on('close', () => told('lost'))
  return {
    socket,
    ask: (target: string): Promise<Answer | 'lost'> =>
      new Promise((resolve) => {
        told = resolve
        socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`)
      }),
  }
}

/** Asks on and on until no connection is taken any more. How many were answered, and how many lost. */
async function askUntilRefused(port: number, pauseMs: number) {
  const count = { answered: 0, lost: 0 }
  for (;;) {
    const client = await openClient(port).catch(() => undefined)
    if (!client) return count
    for (let isLast = false; !isLast;) {
      // Some are in memory, some ask the database each time.
      const answer = await client.ask(
        count.answered % 3 === 0
          ? `/v1/laureates?q=x${Math.random().toString(36).slice(2)}`
          : '/v1/biographies/2001-anna',
      )
      if (answer === 'lost') count.lost += 1
      else count.answered += 1
      isLast = answer === 'lost' || answer.isLast
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
    client.socket.destroy()
  }
}

test('no request is lost when the process is told to end', { timeout: 60_000 }, async () => {
  const port = await findTestPort()
  const child = spawn(process.execPath, ['dist/delivery.mjs'], {
    cwd: root,
    env: { ...process.env, ...environmentFor(world.database), DELIVERY_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ended = once(child, 'exit')
  try {
    await until(() =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    const clients = [...Array.from({ length: 12 }, () => 0), 20, 50, 150, 400].map((pauseMs) =>
      askUntilRefused(port, pauseMs),
    )
    await new Promise((resolve) => setTimeout(resolve, 1000))
    child.kill('SIGTERM')
    const counts = await Promise.all(clients)
    expect(counts.map(({ lost }) => lost)).toEqual(counts.map(() => 0))
    expect(Math.min(...counts.map(({ answered }) => answered))).toBeGreaterThan(1)
    expect((await ended)[0]).toBe(0)
  } finally {
    child.kill('SIGKILL')
  }
})

test('a thousand idle and slow connections hurt nobody, and the slow ones are closed', async () => {
  const { port } = world.delivery
  const open: Socket[] = []
  afterAll(() => open.forEach((socket) => socket.destroy()))
  for (let count = 0; count < 1000; count += 1) {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.on('error', () => undefined)
    open.push(socket)
  }
  await until(async () => open.every(({ connecting }) => !connecting))
  const slow = open.slice(0, 100)
  const ends = slow.map((socket) => once(socket, 'close'))
  for (const socket of slow) socket.write('GET /v1/laureates HTTP/1.1\r\nHost: x\r\nX-Slow: ')
  const dripping = setInterval(() => slow.forEach((socket) => socket.writable && socket.write('x')), 500)
  const heard = slow.map(() => '')
  slow.forEach((socket, index) => socket.on('data', (chunk) => (heard[index] += chunk.toString())))
  const waits: number[] = []
  for (let count = 0; count < 100; count += 1) {
    const since = performance.now()
    expect((await world.get('/v1/biographies/2001-anna')).status).toBe(200)
    waits.push(performance.now() - since)
  }
  const [median = Infinity] = waits.toSorted((a, b) => a - b).slice(50)
  expect(median).toBeLessThan(100)
  // Whoever has not said their headers within ten seconds is sent away.
  await Promise.all(ends)
  clearInterval(dripping)
  const [first = ''] = heard
  expect(first).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
  expect(first).toContain('urn:problem-type:laureate-desk:too-slow')
  expect(open.slice(100).filter(({ destroyed }) => destroyed)).toEqual([])
}, 60_000)

test('refusals without a database are errors to caches, so that they may go on with what they have', async () => {
  const delivery = await startTestDelivery({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' })
  const held = await world.get('/v1/biographies/2001-anna')
  expect(held.headers.get('cache-control')).toContain('stale-if-error=86400')
  for (const address of ['/v1/biographies/2001-anna', '/v1/biographies/none', '/v1/laureates', '/v1/sync']) {
    const refusal = await fetch(`http://127.0.0.1:${delivery.port}${address}`)
    // Never 404 or 410: that would tell caches to forget.
    expect([refusal.status, refusal.headers.get('cache-control')]).toEqual([503, 'no-store'])
  }
  await delivery.close()
})
