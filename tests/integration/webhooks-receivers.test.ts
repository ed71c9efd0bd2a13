import { createServer as createSocketServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { post, type Posting } from '../../src/webhooks/post'
import { certificate } from '../certificate'
import { useDatabase } from '../database'
import { startReceiver, type Receiver } from '../receiver'
import { until } from './delivery-world'
import { useWorld } from './webhooks-world'

// Receivers that are slow, huge, elsewhere or not who they say they are: each ends a try with a word of its own, soon, and
// nothing of it is kept.

const database = useDatabase()
const world = useWorld(database)
const local: Posting = {
  allowed: ['127.0.0.0/8'],
  resolve: () => Promise.resolve(['127.0.0.1']),
  patienceMs: 1500,
}
const send = (url: string, posting: Posting = local) =>
  post(new URL(url), { headers: {}, body: '{}' }, posting)

const raw: Server[] = []
afterAll(() => {
  for (const server of raw) server.close()
})

/** A server that speaks as it likes. */
async function startSocket(speak: (socket: Socket) => void): Promise<string> {
  const server = createSocketServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => speak(socket))
  })
  raw.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

describe('contained', () => {
  test('one that never answers', async () => {
    const receiver = await startReceiver()
    receiver.answer(() => undefined)
    const begun = Date.now()
    expect(await send(receiver.url)).toEqual({ result: 'timed-out' })
    expect(Date.now() - begun).toBeLessThan(2500)
  })

  test('one that never answers is waited for fifteen seconds, where nobody says how long', async () => {
    const receiver = await startReceiver()
    receiver.answer(() => undefined)
    const { patienceMs: _said, ...unsaid } = local
    const begun = performance.now()
    expect(await send(receiver.url, unsaid)).toEqual({ result: 'timed-out' })
    const waited = performance.now() - begun
    expect(waited).toBeGreaterThan(14_900)
    expect(waited).toBeLessThan(19_000)
  })

  test('one that sends its head byte by byte', async () => {
    const url = await startSocket((socket) => {
      const timer = setInterval(() => socket.write('H'), 100)
      socket.on('close', () => clearInterval(timer))
    })
    expect(['timed-out', 'bad-answer']).toContain((await send(url)).result)
  })

  test('one whose head never ends', async () => {
    let sent = 0
    const url = await startSocket((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const line = `x-more: ${'x'.repeat(8000)}\r\n`
      const timer = setInterval(() => {
        sent += line.length
        socket.write(line)
      }, 5)
      socket.on('close', () => clearInterval(timer))
    })
    expect(await send(url)).toEqual({ result: 'bad-answer' })
    expect(sent).toBeLessThan(1_000_000)
  })

  test('one that says “go on” without end', async () => {
    const url = await startSocket((socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 100 Continue\r\n\r\n'), 5)
      socket.on('close', () => clearInterval(timer))
    })
    expect(await send(url)).toEqual({ result: 'timed-out' })
  })

  test('one that says no HTTP at all', async () => {
    expect(await send(await startSocket((socket) => socket.end('SSH-2.0-server\r\n')))).toEqual({
      result: 'bad-answer',
    })
  })

  test('one that wants another protocol', async () => {
    const url = await startSocket((socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
    )
    expect(await send(url)).toEqual({ result: 'refused', status: 101 })
  })

  test('one whose reply does not end: its status counts, the rest is cut off', async () => {
    const receiver = await startReceiver()
    let sent = 0
    let isClosed = false
    receiver.answer((_request, response) => {
      response.writeHead(200)
      const chunk = Buffer.alloc(64 * 1024)
      const pour = () => {
        if (response.destroyed) return
        sent += chunk.length
        if (response.write(chunk)) setImmediate(pour)
        else response.once('drain', pour)
      }
      response.on('close', () => (isClosed = true))
      pour()
    })
    const before = process.memoryUsage.rss()
    expect(await send(receiver.url)).toEqual({ result: 'accepted', status: 200 })
    await until(async () => isClosed)
    expect(sent).toBeLessThan(20 * 1024 * 1024)
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024)
  })

  test('one whose reply comes drop by drop is left after a second', async () => {
    const receiver = await startReceiver()
    let closedAt = 0
    receiver.answer((_request, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'), 100)
      response.on('close', () => {
        clearInterval(timer)
        closedAt = Date.now()
      })
    })
    const begun = Date.now()
    expect(await send(receiver.url, { ...local, patienceMs: 20_000 })).toEqual({
      result: 'accepted',
      status: 200,
    })
    await until(async () => closedAt > 0)
    expect(closedAt - begun).toBeLessThan(5000)
  })

  test('one that answers before it read anything', async () => {
    expect(
      await send(await startSocket((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))),
    ).toEqual({
      result: 'accepted',
      status: 200,
    })
  })
})

describe('led elsewhere', () => {
  test.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
    const [receiver, elsewhere] = [await startReceiver(), await startReceiver()]
    receiver.answer((_request, response) => response.writeHead(status, { Location: elsewhere.url }).end())
    expect(await send(receiver.url)).toEqual({ result: 'redirected', status })
    expect(elsewhere.received).toEqual([])
  })

  test('a name that was public when it was saved and is private now is not connected to', async () => {
    const receiver = await startReceiver()
    const closed: Posting = { ...local, allowed: [] }
    expect(await send(`https://rebind.example.org/`, closed)).toEqual({ result: 'private' })
    expect(await send(receiver.url, closed)).toEqual({ result: 'not-https' })
    expect(receiver.received).toEqual([])
  })

  test('the name is asked once, and the connection goes to what was looked at', async () => {
    const receiver = await startReceiver()
    const { port } = new URL(receiver.url)
    let asked = 0
    const resolve = () => Promise.resolve(asked++ === 0 ? ['127.0.0.1'] : ['10.0.0.1'])
    expect(await send(`http://rebind.example.org:${port}/hook`, { ...local, resolve })).toEqual({
      result: 'accepted',
      status: 200,
    })
    expect(asked).toBe(1)
    expect(receiver.received[0]?.headers['host']).toBe(`rebind.example.org:${port}`)
  })

  test('an endpoint whose name moves into a private network gets nothing more, and says so', async () => {
    const receiver = await startReceiver()
    const { id } = await world.add(receiver.url)
    await world.owner.query(
      `update webhooks.endpoints set url = 'https://rebind.example.org/' where id = $1`,
      [id],
    )
    await world.release({ kind: 'published' })
    Object.assign(world.sending, { resolve: () => Promise.resolve(['10.0.0.1']) })
    await world.round()
    const { rows } = await world.owner.query('select result from webhooks.tries')
    expect(rows).toEqual([{ result: 'private' }])
    await world.owner.query('delete from webhooks.endpoints')
  })
})

describe('at saving', () => {
  const refused = [
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/',
    'https://user@example.org/',
    'https://exämple.org/',
    'https://example.org:22/',
    'http://example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'https://rebind.example.org/',
    'https://localhost./',
  ]
  test.each(refused)('%s is refused in words, and nothing is stored', async (url) => {
    const { addEndpoint } = await import('../../src/webhooks/endpoints')
    const desk = { ...world.desk, allowed: [], resolve: () => Promise.resolve(['10.0.0.1']) }
    const wish = { url, description: '', events: ['release.published'] }
    await expect(addEndpoint(desk, wish)).rejects.toMatchObject({ code: 'unfit' })
    const { rows } = await world.owner.query('select * from webhooks.endpoints')
    expect(rows).toEqual([])
  })
})

describe('by https', () => {
  let receiver: Receiver
  let url: string
  beforeAll(async () => {
    receiver = await startReceiver(certificate)
    url = receiver.url.replace('127.0.0.1', 'receiver.example.org')
  })

  test('a receiver with the certificate of its name gets the message', async () => {
    expect(await send(url, { ...local, ca: certificate.cert })).toEqual({ result: 'accepted', status: 200 })
    expect(receiver.received).toHaveLength(1)
  })

  test.each([
    ['that nobody vouches for', {}, 'receiver.example.org'],
    ['of another name', { ca: certificate.cert }, 'other.example.org'],
  ])('one with a certificate %s gets nothing', async (_what, trust, host) => {
    receiver.received.length = 0
    const result = await send(receiver.url.replace('127.0.0.1', host), { ...local, ...trust })
    expect(result).toEqual({ result: 'bad-certificate' })
    expect(receiver.received).toEqual([])
  })

  test('one that speaks no TLS gets nothing', async () => {
    const plain = await startReceiver()
    expect((await send(plain.url.replace('http:', 'https:'))).result).toBe('bad-certificate')
    expect(plain.received).toEqual([])
  })
})
