import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { problemEntry } from './entry'
import { refused } from './refused'

// The server of HTTP/1.1: its bounds, and what it says to those who do not speak it.

// Longer than the usual minute of proxies, so that they close first.
export const keepAliveSeconds = 75

export function makeServer(answer: RequestListener): Server {
  const handler: RequestListener = (request, response) => {
    // Nothing else is spoken here (RFC 9110, section 7.8). Node reads no further on a connection where somebody proposed it.
    if (request.headers.upgrade !== undefined) response.shouldKeepAlive = false
    answer(request, response)
  }
  const server = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      keepAliveTimeout: keepAliveSeconds * 1000,
      connectionsCheckingInterval: 5000,
      noDelay: true,
      // The handler looks at Host itself, and sees when there are several.
      requireHostHeader: false,
      joinDuplicateHeaders: true,
    },
    handler,
  )
  server.timeout = 30_000
  server.maxConnections = 4096
  server.maxHeadersCount = 100
  server.on('checkExpectation', handler)
  server.on('clientError', refuseGarbage)
  return server
}

const garbled = problemEntry(refused('bad-request', { detail: 'This is not a request of HTTP/1.1.' }))
const tooLarge = problemEntry(
  refused('headers-too-large', { detail: 'The address and headers are larger than 16 KiB.' }),
)
const tooSlow = problemEntry(
  refused('too-slow', { detail: 'Headers may take ten seconds, a whole request fifteen.' }),
)
const refusals = new Map([
  ['HPE_HEADER_OVERFLOW', tooLarge],
  ['ERR_HTTP_REQUEST_TIMEOUT', tooSlow],
])

// The parser gave up: there is a socket, but no request to answer.
function refuseGarbage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, identity } = refusals.get(error.code ?? '') ?? garbled
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n`)
  socket.end(identity.bytes)
}
