import type { ServerResponse } from 'node:http'
import { isHeldByClient } from './conditional'
import { countAnswer, type Counter } from './counts'
import { bodyOf, headOf, notModifiedHeadOf, notModifiedLines, type Entry, type Variant } from './entry'
import type { Notice, Readiness } from './readiness'
import { canSendReady, createReadySender } from './ready-answer'

/** Sends an entry in one of its codings: the whole answer, or that the client holds it already. */
export type Send = (response: ServerResponse, entry: Entry, variant: Variant) => void

type Sending = {
  readiness: Readiness
  counter: Counter
  keepAliveSeconds: number
  /** The server takes no more connections; each that has its answer is closed. */
  isEnding: () => boolean
}

export function createSend({ readiness, counter, keepAliveSeconds, isEnding }: Sending): Send {
  const sender = createReadySender(keepAliveSeconds)
  const canSend = canSendReady(sender)
  return (response, entry, variant) => {
    const isHeld =
      entry.status === 200 && isHeldByClient(response.req.headers, variant.etag, entry.modifiedAt)
    const status = isHeld ? 304 : entry.status
    countAnswer(counter, status)
    if (isEnding()) response.shouldKeepAlive = false
    const notice = readiness.notice()
    if (!canSend || notice || !isPlain(response)) return sendByHead(response, { status, variant, notice })
    if (isHeld) sender.sendLines(response, status, notModifiedLines(variant))
    else sender.send(response, status, variant.bytes)
  }
}

const isPlain = ({ req, shouldKeepAlive }: ServerResponse): boolean =>
  shouldKeepAlive && req.method === 'GET' && req.httpVersion === '1.1'

type Sent = { status: number; variant: Variant; notice: Notice | null }

function sendByHead(response: ServerResponse, { status, variant, notice }: Sent): void {
  const head = status === 304 ? notModifiedHeadOf(variant) : headOf(variant)
  // What could not be answered was not held here.
  response.writeHead(status, notice && status < 500 ? [...head, ...notice] : head)
  if (status === 304 || response.req.method === 'HEAD') response.end()
  else response.end(bodyOf(variant))
}
