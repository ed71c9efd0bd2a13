import { connect } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld } from './delivery-world'

const world = useWorld()

beforeAll(async () => {
  await world.publish([{ resource: 'biographies', slug: '2001-anna', years: [2001] }])
})

const target = '/v1/biographies/2001-anna'

/** Everything that comes back for these bytes until the server closes, or until `done`. */
function exchange(bytes: string, done: (received: string) => boolean = () => false): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect({ port: world.delivery.port, host: '127.0.0.1' }, () => socket.write(bytes))
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      received += chunk
      if (done(received)) socket.end()
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
}

const ask = (method: string, lines: string[], version = '1.1') =>
  `${method} ${target} HTTP/${version}\r\nHost: x\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`

function parse(received: string) {
  const [head = '', ...body] = received.split('\r\n\r\n')
  const [status = '', ...lines] = head.split('\r\n')
  const names = lines.map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
  return {
    status,
    names: names.toSorted(),
    lines: new Map(lines.map((line, index) => [names[index], line.slice(line.indexOf(':') + 2)])),
    body: body.join('\r\n\r\n'),
  }
}

describe('on the wire', () => {
  const isWhole = (received: string) => {
    const { lines, body } = parse(received)
    return body.length === Number(lines.get('content-length'))
  }
  const ready = async (lines: string[] = []) => parse(await exchange(ask('GET', lines), isWhole))
  const byHead = async (lines: string[] = []) =>
    parse(await exchange(ask('GET', [...lines, 'Connection: close'])))
  const without = (lines: ReadonlyMap<string | undefined, string>) =>
    [...lines]
      .filter(([name = '']) => !['date', 'connection', 'keep-alive'].includes(name))
      .map((pair) => pair.join(': '))
      .toSorted()

  test('a ready answer is what Node itself would write, and no header comes twice', async () => {
    const [one, other] = [await ready(), await byHead()]
    expect(one.status).toBe('HTTP/1.1 200 OK')
    expect(one.body).toBe(other.body)
    expect(without(one.lines)).toEqual(without(other.lines))
    expect(new Set(one.names).size).toBe(one.names.length)
    expect([one.lines.get('connection'), one.lines.get('keep-alive')]).toEqual(['keep-alive', 'timeout=75'])
    expect([other.lines.get('connection'), other.lines.get('keep-alive')]).toEqual(['close', undefined])
    for (const { lines } of [one, other])
      expect(Math.abs(Date.parse(lines.get('date') ?? '') - Date.now())).toBeLessThan(5000)
  })

  test('so is a 304, with what a cache needs and no more (RFC 9110, section 15.4.5)', async () => {
    const etag = (await ready()).lines.get('etag')
    const held = [`If-None-Match: ${etag}`]
    const one = parse(await exchange(ask('GET', held), (received) => received.endsWith('\r\n\r\n')))
    const other = await byHead(held)
    expect([one.status, one.body, other.body]).toEqual(['HTTP/1.1 304 Not Modified', '', ''])
    expect(without(one.lines)).toEqual(without(other.lines))
    const common = [
      'etag',
      'vary',
      'cache-control',
      'access-control-allow-origin',
      'access-control-expose-headers',
    ]
    expect(new Set(one.names)).toEqual(new Set([...common, 'date', 'connection', 'keep-alive']))
    const isCommon = (line: string) => common.some((name) => line.startsWith(`${name}: `))
    expect(without(one.lines)).toEqual(without((await ready()).lines).filter(isCommon))
  })

  test.each(['websocket', 'h2c'])('who proposes %s is answered, and the connection ends', async (other) => {
    const received = await exchange(
      ask('GET', ['Connection: Upgrade', `Upgrade: ${other}`]) + ask('GET', []) + ask('GET', []),
    )
    const found = parse(received)
    expect([found.status, found.lines.get('connection')]).toEqual(['HTTP/1.1 200 OK', 'close'])
    expect(found.body.length).toBe(Number(found.lines.get('content-length')))
  })

  test('names may come twice: what is held counts from either', async () => {
    const etag = (await ready()).lines.get('etag')
    const lines = ['If-None-Match: "x"', `If-None-Match: ${etag}`]
    const found = parse(await exchange(ask('GET', lines), (received) => received.endsWith('\r\n\r\n')))
    expect(found.status).toBe('HTTP/1.1 304 Not Modified')
  })

  test('HEAD says the same and sends nothing', async () => {
    const head = parse(await exchange(ask('HEAD', []), (received) => received.endsWith('\r\n\r\n')))
    expect([head.status, head.body]).toEqual(['HTTP/1.1 200 OK', ''])
    expect(without(head.lines)).toEqual(without((await ready()).lines))
  })

  test.each(['br', 'gzip'])('%s is ready the second time, and the same', async (coding) => {
    const lines = [`Accept-Encoding: ${coding}`]
    const answers = [await ready(lines), await ready(lines), await byHead(lines)]
    const [first] = answers.map((answer) => [without(answer.lines), answer.body])
    for (const answer of answers) {
      expect(answer.lines.get('content-encoding')).toBe(coding)
      expect([without(answer.lines), answer.body]).toEqual(first)
    }
  })

  test('HTTP/1.0 is closed after its answer, and kept open when it asks for that', async () => {
    const closed = parse(await exchange(ask('GET', [], '1.0')))
    expect([closed.status, closed.lines.get('connection')]).toEqual(['HTTP/1.1 200 OK', 'close'])
    expect(closed.body.length).toBe(Number(closed.lines.get('content-length')))
    const kept = parse(await exchange(ask('GET', ['Connection: keep-alive'], '1.0'), isWhole))
    expect(kept.lines.get('connection')).toBe('keep-alive')
  })

  test('requests that are sent without waiting are answered one after the other', async () => {
    const gone = `GET /v1/biographies/none HTTP/1.1\r\nHost: x\r\n\r\n`
    const received = await exchange(
      ask('GET', []) + gone + ask('HEAD', []) + ask('GET', ['Connection: close']),
    )
    const statuses = [...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)
    expect(statuses).toEqual(['200', '404', '200', '200'])
  })
})
