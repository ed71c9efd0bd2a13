// Byte ranges (RFC 9110, section 14): one range of bytes; what is asked otherwise gets the whole.

export type Slice = { start: number; end: number }

/** The asked bytes, `end` included; 'whole' where there is no range that counts here, 'none' where it lies behind the end. */
export function readRange(header: string | undefined, length: number): Slice | 'whole' | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first !== '') return between(Number(first), last === '' ? length - 1 : Number(last), length)
  return last === '' ? 'whole' : lastOnes(Number(last), length)
}

function between(start: number, last: number, length: number): Slice | 'whole' | 'none' {
  if (start >= length) return 'none'
  return last < start ? 'whole' : { start, end: Math.min(last, length - 1) }
}

const lastOnes = (count: number, length: number): Slice | 'none' =>
  count === 0 ? 'none' : { start: Math.max(0, length - count), end: length - 1 }
