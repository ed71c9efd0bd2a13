import { diffArrays } from 'diff'
import type { Kind } from './shape'

// Two sequences beside each other, in bounded time: first what is equal, then, between that, what is alike.

/** Equal or alike where both are there; removed, or added, where one is. */
export type Couple<T> = { was: T; is: T } | { was: T; is?: undefined } | { was?: undefined; is: T }

type Likeness<T> = {
  /** Two whose keys are equal are equal. */
  key: (one: T) => string
  /** How alike two that are not equal are, from 0 to 1. */
  likeness: (was: T, is: T) => number
}

/** Beyond this many edits a comparison by Myers' algorithm is given up; its cost grows with their square. */
const mostEdits = 1200
/** The largest table of likenesses that is filled. */
const mostCells = 10_000
/** From this likeness on (0 to 1), two passages count as one that was changed. */
const alike = 0.35

/** All of both sides in reading order; what was removed before what was added. */
export function align<T>(old: readonly T[], fresh: readonly T[], by: Likeness<T>): Couple<T>[] {
  const couples: Couple<T>[] = []
  let [i, j] = [0, 0]
  for (const [toOld, toFresh] of equalOnes(old.map(by.key), fresh.map(by.key))) {
    couples.push(...pairAlike({ old: old.slice(i, toOld), fresh: fresh.slice(j, toFresh) }, by.likeness))
    couples.push(
      ...old
        .slice(toOld, toOld + 1)
        .flatMap((was) => fresh.slice(toFresh, toFresh + 1).map((is) => ({ was, is }))),
    )
    i = toOld + 1
    j = toFresh + 1
  }
  return [...couples, ...pairAlike({ old: old.slice(i), fresh: fresh.slice(j) }, by.likeness)]
}

type Step = { kind: 'kept' | 'removed' | 'added'; count: number }

/** What happens to the tokens, in order; undefined when they have too little in common to say so in time. */
export function steps(before: readonly string[], after: readonly string[]): Step[] | undefined {
  const changes = diffArrays([...before], [...after], { maxEditLength: mostEdits })
  return changes?.map(({ added, removed, count }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    count,
  }))
}

function equalOnes(before: readonly string[], after: readonly string[]): [number, number][] {
  const found = steps(before, after)
  if (!found) return onlyOnes(before, after)
  const equal: [number, number][] = []
  let [i, j] = [0, 0]
  for (const { kind, count } of found) {
    if (kind === 'kept') for (let n = 0; n < count; n++) equal.push([i + n, j + n])
    if (kind !== 'added') i += count
    if (kind !== 'removed') j += count
  }
  return equal
}

// Where too much changed: what is there once on both sides, and of that the longest run in one order.
function onlyOnes(before: readonly string[], after: readonly string[]): [number, number][] {
  const [here, there] = [placesOf(before), placesOf(after)]
  const common = [...here].flatMap(([key, i]): [number, number][] => {
    const j = there.get(key)
    return i === undefined || j === undefined ? [] : [[i, j]]
  })
  return longestRising(common)
}

type Link = { pair: [number, number]; previous: Link | undefined }

/** The longest part of `pairs` whose second numbers rise (patience sorting). */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: Link[] = []
  for (const pair of pairs) {
    const at = firstFrom(ends, pair[1])
    ends[at] = { pair, previous: ends[at - 1] }
  }
  const rising: [number, number][] = []
  for (let link = ends.at(-1); link; link = link.previous) rising.unshift(link.pair)
  return rising
}

function firstFrom(ends: readonly Link[], value: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle]?.pair[1] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of each key, undefined where it is there more than once. */
function placesOf(keys: readonly string[]): Map<string, number | undefined> {
  const places = new Map<string, number | undefined>()
  for (const [index, key] of keys.entries()) places.set(key, places.has(key) ? undefined : index)
  return places
}

type Gap<T> = { old: readonly T[]; fresh: readonly T[] }

function pairAlike<T>({ old, fresh }: Gap<T>, likeness: Likeness<T>['likeness']): Couple<T>[] {
  if (old.length * fresh.length > mostCells) return apart({ old, fresh })
  const score = bestScores({ old, fresh }, likeness)
  const couples: Couple<T>[] = []
  let [i, j] = [0, 0]
  for (let was = old[i], is = fresh[j]; was !== undefined && is !== undefined; was = old[i], is = fresh[j]) {
    const [isRemoved, isAdded] = [score(i, j) === score(i + 1, j), score(i, j) === score(i, j + 1)]
    couples.push(isRemoved ? { was } : isAdded ? { is } : { was, is })
    if (isRemoved || !isAdded) i += 1
    if (!isRemoved) j += 1
  }
  return [...couples, ...apart({ old: old.slice(i), fresh: fresh.slice(j) })]
}

// The best sum of likenesses from each place to the end, without crossing pairs (Needleman and Wunsch).
function bestScores<T>({ old, fresh }: Gap<T>, likeness: Likeness<T>['likeness']) {
  const columns = fresh.length + 1
  const best = new Float64Array((old.length + 1) * columns)
  const score = (i: number, j: number): number => best[i * columns + j] ?? 0
  for (const [i, was] of [...old.entries()].toReversed()) {
    for (const [j, is] of [...fresh.entries()].toReversed()) {
      const own = likeness(was, is)
      const paired = own >= alike ? own + score(i + 1, j + 1) : 0
      best[i * columns + j] = Math.max(score(i + 1, j), score(i, j + 1), paired)
    }
  }
  return score
}

const apart = <T>({ old, fresh }: Gap<T>): Couple<T>[] => [
  ...old.map((was) => ({ was })),
  ...fresh.map((is) => ({ is })),
]

/** What is removed in one place and added, with the same key, in another was moved. No key: too little to say so. */
export function markMoved<T extends { kind: Kind }>(
  all: readonly T[],
  keys: readonly (string | undefined)[],
): (T & { moved?: true })[] {
  const keysOf = (kind: Kind) => new Set(keys.filter((_, index) => all[index]?.kind === kind))
  const [removed, added] = [keysOf('removed'), keysOf('added')]
  return all.map((one, index) => {
    const others = one.kind === 'removed' ? added : one.kind === 'added' ? removed : undefined
    const key = keys[index]
    return key !== undefined && others?.has(key) ? { ...one, moved: true } : one
  })
}
