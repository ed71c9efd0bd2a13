import type { ReactNode } from 'react'
import { fill } from '../words'
import { screenDirection } from './text-page'

/** What did not change, closed behind a line that says what it is. */
export function Fold({
  label,
  language,
  children,
}: {
  label: string
  language: string
  children: ReactNode
}) {
  return (
    <details className="desk-fold">
      <summary {...screenDirection(language)}>{label}</summary>
      {children}
    </details>
  )
}

/** The line of a fold, in the singular or the plural. */
export const foldLabel = (count: number, one: string, many: string): string =>
  count === 1 ? one : fill(many, { count })

/** Items in their order, and runs of at least `least` unchanged ones between them as one. */
export type Folded<T> = { at: number; items: readonly T[]; isFold: boolean }

type Folding = {
  /** How many must stand in a row to be folded. */
  least: number
  /** How many beside a change stay visible. */
  context: 0 | 1
}

/** The items cut into what folds and what is shown. */
export function foldRuns<T>(
  items: readonly T[],
  isSame: (item: T) => boolean,
  { least, context }: Folding,
): Folded<T>[] {
  const ends = items.flatMap((item, index) => {
    const next = items[index + 1]
    return next === undefined || isSame(next) !== isSame(item) ? [index + 1] : []
  })
  const runs = ends.flatMap((end, index) => {
    const start = ends[index - 1] ?? 0
    const last = items[end - 1]
    const from = start + (start > 0 ? context : 0)
    const to = end - (end < items.length ? context : 0)
    const piece = (at: number, until: number, isFold = false) => ({
      at,
      items: items.slice(at, until),
      isFold,
    })
    if (last === undefined || !isSame(last) || to - from < least) return [piece(start, end)]
    return [piece(start, from), piece(from, to, true), piece(to, end)].filter((one) => one.items.length > 0)
  })
  return joinShown(runs)
}

/** What is shown without a fold between is one, so that a list stays one. */
function joinShown<T>(runs: readonly Folded<T>[]): Folded<T>[] {
  const joined: Folded<T>[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && !last.isFold && !run.isFold)
      joined[joined.length - 1] = { ...last, items: [...last.items, ...run.items] }
    else joined.push(run)
  }
  return joined
}
