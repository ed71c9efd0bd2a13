import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, openSync, readSync, closeSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Head } from './counts'
import type { Entry } from './entry'
import { lengthOf, readRecord, writeRecord } from './entry-record'

// Answers on disk, so that a process that starts without its database has what the last one had. A file is of one
// public world and of one build of this program: it is removed as soon as the world moves, so that nothing that was
// taken down comes back from it.

/** `settings`: what answers depend on besides world and program. */
export type Answers = {
  head: Head
  settings: string
  entries: Iterable<readonly [target: string, entry: Entry]>
}

/** Which program wrote the file: another one may make other bytes. */
const program = (): string =>
  createHash('sha256')
    .update(readFileSync(process.argv[1] ?? process.execPath))
    .digest('hex')

/** The length of a record (uint32, big endian) and its pieces. The first record of a file names world and program, as JSON. */
function withLength(record: readonly Buffer[]): Buffer[] {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(lengthOf(record))
  return [length, ...record]
}

/** The answers in the file; null where there is none, or one of another program or other settings, or a broken one. */
export function readAnswers(
  file: string,
  settings: string,
): { head: Head; entries: [string, Entry][] } | null {
  try {
    const [first = Buffer.alloc(0), ...records] = readPieces(file)
    const { head, by, settings: theirs } = JSON.parse(first.toString()) as First
    if (by !== program() || theirs !== settings) return null
    return { head, entries: records.map(readEntry) }
  } catch {
    return null
  }
}

type First = { head: Head; by: string; settings?: string }

function readEntry(bytes: Buffer): [string, Entry] {
  const found = readRecord(bytes)
  if (!found) throw new Error('The file holds something that is no answer.')
  return [found.target, found.entry]
}

function readPieces(file: string): Buffer[] {
  const descriptor = openSync(file, 'r')
  try {
    const pieces: Buffer[] = []
    for (let next = readPiece(descriptor); next !== undefined; next = readPiece(descriptor)) pieces.push(next)
    return pieces
  } finally {
    closeSync(descriptor)
  }
}

// Each in a buffer of its own: what memory drops later is freed.
function readPiece(descriptor: number): Buffer | undefined {
  const length = Buffer.alloc(4)
  if (readSync(descriptor, length) < 4) return undefined
  const bytes = Buffer.allocUnsafeSlow(length.readUInt32BE())
  if (readSync(descriptor, bytes) < bytes.length) throw new Error('The file ends in the middle of an answer.')
  return bytes
}

const batchBytes = 256 * 1024

/**
 * Writes the answers beside the file and puts them in its place when `isCurrent` still says so. Requests are answered
 * meanwhile.
 */
export async function writeAnswers(
  file: string,
  { head, settings, entries }: Answers,
  isCurrent: () => boolean,
): Promise<void> {
  const draft = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(draft, 'w', 0o600)
  try {
    const first: First = { head, settings, by: program() }
    await handle.writev(withLength([Buffer.from(JSON.stringify(first))]))
    let batch: Buffer[] = []
    let size = 0
    for (const [target, entry] of entries) {
      if (!isCurrent()) break
      const record = writeRecord(target, { ...entry, seenAt: -1, spilledAt: -1 })
      batch.push(...withLength(record))
      size += lengthOf(record)
      if (size < batchBytes) continue
      await handle.writev(batch)
      batch = []
      size = 0
    }
    if (batch.length > 0) await handle.writev(batch)
  } finally {
    await handle.close()
  }
  if (isCurrent()) await rename(draft, file)
  else await rm(draft, { force: true })
}

/** Removes the file at once. */
export const removeAnswers = (file: string): void => rmSync(file, { force: true })
