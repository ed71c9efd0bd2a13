import {
  request as requestByHttp,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http'
import { request as requestByHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { addressesOf, type Reach, type Trouble } from './destination'

/** What became of a try. `status`: what the receiver answered, if it did. */
export type Result =
  | 'accepted'
  | 'gone'
  | 'redirected'
  | 'refused'
  | 'timed-out'
  | 'unreachable'
  | 'bad-certificate'
  | 'bad-answer'
  | 'unreadable-secret'
  | Trouble
export type Outcome = { result: Result; status?: number }

export type Posting = Reach & {
  /** How long resolving, connecting, sending and waiting may take together, in ms. */
  patienceMs?: number
  /** Certificates to trust instead of those of the world. */
  ca?: string
}

const patienceMs = 15_000
export const mostBytes = 20_000
const mostHeaderBytes = 16 * 1024
const mostOfReply = 4 * 1024
const replyPatienceMs = 1000

/** Sends `body` once. Never rejects, never follows a redirect, keeps nothing of the reply. */
export async function post(
  url: URL,
  message: { headers: Record<string, string>; body: string },
  posting: Posting,
): Promise<Outcome> {
  const signal = AbortSignal.timeout(posting.patienceMs ?? patienceMs)
  try {
    const addresses = await addressesOf(url, posting, signal)
    if (!Array.isArray(addresses)) return { result: addresses }
    return await send({ url, addresses, signal, ca: posting.ca }, message)
  } catch (error) {
    return { result: signal.aborted ? 'timed-out' : resultOf(error) }
  }
}

type Way = { url: URL; addresses: string[]; signal: AbortSignal; ca: string | undefined }

function send(
  way: Way,
  { headers, body }: { headers: Record<string, string>; body: string },
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const request = open(way, {
      ...headers,
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      'User-Agent': 'Laureate-Desk-Webhooks/1',
    })
    request.on('error', reject)
    // Asked for neither: the connection is of no use.
    request.on('upgrade', (reply, socket) => {
      socket.destroy()
      resolve(outcomeOf(reply))
    })
    request.on('response', (reply) => {
      resolve(outcomeOf(reply))
      drop(reply, request)
    })
    request.end(body)
  })
}

function open({ url, addresses, signal, ca }: Way, headers: Record<string, string>): ClientRequest {
  const options: RequestOptions & { ca?: string; rejectUnauthorized: true } = {
    method: 'POST',
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    headers: { Host: url.host, ...headers },
    agent: false,
    lookup: lookupIn(addresses),
    maxHeaderSize: mostHeaderBytes,
    signal,
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
  }
  return url.protocol === 'https:' ? requestByHttps(options) : requestByHttp(options)
}

/** Answers what was looked at before, whatever the name says by now. */
const lookupIn =
  (addresses: readonly string[]): LookupFunction =>
  (_host, { all }, callback) => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    if (all) callback(null, found)
    else callback(null, found[0]?.address ?? '', found[0]?.family)
  }

// A receiver that is cut off while it answers may take that for an error, so a short reply is read to its end.
function drop(reply: IncomingMessage, request: ClientRequest): void {
  let read = 0
  const end = () => request.destroy()
  const timer = setTimeout(end, replyPatienceMs)
  reply.on('data', (chunk: Buffer) => {
    read += chunk.length
    if (read > mostOfReply) end()
  })
  reply.on('error', () => undefined)
  reply.on('close', () => {
    clearTimeout(timer)
    end()
  })
}

function outcomeOf({ statusCode: status = 0 }: IncomingMessage): Outcome {
  if (status >= 200 && status < 300) return { result: 'accepted', status }
  if (status === 410) return { result: 'gone', status }
  return { result: status >= 300 && status < 400 ? 'redirected' : 'refused', status }
}

function resultOf(error: unknown): Result {
  const code = String((error as { code?: unknown } | null)?.code)
  if (/CERT|^ERR_TLS|^ERR_SSL|^UNABLE_TO|^EPROTO|SELF_SIGNED/.test(code)) return 'bad-certificate'
  return code.startsWith('HPE_') ? 'bad-answer' : 'unreachable'
}
