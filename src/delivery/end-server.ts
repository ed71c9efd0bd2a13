import type { Server } from 'node:http'
import { Server as PlainServer, type Socket } from 'node:net'

// Ends a server so that no request is lost: the port is given back at once, so new connections are refused before
// anything was sent on them. On those that are open, the next answer says that it is the last one. What stays silent
// is closed after a while, and what takes too long after another.

const lastAnswersMs = 4000

export type Ending = {
  isEnding: () => boolean
  /** An answer that is being made; the function tells that it was given to its connection. */
  begin: (socket: Socket) => () => void
  end: () => Promise<void>
}

/** `silentMs`: how long a connection may stay silent before it is closed. */
export function prepareEnd(silentMs: number): Ending & { watch: (server: Server) => void } {
  const open = new Set<Socket>()
  const underWay = new Map<object, Socket>()
  let ending = false
  let server: Server | undefined
  const closeSilent = () => {
    const busy = new Set(underWay.values())
    // What was written to the others is sent before they close.
    for (const socket of open) if (!busy.has(socket)) socket.destroySoon()
  }
  return {
    watch: (watched) => {
      server = watched
      watched.on('connection', (socket) => {
        open.add(socket)
        socket.once('close', () => open.delete(socket))
      })
    },
    isEnding: () => ending,
    begin: (socket) => {
      const key = {}
      underWay.set(key, socket)
      return () => underWay.delete(key)
    },
    end: async () => {
      ending = true
      // Connections that wait to be accepted are accepted first.
      await new Promise((resolve) => setImmediate(resolve))
      await closePort(server, { silentMs, closeSilent, closeAll: () => server?.closeAllConnections() })
    },
  }
}

type Closing = { silentMs: number; closeSilent: () => void; closeAll: () => void }

function closePort(server: Server | undefined, { silentMs, closeSilent, closeAll }: Closing): Promise<void> {
  if (!server?.listening) return Promise.resolve()
  return new Promise((resolve) => {
    const timers = [setTimeout(closeSilent, silentMs), setTimeout(closeAll, lastAnswersMs)]
    // Not `server.close`: that one also closes connections on which a request may be on its way.
    PlainServer.prototype.close.call(server, () => {
      timers.forEach(clearTimeout)
      resolve()
    })
  })
}
