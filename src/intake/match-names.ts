import { words } from './fold-text'

/**
 * How well two names fit: 3 the same words, 2 one holds all words of the other ("Rivers" and "Open
 * Rivers Foundation"), 1 one is the initials of the other, 0 not at all.
 */
export function nameFit(left: string, right: string): 0 | 1 | 2 | 3 {
  const a = words(left)
  const b = words(right)
  if (a.length === 0 || b.length === 0) return 0
  if (a.join(' ') === b.join(' ')) return 3
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const all = new Set(many)
  if (few.every((word) => all.has(word))) return 2
  return isInitials(few, many) ? 1 : 0
}

function isInitials(few: string[], many: string[]): boolean {
  const [initials] = few
  if (few.length !== 1 || initials === undefined || initials.length < 2) return false
  const first = many.map((word) => word[0]).join('')
  const firstOfLong = many
    .filter((word) => word.length > 3)
    .map((word) => word[0])
    .join('')
  return initials === first || initials === firstOfLong
}

/** Pairs each name of `left` with at most one of `right`, best fits first. Returns the index in `right` or undefined. */
export function pairNames(left: readonly string[], right: readonly string[]): (number | undefined)[] {
  const pairs = left
    .flatMap((name, from) => right.map((other, to) => ({ from, to, fit: nameFit(name, other) })))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
  const result: (number | undefined)[] = left.map(() => undefined)
  const used = new Set<number>()
  for (const { from, to } of pairs) {
    if (result[from] !== undefined || used.has(to)) continue
    result[from] = to
    used.add(to)
  }
  return result
}
