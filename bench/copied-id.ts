import { createHash } from 'node:crypto'

/** The id of copy `n`; the same as `bench.id` in SQL. */
export function idOf(id: string, n: number): string {
  if (n === 0) return id
  const hex = createHash('md5').update(`${id}:${n}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
