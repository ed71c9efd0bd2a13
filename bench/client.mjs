// A client that costs little: requests are bytes made beforehand, answers are counted, not parsed.

import { connect } from 'node:net'

const endOfHead = Buffer.from('\r\n\r\n')
const lengthName = Buffer.from('Content-Length: ')

/**
 * The bytes of a GET.
 *
 * @param {string} target
 * @param {Record<string, string>} headers
 */
export function makeRequest(target, headers = {}) {
  const lines = Object.entries({ Host: 'bench', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`)
}

const sorted = (latencies) => Float64Array.from(latencies).toSorted()

/**
 * Asks over keep-alive connections, each the next as soon as it has its answer, for `ms` or until nothing is next.
 *
 * @param {{ port: number, connections: number, ms: number, next: () => Buffer | undefined, status: number }} load
 * @returns {Promise<{ count: number, seconds: number, latencies: Float64Array }>} latencies in ms, sorted
 */
export async function runLoad({ port, connections, ms, next, status }) {
  const latencies = []
  const start = performance.now()
  const until = start + ms
  const run = () =>
    new Promise((resolve, reject) => {
      let asked = 0
      const connection = openConnection({
        port,
        status,
        ready: () => {
          const now = performance.now()
          if (asked > 0) latencies.push(now - asked)
          const request = asked > 0 && now >= until ? undefined : next()
          asked = now
          if (request) connection.ask(request)
          else connection.close()
        },
        closed: resolve,
        failed: reject,
      })
    })
  await Promise.all(Array.from({ length: connections }, run))
  return {
    count: latencies.length,
    seconds: (performance.now() - start) / 1000,
    latencies: sorted(latencies),
  }
}

/**
 * Asks `perSecond` times a second, whether answers come or not; a wait begins when the question was due.
 *
 * @param {{ port: number, connections: number, ms: number, perSecond: number, next: () => Buffer, status: number }} load
 * @returns {Promise<Float64Array>} latencies in ms, sorted
 */
export async function runSteadily({ port, connections, ms, perSecond, next, status }) {
  const latencies = []
  const idle = []
  const due = []
  const open = []
  /** @type {Error | undefined} */
  let failure
  const give = () => {
    while (idle.length > 0 && due.length > 0) {
      // Each in turn: one that says nothing for ten seconds is closed.
      const connection = idle.shift()
      connection.askedFor = due.shift()
      connection.ask(next())
    }
  }
  const opened = Array.from(
    { length: connections },
    () =>
      new Promise((resolve, reject) => {
        const connection = openConnection({
          port,
          status,
          ready: () => {
            if (connection.askedFor !== undefined) latencies.push(performance.now() - connection.askedFor)
            connection.askedFor = undefined
            idle.push(connection)
            resolve(undefined)
            give()
          },
          closed: () => undefined,
          failed: (error) => {
            failure ??= error
            reject(error)
          },
        })
        open.push(connection)
      }),
  )
  await Promise.all(opened)
  const start = performance.now()
  const all = Math.floor((ms / 1000) * perSecond)
  for (let made = 0; made < all || latencies.length < all;) {
    const now = performance.now()
    for (; made < all && start + (made * 1000) / perSecond <= now; made += 1)
      due.push(start + (made * 1000) / perSecond)
    give()
    if (failure) throw failure
    if (now - start > ms + 30_000) throw new Error('Answers do not come.')
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  for (const connection of open) connection.close()
  return sorted(latencies)
}

/**
 * A keep-alive connection with one question under way at a time. `ready`: it is open, or the answer is complete.
 *
 * @param {{ port: number, status: number, ready: () => void, closed: (nothing?: undefined) => void, failed: (error: Error) => void }} options
 */
function openConnection({ port, status, ready, closed, failed }) {
  const expected = `HTTP/1.1 ${status} `
  let missing = 0
  let held = Buffer.alloc(0)
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  // The head of the answer, then as many bytes as that says.
  const take = (chunk) => {
    if (missing > 0) {
      missing -= chunk.length
      return missing === 0 ? ready() : undefined
    }
    const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk
    const end = bytes.indexOf(endOfHead)
    if (end < 0) return (held = bytes)
    held = Buffer.alloc(0)
    if (bytes.latin1Slice(0, expected.length) !== expected) {
      return failed(new Error(`Expected ${status}, got: ${bytes.latin1Slice(0, 200)}`))
    }
    missing = end + 4 + readLength(bytes, end) - bytes.length
    return missing === 0 ? ready() : undefined
  }
  // The handlers may need what is returned here.
  socket.on('connect', () => setImmediate(ready))
  socket.on('data', take)
  socket.on('error', failed)
  socket.on('close', () => closed())
  return { askedFor: undefined, ask: (bytes) => socket.write(bytes), close: () => socket.destroy() }
}

function readLength(bytes, end) {
  const at = bytes.indexOf(lengthName)
  if (at < 0 || at > end) return 0
  return Number(bytes.latin1Slice(at + lengthName.length, bytes.indexOf(13, at)))
}
