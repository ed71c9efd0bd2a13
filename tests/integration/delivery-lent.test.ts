import { connect } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Delivery } from '@/delivery'
import { startTestDelivery, useWorld } from './delivery-world'

// Answers are sent from bytes that memory uses again. Whoever reads slowly, while everything in memory gives way to something
// else many times, still gets exactly what was asked for.

const world = useWorld()
const folder = mkdtempSync(path.join(tmpdir(), 'laureate-desk-lent-'))
const many = Array.from({ length: 60 }, (_, n) => n)
const slugOf = (n: number) => `laureate-${n}`
const target = (n: number) => `/v1/laureates/${slugOf(n)}?locale=en`
const whole = new Map<string, string>()
let cramped: Delivery
let spilling: Delivery

beforeAll(async () => {
  await world.publish(
    many.map((n) => ({
      resource: 'laureates' as const,
      slug: slugOf(n),
      locales: ['en' as const],
      members: { education: { text: `${n} `.repeat(40_000), locale: 'en', isFallback: false } },
    })),
  )
  for (const n of many) whole.set(target(n), await (await world.get(target(n))).text())
  const settings = { databaseUrl: world.database.delivery, memoryBytes: 2_000_000 }
  cramped = await startTestDelivery(settings)
  const answersFile = path.join(folder, 'answers.bin')
  spilling = await startTestDelivery({ ...settings, answersFile, spillBytes: 64 * 1024 * 1024 })
})
afterAll(async () => {
  await cramped.close()
  await spilling.close()
  rmSync(folder, { recursive: true })
})

/** Asks for all of these at once and reads nothing before it is told to. Then returns the bodies, in order. */
function askSlowly(port: number, targets: string[]): () => Promise<string[]> {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.pause()
  socket.write(targets.map((one) => `GET ${one} HTTP/1.1\r\nHost: x\r\n\r\n`).join(''))
  return async () => {
    const bodies: string[] = []
    let received: Buffer = Buffer.alloc(0)
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      received = Buffer.concat([received, chunk])
      for (let found = takeBody(received); found; found = takeBody(received)) {
        bodies.push(found.body)
        received = found.rest
      }
      if (bodies.length === targets.length) break
    }
    return bodies
  }
}

function takeBody(received: Buffer): { body: string; rest: Buffer } | undefined {
  const at = received.indexOf('\r\n\r\n') + 4
  if (at < 4) return undefined
  const length = Number(/Content-Length: (\d+)/.exec(received.toString('latin1', 0, at))?.[1])
  if (received.length < at + length) return undefined
  return { body: received.toString('utf8', at, at + length), rest: received.subarray(at + length) }
}

describe.each([
  ['memory alone', () => cramped],
  ['memory and the file beside it', () => spilling],
])('%s', (_, of) => {
  const ask = async (n: number) =>
    (
      await fetch(`http://127.0.0.1:${of().port}${target(n)}`, { headers: { 'accept-encoding': 'identity' } })
    ).text()

  test('who reads slowly gets what was asked for, byte for byte', async () => {
    const wanted = many.filter((n) => n < 12)
    // So that they come from memory, or from the file.
    for (const n of [...wanted, ...wanted]) await ask(n)
    const readers = wanted.map((n) => {
      const targets = Array.from({ length: 60 }, (__, step) =>
        target(wanted[(n + step) % wanted.length] ?? 0),
      )
      return { targets, read: askSlowly(of().port, targets) }
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    for (let round = 0; round < 3; round += 1)
      for (const n of many) expect(await ask(n)).toBe(whole.get(target(n)))
    for (const { targets, read } of readers) {
      const bodies = await read()
      expect(bodies.length).toBe(targets.length)
      expect(bodies.every((body, index) => body === whole.get(targets[index] ?? ''))).toBe(true)
    }
  }, 60_000)
})
