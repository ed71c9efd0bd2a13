import { diffArrays } from 'diff'

// Two sequences beside each other, in bounded time: first what is equal, then, between that, what is alike.

/** Indexes of one pair: equal or alike where both are there, removed or added where one is. */
export type Pair = { before: number; after: number } | { before: number } | { after: number }

/** Beyond this many edits a comparison by Myers' algorithm is given up; its cost grows with their square. */
const mostEdits = 1200
/** The largest table of likenesses that is filled. */
const mostCells = 10_000
/** From this likeness on (0 to 1), two passages count as one that was changed. */
const alike = 0.35

export type Alignment = {
  before: readonly string[]
  after: readonly string[]
  /** How alike two that are not equal are, from 0 to 1. */
  likeness: (before: number, after: number) => number
}

/** The pairs in reading order; removed ones before added ones. Keys that are equal are paired as equal. */
export function align({ before, after, likeness }: Alignment): Pair[] {
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  const ends: [number, number] = [before.length, after.length]
  for (const [toBefore, toAfter] of [...equalOnes(before, after), ends]) {
    const gap = { fromBefore: i, toBefore, fromAfter: j, toAfter }
    pairs.push(...pairAlike(gap, likeness))
    // The last gap ends behind both.
    if (gap.toBefore < before.length) pairs.push({ before: gap.toBefore, after: gap.toAfter })
    i = gap.toBefore + 1
    j = gap.toAfter + 1
  }
  return pairs
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

type Gap = { fromBefore: number; toBefore: number; fromAfter: number; toAfter: number }

function pairAlike(gap: Gap, likeness: Alignment['likeness']): Pair[] {
  const [rows, columns] = [gap.toBefore - gap.fromBefore, gap.toAfter - gap.fromAfter]
  if (rows === 0 || columns === 0 || rows * columns > mostCells) return apart(gap)
  const score = bestScores(gap, likeness)
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < rows && j < columns) {
    const here = score.at(i, j)
    if (here === score.at(i + 1, j)) pairs.push({ before: gap.fromBefore + i++ })
    else if (here === score.at(i, j + 1)) pairs.push({ after: gap.fromAfter + j++ })
    else pairs.push({ before: gap.fromBefore + i++, after: gap.fromAfter + j++ })
  }
  return [...pairs, ...apart({ ...gap, fromBefore: gap.fromBefore + i, fromAfter: gap.fromAfter + j })]
}

// The best sum of likenesses from each place to the end, without crossing pairs (Needleman and Wunsch).
function bestScores(gap: Gap, likeness: Alignment['likeness']) {
  const [rows, columns] = [gap.toBefore - gap.fromBefore, gap.toAfter - gap.fromAfter]
  const best = new Float64Array((rows + 1) * (columns + 1))
  const at = (i: number, j: number): number => best[i * (columns + 1) + j] ?? 0
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const own = likeness(gap.fromBefore + i, gap.fromAfter + j)
      const paired = own >= alike ? own + at(i + 1, j + 1) : 0
      best[i * (columns + 1) + j] = Math.max(at(i + 1, j), at(i, j + 1), paired)
    }
  }
  return { at }
}

const apart = ({ fromBefore, toBefore, fromAfter, toAfter }: Gap): Pair[] => [
  ...Array.from({ length: toBefore - fromBefore }, (_, n) => ({ before: fromBefore + n })),
  ...Array.from({ length: toAfter - fromAfter }, (_, n) => ({ after: fromAfter + n })),
]
