import { crc32 } from 'node:zlib'

// ZIP archives (APPNOTE 6.3) whose files are stored as they are: the length is known before the first byte, and the same
// files make the same bytes. There is no time in them but the first one that ZIP knows, 1980.

/** A file of the archive. Bytes that are not at hand are read when their turn comes. */
export type ZipPart = { name: string; size: number; bytes?: Buffer }

/** The most that can be said without the 64-bit records of ZIP. */
const most = 0xffff_fffe

const headerBytes = 30
const descriptorBytes = 16
const entryBytes = 46
const endBytes = 22

/** Bytes of the whole archive. Throws where that is more than ZIP can say. */
export function zipLength(parts: readonly ZipPart[]): number {
  const length = parts.reduce((sum, { name, size, bytes }) => {
    const around = headerBytes + entryBytes + 2 * Buffer.byteLength(name) + (bytes ? 0 : descriptorBytes)
    return sum + around + size
  }, endBytes)
  if (length > most || parts.length > 0xfffe) throw new Error('An archive is too large for ZIP.')
  return length
}

/** The bytes of the archive, a piece at a time; nothing is read before it is asked for. */
export async function* zipPieces<Part extends ZipPart>(
  parts: readonly Part[],
  read: (part: Part) => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const entries: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const start = at
    const sums = { crc: part.bytes ? crc32(part.bytes) : 0, size: part.size }
    const head = Buffer.concat([localHeader(part, sums), ...(part.bytes ? [part.bytes] : [])])
    at += head.length
    yield head
    if (!part.bytes) {
      for await (const piece of read(part)) {
        sums.crc = crc32(piece, sums.crc)
        yield piece
      }
      yield descriptor(sums)
      at += part.size + descriptorBytes
    }
    entries.push(entry(part, sums, start))
  }
  const directory = Buffer.concat(entries)
  yield Buffer.concat([directory, endOfDirectory(parts.length, directory.length, at)])
}

type Sums = { crc: number; size: number }
type Field = readonly [bytes: 2 | 4, value: number]

function record(fields: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of fields) at = bytes.writeUIntLE(value, at, size)
  return bytes
}

const first1980 = 0x21

// From the version that reads it to the date. Names are UTF-8; sums of what is yet to be read follow it.
const opening = ({ bytes }: ZipPart): Field[] => [
  [2, 20],
  [2, bytes ? 0x0800 : 0x0808],
  [2, 0],
  [2, 0],
  [2, first1980],
]
const closing = ({ crc, size }: Sums): Field[] => [
  [4, crc],
  [4, size],
  [4, size],
]
const nothing: Sums = { crc: 0, size: 0 }

const localHeader = (part: ZipPart, sums: Sums): Buffer =>
  Buffer.concat([
    record([
      [4, 0x04034b50],
      ...opening(part),
      ...closing(part.bytes ? sums : nothing),
      [2, Buffer.byteLength(part.name)],
      [2, 0],
    ]),
    Buffer.from(part.name),
  ])

const descriptor = (sums: Sums): Buffer => record([[4, 0x08074b50], ...closing(sums)])

// Made on Unix, a plain file that everyone may read.
const entry = (part: ZipPart, sums: Sums, start: number): Buffer =>
  Buffer.concat([
    record([
      [4, 0x02014b50],
      [2, 0x0314],
      ...opening(part),
      ...closing(sums),
      [2, Buffer.byteLength(part.name)],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0o100644 * 0x1_0000],
      [4, start],
    ]),
    Buffer.from(part.name),
  ])

const endOfDirectory = (count: number, length: number, start: number): Buffer =>
  record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, length],
    [4, start],
    [2, 0],
  ])
