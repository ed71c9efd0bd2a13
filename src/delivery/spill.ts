import { closeSync, mkdirSync, openSync, readSync, rmSync, write } from 'node:fs'
import path from 'node:path'
import type { Entry } from './entry'
import { lengthOf, readRecord, writeRecord } from './entry-record'
import { createSpillIndex } from './spill-index'

// A file for what memory has no room for. It has no name, so nothing of it outlives this process; the system keeps in its own
// memory what it has room for. The file is a ring: the newest overwrites the oldest. Reading from it costs a fraction of what
// asking the database costs (docs/decisions/023).

export type Spill = {
  /** Puts an answer into the file, unless it is there already. False where that cannot be done now. */
  put: (target: string, entry: Entry) => boolean
  /**
   * The answer, if it is in the file. Its bytes are lent: the next one takes their place, unless it is told before that
   * they were given away.
   */
  get: (target: string) => Entry | undefined
  giveAway: () => void
  close: () => Promise<void>
}

const chunkBytes = 1024 * 1024
// What waits to be written stays in memory: not more than this.
const mostWaiting = 8
const smallestAnswer = 2048
const deskBytes = chunkBytes / 4

type Chunk = { at: number; used: number; bytes: Buffer }
type Ring = {
  descriptor: number
  capacity: number
  /** Where the next answer goes. Places grow for ever; in the file they are taken modulo its size. */
  next: number
  open: Chunk
  /** Where what is read is put. */
  desk: Buffer
  waiting: Set<Chunk>
  /** Writes under way. */
  busy: number
}

/** `bytes` bounds the file. Throws when it cannot be made. */
export function openSpill(file: string, bytes: number, report: (error: unknown) => void): Spill {
  const ring = openRing(file, Math.floor(bytes / chunkBytes) * chunkBytes)
  const { capacity, descriptor } = ring
  let isBroken = false
  // What is about to be overwritten counts as gone.
  const oldest = () => Math.max(0, ring.next - capacity + (mostWaiting + 2) * chunkBytes)
  const index = createSpillIndex(capacity / smallestAnswer / 2, oldest)
  const fail = (error: unknown) => {
    if (!isBroken) report(error)
    isBroken = true
  }
  return {
    put: (target, entry) => {
      if (isBroken || ring.waiting.size >= mostWaiting) return false
      if (entry.spilledAt >= oldest()) return true
      const record = writeRecord(target, entry)
      const length = lengthOf(record)
      if (length > deskBytes) return false
      const at = append(ring, { record, length }, fail)
      index.put(target, { at, length })
      return true
    },
    get: (target) => {
      const place = index.find(target)
      if (isBroken || !place) return undefined
      try {
        const found = readRecord(readAt(ring, place))
        // Another answer may be in this place.
        return found?.target === target ? { ...found.entry, spilledAt: place.at } : undefined
      } catch (error) {
        fail(error)
        return undefined
      }
    },
    giveAway: () => {
      ring.desk = newDesk()
    },
    close: async () => {
      isBroken = true
      // The number of a closed file may be given to another one.
      while (ring.busy > 0) await new Promise((resolve) => setTimeout(resolve, 5))
      closeSync(descriptor)
    },
  }
}

function openRing(file: string, capacity: number): Ring {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const descriptor = openSync(file, 'w+', 0o600)
  rmSync(file, { force: true })
  return { descriptor, capacity, next: 0, open: newChunk(0), desk: newDesk(), waiting: new Set(), busy: 0 }
}

const newDesk = () => Buffer.allocUnsafeSlow(deskBytes)
const newChunk = (at: number): Chunk => ({ at, used: 0, bytes: Buffer.allocUnsafeSlow(chunkBytes) })

// A chunk never crosses the end of the file, because that is a multiple of chunks.
type Pieces = { record: readonly Buffer[]; length: number }

function append(ring: Ring, { record, length }: Pieces, fail: (error: unknown) => void): number {
  if (ring.open.used + length > chunkBytes) {
    const full = ring.open
    ring.waiting.add(full)
    ring.busy += 1
    write(ring.descriptor, full.bytes, 0, chunkBytes, full.at % ring.capacity, (error) => {
      ring.waiting.delete(full)
      ring.busy -= 1
      if (error) fail(error)
    })
    ring.open = newChunk(full.at + chunkBytes)
  }
  const at = ring.open.at + ring.open.used
  for (const piece of record) {
    piece.copy(ring.open.bytes, ring.open.used)
    ring.open.used += piece.length
  }
  ring.next = at + length
  return at
}

// Waiting for the disk costs less than letting another thread wait for it: what is asked for again is mostly still in
// the memory of the system.
function readAt(ring: Ring, { at, length }: { at: number; length: number }): Buffer {
  const bytes = ring.desk
  const held = [ring.open, ...ring.waiting].find((chunk) => at >= chunk.at && at < chunk.at + chunkBytes)
  if (held) held.bytes.copy(bytes, 0, at - held.at, at - held.at + length)
  else readSync(ring.descriptor, bytes, 0, length, at % ring.capacity)
  return bytes
}
