import { createServer, STATUS_CODES, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { createCounter, readCounts, type Counter, type Counts } from './counts'
import { createHandler } from './handle-request'
import { createSend } from './send-answer'
import { keepAnswers } from './keep-answers'
import { createMemory } from './memory'
import { openDatabase, type Database } from './database'
import type { Publisher } from './publisher'
import { problemEntry } from './entry'
import { prepareEnd } from './end-server'
import { createReadiness } from './readiness'
import { openSpill, type Spill } from './spill'
import { refused } from './refused'
import { watchHead } from './watch-head'
import { watchMemory } from './watch-memory'

export type DeliverySettings = {
  databaseUrl: string
  host: string
  /** 0 takes any free port. */
  port: number
  memoryBytes: number
  /** Where answers are kept for a start without database; nowhere if absent. */
  answersFile?: string
  /** Bounds the file beside it for what memory has no room for; none if absent. */
  spillBytes?: number
  publisher: Publisher
  /** Told of everything that is not as it should be; never of requests or bodies. */
  report: (error: unknown) => void
  /** How long a silent connection stays open when the end has come; two seconds where it is not given. */
  silentMs?: number
  /** For tests: sees or replaces the database. */
  wrapDatabase?: (database: Database) => Database
}

export type Delivery = {
  port: number
  close: () => Promise<void>
  /** What it did since it started. */
  counts: () => Counts
}

const connections = 8
const pollMs = 250
// Longer than the usual minute of proxies, so that they close first.
const keepAliveSeconds = 75
const silentMs = 2000
const firstLookMs = 500

/** Starts the delivery API. Resolves when it listens, with or without a database. Rejects when the port is taken. */
export async function startDelivery(settings: DeliverySettings): Promise<Delivery> {
  const { databaseUrl, publisher, report, wrapDatabase = (database) => database } = settings
  const spill = spillBeside(settings)
  const memory = createMemory(settings.memoryBytes, spill)
  const endWatch = watchMemory(memory)
  const counter = createCounter()
  const reportDatabase = countErrors(counter, report)
  const database = wrapDatabase(openDatabase(databaseUrl, connections, reportDatabase))
  // The watch has a connection of its own: a full queue of questions must not delay it.
  const watchDatabase = wrapDatabase(openDatabase(databaseUrl, 1, reportDatabase))
  const readiness = createReadiness()
  const kept = keepAnswers({
    memory,
    readiness,
    report,
    file: settings.answersFile,
    settings: JSON.stringify(publisher),
  })
  const ending = prepareEnd(settings.silentMs ?? silentMs)
  const send = createSend({ readiness, counter, keepAliveSeconds, isEnding: ending.isEnding })
  const server = makeServer(
    createHandler({ database, memory, readiness, publisher, counter, send, begin: ending.begin, report }),
  )
  ending.watch(server)
  const watch = watchHead(watchDatabase, {
    everyMs: pollMs,
    last: kept.head,
    moved: kept.moved,
    lost: readiness.lost,
    saw: (head) => {
      counter.head = head
      counter.lookedAt = Date.now()
      readiness.saw()
    },
  })
  // So that the first answer is not older than the world; not for long, because the database may be away.
  await Promise.race([watch.first, new Promise((resolve) => setTimeout(resolve, firstLookMs))])
  const close = async () => {
    endWatch()
    await ending.end()
    await watch.stop()
    await kept.close()
    await Promise.all([spill?.close(), database.close(), watchDatabase.close()])
  }
  const port = await listen(server, settings).catch(async (error: unknown) => {
    await close()
    throw error
  })
  const counts = () => readCounts(counter, { memory: memory.size(), cutOffSince: readiness.cutOffSince() })
  return { port, close, counts }
}

const countErrors = (counter: Counter, report: (error: unknown) => void) => (error: unknown) => {
  counter.databaseErrors += 1
  report(error)
}

// Without it everything works, only slower.
function spillBeside({ answersFile, spillBytes = 0, report }: DeliverySettings): Spill | undefined {
  if (answersFile === undefined || spillBytes === 0) return undefined
  try {
    return openSpill(`${answersFile}.rest.${process.pid}`, spillBytes, report)
  } catch (error) {
    report(error)
    return undefined
  }
}

function makeServer(handler: ReturnType<typeof createHandler>): Server {
  const server = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      keepAliveTimeout: keepAliveSeconds * 1000,
      connectionsCheckingInterval: 5000,
      noDelay: true,
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

// The parser gave up: there is a socket, but no request to answer.
function refuseGarbage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const isLarge = error.code === 'HPE_HEADER_OVERFLOW'
  const { bytes } = (isLarge ? tooLarge : garbled).identity
  const status = isLarge ? 431 : 400
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n`)
  socket.end(bytes)
}

function listen(server: Server, { host, port }: DeliverySettings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}
