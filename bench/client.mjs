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

/**
 * Asks over keep-alive connections, each the next as soon as it has its answer, for `ms`.
 *
 * @param {{ port: number, connections: number, ms: number, next: () => Buffer, status: number }} load
 * @returns {Promise<{ count: number, seconds: number, latencies: Float64Array }>} latencies in ms, sorted
 */
export async function runLoad(load) {
  const latencies = []
  const start = performance.now()
  const until = start + load.ms
  const workers = Array.from({ length: load.connections }, () => runConnection(load, until, latencies))
  await Promise.all(workers)
  const seconds = (performance.now() - start) / 1000
  return { count: latencies.length, seconds, latencies: Float64Array.from(latencies).toSorted() }
}

function runConnection({ port, next, status }, until, latencies) {
  const expected = `HTTP/1.1 ${status} `
  return new Promise((resolve, reject) => {
    let asked = 0
    let missing = 0
    let held = Buffer.alloc(0)
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const ask = () => {
      asked = performance.now()
      socket.write(next())
    }
    const finish = () => {
      const now = performance.now()
      latencies.push(now - asked)
      if (now < until) ask()
      else socket.destroy()
    }
    // One answer is under way at a time: its head, then as many bytes as that says.
    const take = (chunk) => {
      if (missing > 0) {
        missing -= chunk.length
        return missing === 0 ? finish() : undefined
      }
      const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk
      const end = bytes.indexOf(endOfHead)
      if (end < 0) return (held = bytes)
      held = Buffer.alloc(0)
      if (bytes.latin1Slice(0, expected.length) !== expected) {
        return reject(new Error(`Expected ${status}, got: ${bytes.latin1Slice(0, 200)}`))
      }
      missing = end + 4 + readLength(bytes, end) - bytes.length
      return missing === 0 ? finish() : undefined
    }
    socket.on('connect', ask)
    socket.on('data', take)
    socket.on('error', reject)
    socket.on('close', () => resolve(undefined))
  })
}

function readLength(bytes, end) {
  const at = bytes.indexOf(lengthName)
  if (at < 0 || at > end) return 0
  return Number(bytes.latin1Slice(at + lengthName.length, bytes.indexOf(13, at)))
}
