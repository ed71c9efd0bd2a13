import { createHash } from 'node:crypto'

/** SHA-256 of bytes or of UTF-8 text, lower-case hex (FIPS 180-4). */
export const sha256 = (input: string | Uint8Array): string => createHash('sha256').update(input).digest('hex')

/**
 * JSON with the keys of every object sorted, so that equal content has equal text whatever the key order
 * (Postgres jsonb reorders keys). Throws TypeError on cycles, as JSON.stringify does.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
