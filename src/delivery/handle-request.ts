import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isHeldByClient } from './conditional'
import { countAnswer, type Counter } from './counts'
import { cacheControl, problemEntry, withCoding, type Entry, type Variant } from './entry'
import type { Memory } from './memory'
import { negotiateCoding, type Coding } from './negotiate-coding'
import { cutOffHead } from './readiness'
import { readTarget } from './read-target'
import { readWanted, type Sources } from './read-wanted'
import { internal, methodNotAllowed, Refused } from './refused'

type Tools = Sources & { memory: Memory; counter: Counter; report: (error: unknown) => void }
type Exchange = { request: IncomingMessage; response: ServerResponse; target: string }

/** Answers requests: from memory at once, else with at most one query, the same for all who ask meanwhile. */
export function createHandler(tools: Tools): RequestListener {
  const { memory, counter } = tools
  const answerMissing = createMissing(tools)
  return (request, response) => {
    const target = request.url ?? ''
    const isGet = request.method === 'GET'
    const entry = isGet ? memory.get(target) : undefined
    if (entry) {
      counter.hits += 1
      return answer(tools, { request, response, target }, entry)
    }
    if (isGet || request.method === 'HEAD') return answerMissing({ request, response, target })
    if (request.method === 'OPTIONS') return answerOptions(tools, response)
    return send(tools, { request, response, target }, [problemEntry(methodNotAllowed), 'identity'])
  }
}

const optionsHead = [
  'Allow',
  'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Allow-Methods',
  'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers',
  'If-None-Match, If-Modified-Since',
  'Access-Control-Max-Age',
  '86400',
  'Cache-Control',
  'no-store',
  'X-Content-Type-Options',
  'nosniff',
]

function answerOptions({ counter }: Tools, response: ServerResponse): void {
  countAnswer(counter, 204)
  response.writeHead(204, optionsHead)
  response.end()
}

function createMissing(tools: Tools) {
  const { memory, counter } = tools
  const making = new Map<string, Promise<Entry>>()
  const make = async (target: string): Promise<Entry> => {
    const generation = memory.generation()
    const entry = await makeEntry(tools, target)
    if (isWorthKeeping(entry)) memory.keep(target, entry, generation)
    return entry
  }
  // Requests for the same target share one query, unless the world moved since it began.
  const share = (target: string): Promise<Entry> => {
    const key = `${memory.generation()} ${target}`
    const shared = making.get(key) ?? make(target).finally(() => making.delete(key))
    making.set(key, shared)
    return shared
  }
  return (exchange: Exchange): void => {
    const known = memory.get(exchange.target)
    if (known) counter.hits += 1
    else counter.misses += 1
    if (known) return answer(tools, exchange, known)
    share(exchange.target)
      .then((entry) => answer(tools, exchange, entry))
      .catch(tools.report)
  }
}

// What may not be held by others is not held here either: it is of this very moment.
const isWorthKeeping = ({ status, shared }: Entry): boolean =>
  [200, 308, 404, 410].includes(status) && !shared.includes(cacheControl.never)

// Never rejects: what is no refusal is a bug, told to the log and not to the world.
async function makeEntry(tools: Tools, target: string): Promise<Entry> {
  try {
    return await readWanted(tools, readTarget(target))
  } catch (error) {
    if (error instanceof Refused) return problemEntry(error)
    tools.report(error)
    return problemEntry(internal)
  }
}

function answer(tools: Tools, exchange: Exchange, entry: Entry): void {
  const accepted = exchange.request.headers['accept-encoding']
  const coding = accepted === undefined || !entry.isCompressible ? 'identity' : negotiateCoding(accepted)
  if (coding === 'identity' || entry[coding]) return send(tools, exchange, [entry, coding])
  compress(tools, exchange, { entry, coding })
}

// Compressed once, when somebody first asks for it; kept beside the plain bytes.
const underWay = { br: new WeakMap<Entry, Promise<Entry>>(), gzip: new WeakMap<Entry, Promise<Entry>>() }

function compress(tools: Tools, exchange: Exchange, { entry, coding }: Compressing): void {
  const { memory, report } = tools
  const generation = memory.generation()
  const making = underWay[coding].get(entry) ?? withCoding(entry, coding)
  underWay[coding].set(entry, making)
  making
    .then((fuller) => {
      const kept = memory.get(exchange.target)
      // Another coding may have been added meanwhile.
      if (kept?.identity === entry.identity)
        memory.keep(exchange.target, { ...fuller, ...kept, [coding]: fuller[coding] }, generation)
      send(tools, exchange, [fuller, coding])
    })
    .catch((error: unknown) => {
      report(error)
      if (!exchange.response.headersSent) send(tools, exchange, [entry, 'identity'])
    })
}

type Compressing = { entry: Entry; coding: 'br' | 'gzip' }

type Sent = readonly [entry: Entry, coding: Coding]

function send({ readiness, counter }: Tools, { request, response }: Exchange, [entry, coding]: Sent): void {
  const variant: Variant = entry[coding] ?? entry.identity
  const withState = (head: string[]) => (readiness.cutOffSince() ? [...head, ...cutOffHead] : head)
  if (entry.status === 200 && isHeldByClient(request.headers, variant.etag, entry.modifiedAt)) {
    countAnswer(counter, 304)
    response.writeHead(304, withState(variant.notModified))
    response.end()
    return
  }
  countAnswer(counter, entry.status)
  response.writeHead(entry.status, withState(variant.head))
  if (request.method === 'HEAD') response.end()
  else response.end(variant.body)
}
