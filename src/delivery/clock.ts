import type { Entry } from './entry'

// A bounded place for answers. A hand goes round: what was used since it last came by stays, the rest goes. So using an
// answer only sets a mark; nothing is reordered (docs/decisions/023).

export type Clock = {
  limit: number
  readonly sizeOf: (target: string, entry: Entry) => number
  readonly isCurrent: (entry: Entry) => boolean
  /** Told of what has to make room though it is current. */
  readonly left: (target: string, entry: Entry) => void
  readonly held: Map<string, Entry>
  hand: MapIterator<[string, Entry]>
  bytes: number
}

type Settings = Pick<Clock, 'limit' | 'sizeOf' | 'isCurrent' | 'left'>

/** `limit` bounds the bytes of what is held; nothing larger than a quarter of that is. */
export function createClock(settings: Settings): Clock {
  const held = new Map<string, Entry>()
  return { ...settings, held, hand: held.entries(), bytes: 0 }
}

export function getHeld(clock: Clock, target: string): Entry | undefined {
  const entry = clock.held.get(target)
  if (entry === undefined) return undefined
  if (!clock.isCurrent(entry)) {
    drop(clock, target, entry)
    return undefined
  }
  // Reading costs less than writing what is there already.
  if (!entry.isUsed) entry.isUsed = true
  return entry
}

export function setHeld(clock: Clock, target: string, entry: Entry): void {
  const before = clock.held.get(target)
  if (before) drop(clock, target, before)
  const size = clock.sizeOf(target, entry)
  if (size > clock.limit / 4) return
  clock.held.set(target, entry)
  clock.bytes += size
  while (clock.bytes > clock.limit) turn(clock)
}

/** Whether there is room for this without anything having to go. */
export const hasRoom = (clock: Clock, target: string, entry: Entry): boolean =>
  clock.bytes + clock.sizeOf(target, entry) <= clock.limit

export function setLimit(clock: Clock, limit: number): void {
  clock.limit = limit
  while (clock.bytes > clock.limit) turn(clock)
}

export function clearHeld(clock: Clock): void {
  clock.held.clear()
  clock.hand = clock.held.entries()
  clock.bytes = 0
}

/** What is held now, one by one: what is added meanwhile is not waited for. */
export function* listHeld({ held, isCurrent }: Clock): Generator<[target: string, entry: Entry]> {
  let left = held.size
  for (const [target, entry] of held) {
    if (left === 0) return
    left -= 1
    if (isCurrent(entry)) yield [target, entry]
  }
}

function drop(clock: Clock, target: string, entry: Entry): void {
  clock.bytes -= clock.sizeOf(target, entry)
  clock.held.delete(target)
}

// The iterator of a Map also sees what is added while it goes on.
function turn(clock: Clock): void {
  const { value, done } = clock.hand.next()
  if (done) {
    clock.hand = clock.held.entries()
    return
  }
  const [target, entry] = value
  const isCurrent = clock.isCurrent(entry)
  if (entry.isUsed && isCurrent) {
    entry.isUsed = false
    return
  }
  drop(clock, target, entry)
  if (isCurrent) clock.left(target, entry)
}
