import type { Entry } from './entry'
import type { Coding } from './negotiate-coding'

// An answer as bytes in a file: the length of its facts (uint32, big endian), the facts as JSON, then the bytes of each
// coding as they are. So nothing that is large is copied to be written.

type Facts = Omit<Entry, 'identity' | 'br' | 'gzip' | 'modifiedAt'> & {
  target: string
  modifiedAt: number | null
  codings: [name: Coding, etag: string, commonAt: number, bodyAt: number, length: number][]
}
const codings: readonly Coding[] = ['identity', 'br', 'gzip']

/** The pieces of the record, one after the other. */
export function writeRecord(target: string, { identity, br, gzip, modifiedAt, ...facts }: Entry): Buffer[] {
  const variants = { identity, br, gzip }
  const there = codings.flatMap((name) => {
    const variant = variants[name]
    return variant ? [{ name, ...variant }] : []
  })
  const written: Facts = {
    ...facts,
    target,
    modifiedAt: Number.isNaN(modifiedAt) ? null : modifiedAt,
    codings: there.map(({ name, etag, commonAt, bodyAt, bytes }) => [
      name,
      etag,
      commonAt,
      bodyAt,
      bytes.length,
    ]),
  }
  const text = Buffer.from(JSON.stringify(written))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return [length, text, ...there.map(({ bytes }) => bytes)]
}

export const lengthOf = (record: readonly Buffer[]): number =>
  record.reduce((sum, piece) => sum + piece.length, 0)

/** The answer and its request target; its bytes are pieces of `bytes`. Undefined where these are no record. */
export function readRecord(bytes: Buffer): { target: string; entry: Entry } | undefined {
  let at = 4 + bytes.readUInt32BE()
  const { codings: there, target, modifiedAt, ...facts }: Facts = JSON.parse(bytes.toString('utf8', 4, at))
  const variants = there.map(([name, etag, commonAt, bodyAt, size]) => {
    const variant = { etag, commonAt, bodyAt, bytes: bytes.subarray(at, at + size) }
    at += size
    return [name, variant] as const
  })
  const found = new Map(variants)
  const identity = found.get('identity')
  if (!identity) return undefined
  const entry = {
    ...facts,
    modifiedAt: modifiedAt ?? Number.NaN,
    identity,
    br: found.get('br'),
    gzip: found.get('gzip'),
  }
  return { target, entry }
}
