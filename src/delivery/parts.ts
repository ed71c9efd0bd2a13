// What answers depend on. An answer names the parts of the public world that it was made from; when one of them
// changes, the answer is no longer current. Nothing is searched for: the answer looks at its parts when it is asked for.

/** One part, as it is until it changes. Then it stays changed, and its name stands for a new one. */
export type Part = { hasChanged: boolean }

export type Parts = {
  /** The present parts of these names. */
  of: (names: readonly string[]) => readonly Part[]
  change: (names: Iterable<string>) => void
  changeAll: () => void
}

/** The part that changes with every release. */
export const wholeWorld = '*'

export function createParts(): Parts {
  const present = new Map<string, Part>()
  const partOf = (name: string): Part => {
    const known = present.get(name)
    if (known) return known
    const part = { hasChanged: false }
    present.set(name, part)
    return part
  }
  return {
    of: (names) => names.map(partOf),
    change: (names) => {
      for (const name of names) {
        const part = present.get(name)
        if (!part) continue
        part.hasChanged = true
        present.delete(name)
      }
    },
    changeAll: () => {
      for (const part of present.values()) part.hasChanged = true
      present.clear()
    },
  }
}
