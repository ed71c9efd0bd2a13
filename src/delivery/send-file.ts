import type { ServerResponse } from 'node:http'
import { readRange, type Slice } from './byte-range'
import { isHeldByClient } from './conditional'
import { countAnswer } from './counts'
import type { Database } from './database'
import { cacheControl, protection } from './entry'
import type { FileWanted } from './file-target'
import { cutOffHead } from './readiness'
import { readQuery } from './read-query'
import { gone, notFound } from './refused'
import type { Streaming } from './streams'

// Files of public pictures, read part by part: what is sent now is public now. Nothing of them stays in memory.

/** As publishing cuts them. */
const partBytes = 256 * 1024

// The facts of a file and, in the same statement, its first part.
const fileStatement = {
  name: 'file',
  text: `select f.type, f.sha256, f.bytes, f.updated_at, p.data
  from published.files f
  left join published.file_parts p on p.sha256 = f.sha256 and p.number = $3
 where f.media_id = $1 and f.name = $2`,
}
const partStatement = {
  name: 'file part',
  text: 'select data from published.file_parts where sha256 = $1 and number = $2',
}

type Row = {
  type: string
  sha256: string | null
  bytes: number | null
  updated_at: Date
  data: Buffer | null
}
type Found = { type: string; sha256: string; bytes: number; modified: number; first: Buffer | null }

const endings: Record<string, string> = {
  'image/avif': 'avif',
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** Sends the file, a part of it (206), or that the client holds it (304). Throws Refused: 400, 404, 410. */
export async function sendFile(
  tools: Streaming,
  response: ServerResponse,
  wanted: FileWanted,
): Promise<void> {
  const { req: request } = response
  readQuery(wanted.search, [])
  const found = await findFile(tools.database, wanted, firstPart(response))
  const etag = `"${found.sha256}"`
  const head = [...headOf(found, wanted.id, etag), ...(tools.readiness.cutOffSince() ? cutOffHead : [])]
  const finish = (status: number, more: string[]) => {
    countAnswer(tools.counter, status)
    response.writeHead(status, [...head, ...more])
  }
  if (isHeldByClient(request.headers, etag, found.modified)) {
    finish(304, [])
    response.end()
    return
  }
  const slice = sliceOf(response, found, etag)
  if (slice === 'none') {
    finish(416, ['Content-Range', `bytes */${found.bytes}`, 'Content-Length', '0'])
    response.end()
    return
  }
  const isWhole = slice === 'whole'
  const { start, end } = isWhole ? { start: 0, end: found.bytes - 1 } : slice
  finish(isWhole ? 200 : 206, [
    'Content-Type',
    found.type,
    'Content-Length',
    String(end - start + 1),
    ...(isWhole ? [] : ['Content-Range', `bytes ${start}-${end}/${found.bytes}`]),
  ])
  if (request.method !== 'HEAD') await sendParts(tools.database, response, { ...found, start, end })
  response.end()
}

// Whoever only asks whether it changed gets no bytes read for them.
function firstPart({ req: request }: ServerResponse): number {
  if (request.method === 'HEAD' || request.headers['if-none-match'] !== undefined) return -1
  const [, start = '0'] = /^bytes=(\d{1,12})-/.exec(request.headers.range ?? '') ?? []
  return Math.min(Math.floor(Number(start) / partBytes), 2 ** 31 - 1)
}

async function findFile(database: Database, wanted: FileWanted, part: number): Promise<Found> {
  const [row] = await database.query<Row>(fileStatement, [wanted.id, wanted.name, part])
  if (!row || endings[row.type] !== wanted.ending) throw notFound
  if (row.sha256 === null || row.bytes === null) throw gone
  const { type, sha256, bytes, updated_at: at, data } = row
  return { type, sha256, bytes, modified: Math.floor(at.getTime() / 1000), first: data }
}

const headOf = ({ modified }: Found, id: string, etag: string): string[] => [
  'ETag',
  etag,
  'Last-Modified',
  new Date(modified * 1000).toUTCString(),
  'Accept-Ranges',
  'bytes',
  'Cache-Control',
  cacheControl.file,
  'Cache-Tag',
  id,
  'Cross-Origin-Resource-Policy',
  'cross-origin',
  ...protection.flatMap((line) => line.split(': ')),
]

// A range of a file that was another one when it was asked first would not fit to the rest (RFC 9110, 13.1.5).
function sliceOf(
  { req: request }: ServerResponse,
  { bytes }: Found,
  etag: string,
): ReturnType<typeof readRange> {
  const condition = request.headers['if-range']
  return condition === undefined || condition === etag ? readRange(request.headers.range, bytes) : 'whole'
}

async function sendParts(
  database: Database,
  response: ServerResponse,
  { sha256, first, start, end }: Found & Slice,
): Promise<void> {
  const from = Math.floor(start / partBytes)
  const isFirst = firstPart(response) === from
  for (let number = from; number * partBytes <= end && !response.destroyed; number += 1) {
    const part = number === from && isFirst ? first : await readPart(database, sha256, number)
    // Taken down or changed meanwhile: what is left is not public any more.
    if (!part) throw gone
    const at = number * partBytes
    const piece = part.subarray(Math.max(0, start - at), end - at + 1)
    if (!response.write(piece)) await hasRoom(response)
  }
}

/** The bytes of a file, part by part as they are asked for. */
export async function* readParts(
  database: Database,
  { sha256, bytes }: { sha256: string; bytes: number },
): AsyncGenerator<Buffer> {
  for (let number = 0; number * partBytes < bytes; number += 1) {
    const part = await readPart(database, sha256, number)
    if (!part) throw gone
    yield part
  }
}

async function readPart(database: Database, sha256: string, number: number): Promise<Buffer | undefined> {
  const [row] = await database.query<{ data: Buffer }>(partStatement, [sha256, number])
  return row?.data
}

/** Waits until the client took what it was sent, or is gone. */
const hasRoom = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })
