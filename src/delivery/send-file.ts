import type { ServerResponse } from 'node:http'
import { readRange } from './byte-range'
import { isHeldByClient } from './conditional'
import { countAnswer } from './counts'
import type { Reading } from './database'
import { cacheControl, protection } from './entry'
import { bytesOf, readSlices, sliceAt } from './file-bytes'
import type { FileWanted } from './file-target'
import { readQuery } from './read-query'
import { gone, notFound, notSatisfiable } from './refused'
import { sendPieces } from './send-pieces'
import type { Streaming } from './streaming'

// Files of public pictures, read slice by slice: what is sent now is public now. Nothing of them stays in memory.

// The facts of a file and, in the same statement, its first slice.
const statement = {
  name: 'file',
  text: `select f.type, f.sha256, f.bytes, f.updated_at, encode(substring(p.data from $4 for $5), 'base64') as data
  from published.files f
  left join published.file_parts p on p.sha256 = f.sha256 and p.number = $3
 where f.media_id = $1 and f.name = $2`,
}

type Row = {
  type: string
  sha256: string | null
  bytes: number | null
  updated_at: Date
  data: string | null
}
type First = { at: number; data: Buffer<ArrayBuffer> | null }
type Found = { type: string; sha256: string; bytes: number; modified: number; first: First }

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
  const found = await findFile(tools.files, wanted, firstByte(response))
  const etag = `"${found.sha256}"`
  const head = [...headOf(found, wanted.id, etag), ...(tools.readiness.notice() ?? [])]
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
  if (slice === 'none') throw notSatisfiable(found.bytes)
  const isWhole = slice === 'whole'
  const { start, end } = isWhole ? { start: 0, end: found.bytes - 1 } : slice
  finish(isWhole ? 200 : 206, [
    'Content-Type',
    found.type,
    'Content-Length',
    String(end - start + 1),
    ...(isWhole ? [] : ['Content-Range', `bytes ${start}-${end}/${found.bytes}`]),
  ])
  if (request.method === 'HEAD') response.end()
  else await sendPieces(response, readSlices(tools.files, found, { start, end }), tools.stallMs)
}

// Whoever only asks whether it changed gets no bytes read for them.
function firstByte({ req: request }: ServerResponse): number | undefined {
  if (request.method === 'HEAD' || request.headers['if-none-match'] !== undefined) return undefined
  const [, start = '0'] = /^bytes=(\d{1,12})-/.exec(request.headers.range ?? '') ?? []
  return Math.min(Number(start), 2 ** 31 - 1)
}

async function findFile(files: Reading, wanted: FileWanted, byte: number | undefined): Promise<Found> {
  const { at, number, from, bytes: length } = sliceAt(byte ?? 0)
  const values = [wanted.id, wanted.name, byte === undefined ? -1 : number, from, length]
  const [row] = await files.query<Row>(statement, values)
  if (!row || endings[row.type] !== wanted.ending) throw notFound
  if (row.sha256 === null || row.bytes === null) throw gone
  const { type, sha256, bytes, updated_at: changed, data } = row
  const first = { at: byte === undefined ? -1 : at, data: data === null ? null : bytesOf(data) }
  return { type, sha256, bytes, modified: Math.floor(changed.getTime() / 1000), first }
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

// A range of a file that was another one when it was asked first would not fit to the rest (RFC 9110, 13.1.5). Ranges are
// for GET alone (14.2).
function sliceOf(
  { req: request }: ServerResponse,
  { bytes }: Found,
  etag: string,
): ReturnType<typeof readRange> {
  const { range, 'if-range': condition } = request.headers
  const counts = request.method === 'GET' && (condition === undefined || condition === etag)
  return counts ? readRange(range, bytes) : 'whole'
}
