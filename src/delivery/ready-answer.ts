import { IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import { PassThrough } from 'node:stream'

// An answer whose header lines are bytes already. `writeHead` walks and checks every name and value anew, which costs more
// than everything else of an answer from memory. Node has no door for ready lines, so this one gives them as the first part of
// the body, after an opening that is the same for all answers of a second. It uses two private fields of Node's responses;
// `canSendReady` tries once whether they still mean that, and where they do not, everything goes by `writeHead`.

type Private = ServerResponse & { _header: string | null; _headerSent: boolean }

const second = 1000

/** Seconds that a connection is kept open, as it is told to clients. */
export function createReadySender(keepAliveSeconds: number, now: () => number = Date.now) {
  const openings = new Map<number, string>()
  let until = 0
  const openingOf = (status: number): string => {
    const at = now()
    if (at >= until || at < until - second) {
      openings.clear()
      until = at - (at % second) + second
    }
    const known = openings.get(status)
    if (known !== undefined) return known
    const opening =
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nDate: ${new Date(until - second).toUTCString()}\r\n` +
      `Connection: keep-alive\r\nKeep-Alive: timeout=${keepAliveSeconds}\r\n`
    openings.set(status, opening)
    return opening
  }
  // The names of Node.
  /* oxlint-disable no-underscore-dangle */
  return {
    /** Only for an HTTP/1.1 answer to a GET on a connection that stays open. */
    send: (response: ServerResponse, status: number, bytes: Buffer): void => {
      const open = response as Private
      open.statusCode = status
      open._header = openingOf(status)
      open._headerSent = false
      open.end(bytes)
    },
    /** The same for an answer without body: the lines and the empty line. */
    sendLines: (response: ServerResponse, status: number, lines: string): void => {
      const open = response as Private
      open.statusCode = status
      open._header = openingOf(status) + lines
      open._headerSent = false
      open.end()
    },
  }
  /* oxlint-enable no-underscore-dangle */
}

export type ReadySender = ReturnType<typeof createReadySender>

/** Whether this Node sends exactly the bytes that it is given. */
export function canSendReady(sender: ReadySender): boolean {
  try {
    const [answer, lines] = [tryOut(), tryOut()]
    sender.send(answer.response, 200, Buffer.from('Content-Length: 2\r\n\r\nok'))
    sender.sendLines(lines.response, 304, 'ETag: "a"\r\n\r\n')
    return (
      /^HTTP\/1\.1 200 OK\r\nDate: [^\r]+\r\nConnection: [^\r]+\r\nKeep-Alive: [^\r]+\r\nContent-Length: 2\r\n\r\nok$/.test(
        answer.sent(),
      ) && /^HTTP\/1\.1 304 Not Modified\r\n(?:[^\r]+\r\n){3}ETag: "a"\r\n\r\n$/.test(lines.sent())
    )
  } catch {
    return false
  }
}

function tryOut() {
  const wire = new PassThrough()
  const response = new ServerResponse(
    Object.assign(new IncomingMessage(new Socket()), { httpVersionMajor: 1, httpVersionMinor: 1 }),
  )
  response.assignSocket(wire as unknown as Socket)
  return { response, sent: () => String(wire.read() ?? '') }
}
