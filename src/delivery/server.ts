import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCounter, readCounts, type Counter, type Counts } from './counts'
import { createHandler } from './handle-request'
import { keepAliveSeconds, makeServer } from './http-server'
import { createSend } from './send-answer'
import { keepAnswers } from './keep-answers'
import { keepTickShape } from './keep-tick-shape'
import { createMemory } from './memory'
import { openDatabase, type Database, type Reading } from './database'
import type { Publisher } from './publisher'
import { prepareEnd } from './end-server'
import { createReadiness, type Readiness } from './readiness'
import { openSpill, type Spill } from './spill'
import { mostStreams } from './streams'
import { createTurns } from './turns'
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
  /** How long a reader of a file may take nothing; half a minute where it is not given. */
  stallMs?: number
  /** How long the publishing side may give no sign of life; half a minute where it is not given. */
  quietMs?: number
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
const fileConnections = 2
const stallMs = 30_000
const pollMs = 250
const silentMs = 2000
const firstLookMs = 500

/** Starts the delivery API. Resolves when it listens, with or without a database. Rejects when the port is taken. */
export async function startDelivery(settings: DeliverySettings): Promise<Delivery> {
  void keepTickShape()
  const { publisher, report } = settings
  const spill = spillBeside(settings)
  const memory = createMemory(settings.memoryBytes, spill)
  const endWatch = watchMemory(memory)
  const counter = createCounter()
  const { database, files, watchDatabase, ...databases } = openDatabases(settings, counter)
  const readiness = createReadiness({ quietMs: settings.quietMs })
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
    createHandler({
      files,
      stallMs: settings.stallMs ?? stallMs,
      database,
      memory,
      readiness,
      publisher,
      counter,
      send,
      begin: ending.begin,
      report,
    }),
  )
  ending.watch(server)
  const watch = startWatch(watchDatabase, { kept, readiness, counter })
  // So that the first answer is not older than the world; not for long, because the database may be away.
  await Promise.race([watch.first, new Promise((resolve) => setTimeout(resolve, firstLookMs))])
  const close = async () => {
    endWatch()
    await ending.end()
    await watch.stop()
    await kept.close()
    await Promise.all([spill?.close(), databases.close()])
  }
  const port = await listen(server, settings).catch(async (error: unknown) => {
    await close()
    throw error
  })
  const counts = () => readCounts(counter, { memory: memory.size(), readiness })
  return { port, close, counts }
}

type Watching = { kept: ReturnType<typeof keepAnswers>; readiness: Readiness; counter: Counter }

const startWatch = (database: Database, { kept, readiness, counter }: Watching) =>
  watchHead(database, {
    everyMs: pollMs,
    last: kept.head,
    moved: kept.moved,
    lost: readiness.lost,
    saw: (head, beat) => {
      counter.head = head
      counter.beatAgeMs = beat && beat.ageMs
      counter.lookedAt = Date.now()
      readiness.saw(beat)
    },
  })

function openDatabases({ databaseUrl, report, wrapDatabase }: DeliverySettings, counter: Counter) {
  const open = (size: number): Database => {
    const database = openDatabase(databaseUrl, size, countErrors(counter, report))
    return wrapDatabase ? wrapDatabase(database) : database
  }
  // Neither a full queue of questions delays the watch, nor do files delay questions.
  const [database, watchDatabase, files] = [open(connections), open(1), open(fileConnections)]
  return {
    database,
    watchDatabase,
    files: readInTurn(files),
    close: () => Promise.all([database.close(), watchDatabase.close(), files.close()]),
  }
}

// Everybody who fetches a file gets a slice in turn; waiting for that, unlike for a connection, has no end.
function readInTurn({ query }: Database): Reading {
  const inTurn = createTurns(fileConnections, mostStreams)
  return { query: (statement, values) => inTurn(() => query(statement, values)) }
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

function listen(server: Server, { host, port }: DeliverySettings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}
