// What changed in the public world, and when. An answer names the parts that it was made from; it is current as long as none
// of them changed since. Nothing is searched for: the answer is looked at when it is asked for.

/** The part that changes with every release. */
export const wholeWorld = '*'

// More names than this are as good as everything.
const mostNames = 50_000

export type Changes = {
  /** Grows with every change; what is made from the world is of one of these. */
  now: () => number
  /** These parts changed, or everything. */
  change: (names?: Iterable<string>) => void
  /** Whether nothing of this has changed since then. */
  isUnchanged: (names: readonly string[], since: number) => boolean
}

export function createChanges(): Changes {
  const changedAt = new Map<string, number>()
  let now = 0
  let everythingAt = 0
  const changeAll = () => {
    changedAt.clear()
    everythingAt = now
  }
  return {
    now: () => now,
    change: (names) => {
      now += 1
      if (!names) return changeAll()
      changedAt.set(wholeWorld, now)
      for (const name of names) changedAt.set(name, now)
      if (changedAt.size > mostNames) changeAll()
    },
    isUnchanged: (names, since) =>
      since >= everythingAt && names.every((name) => (changedAt.get(name) ?? 0) <= since),
  }
}
