import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, openSync, readSync, closeSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Head } from './counts'
import type { Entry } from './entry'

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

/** Length (uint32, big endian) and v8-serialized value, one after the other. The first one names world and program. */
function record(value: unknown): Buffer {
  const bytes = serialize(value)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** The answers in the file; null where there is none, or one of another program or other settings, or a broken one. */
export function readAnswers(
  file: string,
  settings: string,
): { head: Head; entries: [string, Entry][] } | null {
  try {
    const [first, ...entries] = readRecords(file)
    const { head, by, settings: theirs } = first as { head: Head; by: string; settings?: string }
    return by === program() && theirs === settings ? { head, entries: entries as [string, Entry][] } : null
  } catch {
    return null
  }
}

function readRecords(file: string): unknown[] {
  const descriptor = openSync(file, 'r')
  try {
    const records: unknown[] = []
    for (let next = readRecord(descriptor); next !== undefined; next = readRecord(descriptor))
      records.push(next)
    return records
  } finally {
    closeSync(descriptor)
  }
}

// Each in a buffer of its own: what memory drops later is freed.
function readRecord(descriptor: number): unknown {
  const length = Buffer.alloc(4)
  if (readSync(descriptor, length) < 4) return undefined
  const bytes = Buffer.alloc(length.readUInt32BE())
  if (readSync(descriptor, bytes) < bytes.length) throw new Error('The file ends in the middle of an answer.')
  return deserialize(bytes)
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
    await handle.write(record({ head, settings, by: program() }))
    let batch: Buffer[] = []
    let size = 0
    for (const [target, entry] of entries) {
      if (!isCurrent()) break
      const bytes = record([target, { ...entry, seenAt: -1, spilledAt: -1 }])
      batch.push(bytes)
      size += bytes.length
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
