import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { answerOptions, optionsHeadOf } from './answer-options'
import type { Counter } from './counts'
import type { Reading } from './database'
import { problemEntry, withCoding, type Entry } from './entry'
import type { Ending } from './end-server'
import { isGraphql } from './graphql-request'
import { createGraphqlHandler } from './handle-graphql'
import type { Memory } from './memory'
import { negotiateCoding, type Coding } from './negotiate-coding'
import { createArchives } from './press-kit-archive'
import { readTarget } from './read-target'
import { readWanted, type Sources } from './read-wanted'
import { internal, methodNotAllowed, notOneHost, Refused } from './refused'
import type { Send } from './send-answer'
import { createStreams } from './streams'

type Tools = Sources & {
  files: Reading
  stallMs: number
  memory: Memory
  counter: Counter
  send: Send
  begin: Ending['begin']
  report: (error: unknown) => void
}

/** Answers requests: from memory at once, else with at most one query, the same for all who ask meanwhile. */
export function createHandler(tools: Tools): RequestListener {
  const { memory, counter } = tools
  const share = createMaker(tools)
  const answerMissing = createMissing(tools, share)
  const sendStreamed = createStreams({
    ...tools,
    entryOf: async (target) => memory.get(target) ?? recallWhole(memory, target) ?? share(target),
    archiveOf: createArchives(),
    answer: (response, entry) => tools.send(response, entry, entry.identity),
    refuse: (response, refusal) => sendProblem(tools, response, refusal),
  })
  const answerGraphql = createGraphqlHandler(tools, (response, { key, entry }) =>
    answerKept(tools, response, { entry, target: key }),
  )
  return (request, response) => {
    if (!namesOneHost(request)) return refuseHosts(tools, response)
    const isGet = request.method === 'GET'
    const target = request.url ?? ''
    const entry = isGet ? memory.get(target) : undefined
    if (entry) {
      counter.hits += 1
      return answer(tools, response, entry)
    }
    if (isGraphql(target)) return answerGraphql(response)
    if (isGet || request.method === 'HEAD')
      return sendStreamed(response) ? undefined : answerMissing(response)
    if (request.method === 'OPTIONS') return answerOptions(counter, response, optionsHead)
    return sendProblem(tools, response, methodNotAllowed)
  }
}

// RFC 9112, section 3.2. Several are joined with a space, which no host has.
const namesOneHost = ({ headers: { host }, httpVersion }: IncomingMessage): boolean =>
  host === undefined ? httpVersion === '1.0' : !host.includes(' ')

function refuseHosts(tools: Tools, response: ServerResponse): void {
  // It says so itself; nothing else may say that the connection stays.
  response.shouldKeepAlive = false
  sendProblem(tools, response, notOneHost)
}

function sendProblem({ send }: Tools, response: ServerResponse, refusal: Refused): void {
  const entry = problemEntry(refusal)
  send(response, entry, entry.identity)
}

const optionsHead = optionsHeadOf('GET, HEAD, OPTIONS', 'If-None-Match, If-Modified-Since, Range, If-Range')

type Share = (target: string) => Promise<Entry>

/** Makes answers. Requests for the same target share one query, unless the world moved since it began. */
function createMaker(tools: Tools): Share {
  const { memory } = tools
  const making = new Map<string, Promise<Entry>>()
  const make = async (target: string): Promise<Entry> => {
    const generation = memory.generation()
    const entry = await makeEntry(tools, target)
    if (isWorthKeeping(entry)) memory.keep(target, entry, generation)
    return entry
  }
  return (target) => {
    const key = `${memory.generation()} ${target}`
    const shared = making.get(key) ?? make(target).finally(() => making.delete(key))
    making.set(key, shared)
    return shared
  }
}

function recallWhole(memory: Memory, target: string): Entry | undefined {
  const lent = memory.recall(target)
  return lent && memory.adopt(target, lent)
}

function createMissing(tools: Tools, share: Share) {
  const { memory, counter } = tools
  return (response: ServerResponse): void => {
    const target = response.req.url ?? ''
    // HEAD comes here as well.
    const known = memory.get(target)
    if (known) counter.hits += 1
    if (known) return answer(tools, response, known)
    if (answerRecalled(tools, response)) return
    counter.misses += 1
    const done = tools.begin(response.req.socket)
    share(target)
      .then((entry) => answer(tools, response, entry))
      .catch(tools.report)
      .finally(done)
  }
}

// What is asked for again and again comes back into memory; what is asked for once does not drive anything out.
const adoptedShare = 1 / 4

/** Sends what left memory, if it is not lost. */
function answerRecalled(tools: Tools, response: ServerResponse): boolean {
  const { memory, counter, send } = tools
  const { url = '', headers, socket } = response.req
  const lent = memory.recall(url)
  if (!lent) return false
  counter.hits += 1
  const variant = lent[codingFor(lent, headers['accept-encoding'])]
  if (variant === undefined || Math.random() < adoptedShare) {
    answer(tools, response, memory.adopt(url, lent))
    return true
  }
  send(response, lent, variant)
  // What could not be sent at once still needs the bytes.
  if (response.writableLength > 0 || socket.writableLength > 0) memory.giveAway()
  return true
}

// What may not be held by others is not held here either: it is of this very moment.
const isWorthKeeping = ({ status, isOfThisMoment }: Entry): boolean =>
  !isOfThisMoment && [200, 308, 404, 410].includes(status)

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

const codingFor = ({ isCompressible }: Entry, accepted: string | undefined): Coding =>
  accepted === undefined || !isCompressible ? 'identity' : negotiateCoding(accepted)

function answer(tools: Tools, response: ServerResponse, entry: Entry): void {
  if (response.req.headers['accept-encoding'] === undefined || !entry.isCompressible)
    return tools.send(response, entry, entry.identity)
  answerKept(tools, response, { entry, target: response.req.url ?? '' })
}

/** `target`: the name under which memory may have it. */
function answerKept(tools: Tools, response: ServerResponse, { entry, target }: Kept): void {
  const coding = codingFor(entry, response.req.headers['accept-encoding'])
  const variant = entry[coding]
  if (variant) return tools.send(response, entry, variant)
  if (coding !== 'identity') compress(tools, response, { entry, coding, target })
}

type Kept = { entry: Entry; target: string }

// Compressed once, when somebody first asks for it; kept beside the plain bytes.
const underWay = { br: new WeakMap<Entry, Promise<Entry>>(), gzip: new WeakMap<Entry, Promise<Entry>>() }

type Compressing = Kept & { coding: 'br' | 'gzip' }

function compress(tools: Tools, response: ServerResponse, { entry, coding, target }: Compressing): void {
  const { memory, report, send } = tools
  const done = tools.begin(response.req.socket)
  const generation = memory.generation()
  const making = underWay[coding].get(entry) ?? withCoding(entry, coding)
  underWay[coding].set(entry, making)
  making
    .then((fuller) => {
      const kept = memory.get(target)
      // Another coding may have been added meanwhile.
      if (kept?.identity === entry.identity)
        memory.keep(target, { ...kept, [coding]: fuller[coding] }, generation)
      send(response, fuller, fuller[coding] ?? fuller.identity)
    })
    .catch((error: unknown) => {
      report(error)
      if (!response.headersSent) send(response, entry, entry.identity)
    })
    .finally(done)
}
