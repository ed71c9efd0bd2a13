import { LRUCache } from 'lru-cache'
import { sizeOf, type Entry } from './entry'

// Answers by their raw request target, as bytes and header lines. All are of one state of the public world:
// when that moves, everything is forgotten and what was still being made is not kept.

export type Memory = {
  get: (target: string) => Entry | undefined
  /** Grows when the public world moves. */
  generation: () => number
  /** Keeps the entry if the world is still the one it was made from. */
  keep: (target: string, entry: Entry, generation: number) => void
  /** Forgets everything. */
  advance: () => void
  /** What is there, the least used first; without what is absent. */
  entries: () => [target: string, entry: Entry][]
  /** Grows when something is kept that was not there. */
  changes: () => number
  /** What it occupies, roughly, and the bound of that. */
  size: () => { bytes: number; entries: number; limitBytes: number }
}

// Absent things are cheap and anybody can ask for many: they have a small place of their own.
const absentShare = 16

/** `bytes` bounds what entries and their keys occupy, roughly. */
export function createMemory(bytes: number): Memory {
  const present = createCache(bytes - Math.floor(bytes / absentShare))
  const absent = createCache(Math.floor(bytes / absentShare))
  let generation = 0
  let changes = 0
  return {
    get: (target) => present.get(target) ?? absent.get(target),
    generation: () => generation,
    keep: (target, entry, from) => {
      if (from !== generation) return
      changes += 1
      const place = entry.status === 200 ? present : absent
      place.set(target, entry)
    },
    advance: () => {
      generation += 1
      present.clear()
      absent.clear()
    },
    entries: () =>
      [...present.rkeys()].flatMap((target): [string, Entry][] => {
        const entry = present.peek(target)
        return entry ? [[target, entry]] : []
      }),
    changes: () => changes,
    size: () => ({
      bytes: present.calculatedSize + absent.calculatedSize,
      entries: present.size + absent.size,
      limitBytes: bytes,
    }),
  }
}

const createCache = (bytes: number) =>
  new LRUCache<string, Entry>({
    max: Math.max(100, Math.ceil(bytes / 1024)),
    maxSize: bytes,
    maxEntrySize: Math.ceil(bytes / 4),
    sizeCalculation: (entry, target) => sizeOf(entry) + 2 * target.length,
  })
