import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

// From which address a connection comes. Next hands a route no socket, and the `x-forwarded-for` that it fills in
// from the socket is kept as it is when the client has sent one: anybody could write any address there. Node itself
// announces each request before any server sees it, with its socket. The address is written into a header whose
// name nobody outside this process knows, so it can be neither sent nor left standing.

// On the global object: a bundler may hold this module more than once.
const key = Symbol.for('laureate-desk.peer-header')
const known = globalThis as unknown as Record<symbol, string | undefined>

/** The name of the header that holds the address of the connection; made on the first call. */
export const peerHeader = (): string => (known[key] ??= `x-desk-peer-${randomUUID()}`)

/** From now on every request to this process carries the address of its connection. */
export function markPeers(): void {
  const name = peerHeader()
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[name] = request.socket.remoteAddress ?? ''
  })
}
