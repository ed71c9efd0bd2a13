import type { ServerResponse } from 'node:http'
import { isHeldByClient } from './conditional'
import { countAnswer } from './counts'
import type { Reading } from './database'
import { cacheControl, headOf, protection, redirectEntry, type Entry } from './entry'
import { readSlices } from './file-bytes'
import { archivePieces, archiveTag, type Archive, type ArchivePart } from './press-kit-archive'
import type { ArchiveWanted } from './press-kit-target'
import { readQuery } from './read-query'
import { unavailable } from './refused'
import { sendPieces } from './send-pieces'
import type { Streaming } from './streaming'

/** Sends the press kit as one ZIP file. Throws Refused: 400, 503. */
export async function sendPressKit(
  tools: Streaming,
  response: ServerResponse,
  wanted: ArchiveWanted,
): Promise<void> {
  readQuery(wanted.search, [])
  const kit = await tools.entryOf(`/v1/press-kits/${wanted.slug}`)
  if (kit.status !== 200) return tools.answer(response, asArchive(kit))
  const etag = archiveTag(kit.identity)
  const isHeld = isHeldByClient(response.req.headers, etag, kit.modifiedAt)
  const archive = tools.archiveOf(kit.identity)
  if (!isHeld) await checkFiles(tools.files, archive)
  const status = isHeld ? 304 : 200
  countAnswer(tools.counter, status)
  response.writeHead(status, [
    ...headFor(kit, etag),
    ...(tools.readiness.notice() ?? []),
    ...(isHeld ? [] : contentHead(archive)),
  ])
  if (isHeld || response.req.method === 'HEAD') response.end()
  else await sendPieces(response, archivePieces(archive, reader(tools.files)), tools.stallMs)
}

/** A former address, or that there is no kit. */
function asArchive(kit: Entry): Entry {
  return kit.status === 308 ? redirectEntry(`${valueOf(kit, 'Location')}.zip`) : kit
}

function valueOf(kit: Entry, name: string): string {
  const head = headOf(kit.identity)
  return head[head.indexOf(name) + 1] ?? ''
}

const statement = {
  name: 'files there',
  text: 'select distinct sha256 from published.files where sha256 = any ($1)',
}

// So that an archive is not begun that cannot be ended: the kit may be of a moment ago, or from a time with a database.
async function checkFiles(files: Reading, { parts }: Archive): Promise<void> {
  const wanted = new Set(parts.flatMap(({ sha256 }) => sha256 ?? []))
  if (wanted.size === 0) return
  const rows = await files.query(statement, [[...wanted]])
  if (rows.length < wanted.size) throw unavailable
}

const reader =
  (files: Reading) =>
  ({ sha256 = '', size }: ArchivePart) =>
    readSlices(files, { sha256 }, { start: 0, end: size - 1 })

const headFor = (kit: Entry, etag: string): string[] => [
  'ETag',
  etag,
  'Cache-Control',
  cacheControl.success,
  'Cache-Tag',
  valueOf(kit, 'Cache-Tag'),
  ...protection.flatMap((line) => line.split(': ')),
]

const contentHead = ({ prize, year, bytes }: Archive): string[] => [
  'Content-Type',
  'application/zip',
  'Content-Length',
  String(bytes),
  'Content-Disposition',
  `attachment; filename="press-kit-${prize.replaceAll(/[^a-z0-9]+/g, '-')}-${year}.zip"`,
]
