import type { Reading } from './database'
import type { Slice } from './byte-range'
import { gone } from './refused'

// Bytes of public files, a slice at a time, so that no reading and no sending holds up an answer from memory.

/** As publishing cuts files. */
const partBytes = 256 * 1024
/** Divides a part. */
const sliceBytes = 64 * 1024

const statement = {
  name: 'file slice',
  text: `select encode(substring(data from $3 for ${sliceBytes}), 'base64') as data from published.file_parts where sha256 = $1 and number = $2`,
}

/** Base64 is a third shorter than what Postgres makes of bytes by itself, and read seven times as fast. */
export const bytesOf = (base64: string): Buffer<ArrayBuffer> => Buffer.from(base64, 'base64')

/** The slice in which a byte lies: where it begins, and its part with its place in it, as SQL counts. */
export function sliceAt(byte: number) {
  const at = byte - (byte % sliceBytes)
  return { at, number: Math.floor(at / partBytes), from: (at % partBytes) + 1, bytes: sliceBytes }
}

type First = { at: number; data: Buffer<ArrayBuffer> | null }

/** The bytes from `start` to `end`, read as they are asked for. `first`: a slice that is read already. */
export async function* readSlices(
  files: Reading,
  { sha256, first }: { sha256: string; first?: First },
  { start, end }: Slice,
): AsyncGenerator<Buffer<ArrayBuffer>> {
  for (let { at } = sliceAt(start); at <= end; at += sliceBytes) {
    const data = first?.at === at ? first.data : await readSlice(files, sha256, at)
    // Taken down or changed meanwhile: what is left is not public any more.
    if (!data) throw gone
    yield data.subarray(Math.max(0, start - at), end - at + 1)
  }
}

async function readSlice(
  files: Reading,
  sha256: string,
  at: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const { number, from } = sliceAt(at)
  const [row] = await files.query<{ data: string }>(statement, [sha256, number, from])
  return row && bytesOf(row.data)
}
