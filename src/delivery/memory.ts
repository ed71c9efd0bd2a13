import { clearHeld, createClock, getHeld, listHeld, setHeld } from './clock'
import { sizeOf, type Entry } from './entry'
import { createParts, wholeWorld } from './parts'

// Answers by their raw request target, as bytes. Each is of the parts of the public world that it names: when one of them
// changes it is forgotten, and what was being made while anything changed is not kept.

export type Memory = {
  get: (target: string) => Entry | undefined
  /** Grows when the public world moves. */
  generation: () => number
  /** Keeps the entry if the world is still the one it was made from. */
  keep: (target: string, entry: Entry, generation: number) => void
  /** Forgets what depends on these parts, or everything. */
  advance: (names?: readonly string[]) => void
  /** What is there, without what is absent. */
  entries: () => Iterable<[target: string, entry: Entry]>
  /** Grows when something is kept that was not there. */
  changes: () => number
  /** What it occupies, roughly, and the bound of that. */
  size: () => { bytes: number; entries: number; limitBytes: number }
}

// Absent things are cheap and anybody can ask for many: they have a small place of their own.
const absentShare = 16

/** `bytes` bounds what entries and their keys occupy, roughly. */
export function createMemory(bytes: number): Memory {
  const parts = createParts()
  let generation = 0
  let changes = 0
  // Its parts are looked at again only after the world has moved.
  const isCurrent = (entry: Entry): boolean => {
    if (entry.seenAt === generation) return true
    if (entry.parts.some(({ hasChanged }) => hasChanged)) return false
    entry.seenAt = generation
    return true
  }
  const absentBytes = Math.floor(bytes / absentShare)
  const present = createClock({ limit: bytes - absentBytes, sizeOf, isCurrent })
  const absent = createClock({ limit: absentBytes, sizeOf, isCurrent })
  return {
    get: (target) => getHeld(present, target) ?? getHeld(absent, target),
    generation: () => generation,
    keep: (target, entry, from) => {
      if (from !== generation) return
      changes += 1
      entry.parts = parts.of(entry.dependsOn)
      entry.seenAt = generation
      setHeld(entry.status === 200 ? present : absent, target, entry)
    },
    advance: (names) => {
      generation += 1
      clearHeld(absent)
      if (names) {
        parts.change([wholeWorld, ...names])
        return
      }
      parts.changeAll()
      clearHeld(present)
    },
    entries: () => listHeld(present),
    changes: () => changes,
    size: () => ({
      bytes: present.bytes + absent.bytes,
      entries: present.held.size + absent.held.size,
      limitBytes: bytes,
    }),
  }
}
