import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Delivery } from '@/delivery'
import { unzip } from '../zip'
import { startTestDelivery, until, useWorld, type Item } from './delivery-world'

// Whoever fetches files holds up nobody else, and costs what is taken, not what is asked for.

const world = useWorld()
const partBytes = 256 * 1024
const sliceBytes = 64 * 1024
// More than the buffers between two sockets hold.
const picture = randomBytes(100 * partBytes + 1)
const portrait = randomUUID()
const href = `/v1/media/${portrait}/abcdefghijklmnopqrst.jpg`
const archive = '/v1/press-kits/peace/2001.zip'
const reports: unknown[] = []
const reading = { slices: 0, now: 0, most: 0, held: Promise.resolve() as Promise<unknown> }
let delivery: Delivery
let year: Item

/** Reads when it is let, and counts how many do. */
async function read<Rows>(rows: () => Promise<Rows>): Promise<Rows> {
  reading.now += 1
  reading.most = Math.max(reading.most, reading.now)
  await reading.held
  return rows().finally(() => (reading.now -= 1))
}

beforeAll(async () => {
  const sha256 = createHash('sha256').update(picture).digest('hex')
  const rendition = { use: 'original', width: 9, height: 9, type: 'image/jpeg', href, sha256 }
  const laureate = randomUUID()
  year = { resource: 'editions', id: randomUUID(), slug: 'peace/2001', years: [2001] }
  await world.publish([
    {
      resource: 'media',
      id: portrait,
      slug: portrait,
      members: { renditions: [{ ...rendition, bytes: picture.length }] },
    },
    { resource: 'laureates', id: laureate, slug: 'anna', members: { portrait } },
    {
      resource: 'citations',
      slug: '2001-anna',
      years: [2001],
      facets: { prizes: ['peace'], laureates: [laureate], media: [portrait] },
    },
    year,
  ])
  const client = await world.writer.connect()
  await client.query('begin')
  await client.query(
    "insert into published.files values ($1, $2, 'image/jpeg', 'media', $3, $4, '', now())",
    [portrait, 'abcdefghijklmnopqrst', sha256, picture.length],
  )
  for (let number = 0; number * partBytes < picture.length; number += 1)
    await client.query('insert into published.file_parts values ($1, $2, $3)', [
      sha256,
      number,
      picture.subarray(number * partBytes, (number + 1) * partBytes),
    ])
  await client.query('commit')
  client.release()
  delivery = await startTestDelivery({
    databaseUrl: world.database.delivery,
    stallMs: 1000,
    memoryBytes: 16 * 1024 * 1024,
    report: (error) => reports.push(error),
    wrapDatabase: (real) => ({
      ...real,
      query: (statement, values) => {
        if (!statement.name.startsWith('file')) return real.query(statement, values)
        if (statement.name === 'file slice') reading.slices += 1
        return read(() => real.query(statement, values))
      },
    }),
  })
})
afterAll(() => delivery?.close())

const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${delivery.port}${path}`, init)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks and takes nothing. */
function open(method: string, path: string): Socket {
  const socket = connect(delivery.port, '127.0.0.1').on('error', () => undefined)
  socket.pause().write(`${method} ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
  return socket
}

const isQuiet = async () => {
  const before = reading.slices
  await pause(300)
  return reading.slices === before && before > 0
}

test('the archive is whole, and the same bytes as long as the kit is the same', async () => {
  const fetched = async () => {
    const answer = await ask(archive)
    return { etag: answer.headers.get('etag'), bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const before = await fetched()
  expect(unzip(before.bytes).get('pictures/anna-print.jpg')?.equals(picture)).toBe(true)
  await world.publish([year])
  await pause(600)
  const after = await fetched()
  expect(after.etag).toBe(before.etag)
  expect(after.bytes.equals(before.bytes)).toBe(true)
})

test.each([href, archive])('who takes nothing of %s gets little read and is sent away', async (path) => {
  reading.slices = 0
  const socket = open('GET', path)
  await until(isQuiet)
  expect(reading.slices * sliceBytes).toBeLessThan(picture.length * 0.7)
  await pause(1500)
  let taken = 0
  socket.on('data', (chunk) => (taken += chunk.length)).resume()
  await once(socket, 'close')
  expect(taken).toBeLessThan(picture.length * 0.7)
})

test.each([href, archive])('who hangs up while %s is sent is no trouble', async (path) => {
  const socket = open('GET', path)
  await until(isQuiet)
  socket.destroy()
  expect((await ask(href, { headers: { range: 'bytes=5-6' } })).status).toBe(206)
  expect(reports).toEqual([])
})

test('two are read for at once, 500 wait, others come again later, and answers wait for none of them', async () => {
  let release: (value?: unknown) => void = () => undefined
  reading.most = 0
  reading.held = new Promise((resolve) => (release = resolve))
  const sockets = Array.from({ length: 500 }, () => open('HEAD', href))
  await until(async () => (await ask(href)).status === 503)
  const refused = await ask(archive, { method: 'HEAD' })
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
  expect((await ask('/v1/laureates?year=1999')).status).toBe(200)
  release()
  for (const socket of sockets) {
    const [head] = (await once(socket.resume(), 'data')) as [Buffer]
    expect(head.toString()).toMatch(/^HTTP\/1\.1 200 /)
    socket.destroy()
  }
  expect(reading.most).toBe(2)
  expect((await ask(href, { method: 'HEAD' })).status).toBe(200)
})
