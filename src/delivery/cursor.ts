import { refused } from './refused'

// Where a page begins: after the item with this place in the order. Opaque to clients (base64url of JSON),
// bound by a fingerprint to the query that it came from. It is no secret and grants nothing.

/** `rank` is the leading number of orders that have one (year, quality of a match), else 0. */
export type Place = { rank: number; key: string; id: string }

/** The cursor for `place` in the list with this fingerprint. */
export const writeCursor = ({ rank, key, id }: Place, fingerprint: string): string =>
  Buffer.from(JSON.stringify([fingerprint, rank, key, id])).toString('base64url')

/** Throws Refused (400) for what is no cursor of this list. */
export function readCursor(cursor: string, fingerprint: string): Place {
  const parts = decode(cursor)
  if (!Array.isArray(parts) || parts.length !== 4) throw badCursor('is not one that this list gave')
  const [from, rank, key, id]: unknown[] = parts
  if (from !== fingerprint) throw badCursor('belongs to a list with other parameters')
  if (!isRank(rank) || !isKey(key) || !isId(id)) throw badCursor('is not one that this list gave')
  return { rank, key, id }
}

const isRank = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Math.abs(Number(value)) < 100_000
const isKey = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000')
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

function decode(cursor: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(cursor, 'base64url')))
  } catch {
    return undefined
  }
}

export const badCursor = (why: string) =>
  refused('bad-value', {
    detail: `“cursor” ${why}.`,
    parameter: 'cursor',
    allowed: ['the cursor in links.next of the page before, with the same other parameters'],
  })
