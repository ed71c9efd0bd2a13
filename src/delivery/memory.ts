import { clearHeld, createClock, getHeld, hasRoom, listHeld, setHeld, setLimit } from './clock'
import { copyEntry, sizeOf, type Entry } from './entry'
import { createChanges, type Changes } from './changes'
import type { Spill } from './spill'

// Answers by their raw request target, as bytes. Each is of the parts of the public world that it names: when one of them
// changes it is forgotten, and what was being made while anything changed is not kept.

export type Memory = {
  get: (target: string) => Entry | undefined
  /** What left memory and is not lost. Its bytes are lent: for now, or until they are adopted or given away. */
  recall: (target: string) => Entry | undefined
  /** The same with bytes of its own, in memory again. */
  adopt: (target: string, lent: Entry) => Entry
  giveAway: () => void
  /** Grows when the public world moves. */
  generation: () => number
  /** Keeps the entry if the world is still the one it was made from. */
  keep: (target: string, entry: Entry, generation: number) => void
  /** Forgets what depends on these parts, or everything. */
  advance: (names?: readonly string[]) => void
  /** What is there, without what is absent. */
  entries: () => Iterable<[target: string, entry: Entry]>
  /** Makes do with so many bytes less than its bound. */
  giveBack: (bytes: number) => void
  /** Grows when something is kept that was not there. */
  changes: () => number
  /** What it occupies, roughly, and the bound of that. */
  size: () => { bytes: number; entries: number; limitBytes: number }
}

// Looked at again only after the world has moved.
const currency =
  (changes: Changes) =>
  (entry: Entry): boolean => {
    if (entry.seenAt === changes.now()) return true
    if (!changes.isUnchanged(entry.dependsOn, entry.seenAt)) return false
    entry.seenAt = changes.now()
    return true
  }

// Absent things are cheap and anybody can ask for many: they have a small place of their own.
const absentShare = 16

/** `bytes` bounds what entries and their keys occupy, roughly. `spill` takes what has to make room. */
export function createMemory(bytes: number, spill?: Spill): Memory {
  const changes = createChanges()
  const isCurrent = currency(changes)
  let additions = 0
  const absentBytes = Math.floor(bytes / absentShare)
  const shared = { sizeOf, isCurrent }
  const leave = (target: string, entry: Entry) => spill?.put(target, entry)
  const present = createClock({ ...shared, limit: bytes - absentBytes, left: leave })
  const absent = createClock({ ...shared, limit: absentBytes, left: () => undefined })
  const set = (target: string, entry: Entry) => {
    additions += 1
    entry.seenAt = changes.now()
    setHeld(entry.status === 200 ? present : absent, target, entry)
  }
  return {
    get: (target) => getHeld(present, target) ?? getHeld(absent, target),
    recall: (target) => {
      const entry = spill?.get(target)
      return entry && isCurrent(entry) ? entry : undefined
    },
    adopt: (target, lent) => {
      const entry = copyEntry(lent)
      set(target, entry)
      return entry
    },
    giveAway: () => spill?.giveAway(),
    generation: changes.now,
    keep: (target, entry, from) => {
      if (from !== changes.now()) return
      // What is asked for once does not drive out what is asked for often.
      entry.seenAt = from
      const isFull = entry.status === 200 && !hasRoom(present, target, entry) && !present.held.has(target)
      if (!isFull || !spill?.put(target, entry)) set(target, entry)
    },
    advance: (names) => {
      changes.change(names)
      clearHeld(absent)
      if (!names) clearHeld(present)
    },
    entries: () => listHeld(present),
    giveBack: (given) => setLimit(present, Math.max(bytes / 4, bytes - absentBytes - given)),
    changes: () => additions,
    size: () => ({
      bytes: present.bytes + absent.bytes,
      entries: present.held.size + absent.held.size,
      limitBytes: bytes,
    }),
  }
}
