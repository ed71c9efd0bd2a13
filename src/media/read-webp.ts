import type { Structure } from './inspect'

// RFC 9649: a RIFF container of chunks, each padded to an even length.

/** The structure of a WebP; undefined where it breaks off. */
export function readWebp(bytes: Buffer): Structure | undefined {
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length || bytes.length < 30) return undefined
  const found: Structure = { width: 0, height: 0, moves: false, end, texts: [] }
  let at = 12
  while (at + 8 <= end) {
    const type = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (data.length < length || at + 8 + length > end) return undefined
    readChunk(type, data, found)
    at += 8 + length + (length % 2)
  }
  return found.width > 0 ? found : undefined
}

function readChunk(type: string, data: Buffer, found: Structure): void {
  if (type === 'ANIM' || type === 'ANMF') found.moves = true
  if (type === 'EXIF' || type === 'XMP ' || type === 'ICCP') found.texts.push(data)
  if (data.length >= 10) sized[type]?.(data, found)
}

const sized: Record<string, (data: Buffer, found: Structure) => void> = {
  VP8X: (data, found) => {
    found.moves ||= ((data[0] ?? 0) & 0b10) !== 0
    atLeast(found, data.readUIntLE(4, 3) + 1, data.readUIntLE(7, 3) + 1)
  },
  'VP8 ': (data, found) => atLeast(found, data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff),
  VP8L: (data, found) => {
    const bits = data.readUInt32LE(1)
    atLeast(found, (bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)
  },
}

// A header that says less than the pixels need would pass the limits.
function atLeast(found: Structure, width: number, height: number): void {
  found.width = Math.max(found.width, width)
  found.height = Math.max(found.height, height)
}
