import type { Structure } from './inspect'

// ISO/IEC 15948: chunks of length, type, data, checksum, from IHDR to IEND.

const isText = (type: string): boolean => ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'iCCP'].includes(type)

/** The structure of a PNG; undefined where it breaks off. */
export function readPng(bytes: Buffer): Structure | undefined {
  const found: Structure = { width: 0, height: 0, moves: false, end: 0, texts: [] }
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const next = at + 12 + length
    if (next > bytes.length) return undefined
    if (at === 8) {
      if (type !== 'IHDR' || length !== 13) return undefined
      found.width = bytes.readUInt32BE(at + 8)
      found.height = bytes.readUInt32BE(at + 12)
    }
    if (type === 'acTL') found.moves = true
    if (isText(type)) found.texts.push(bytes.subarray(at + 8, next - 4))
    if (type === 'IEND') return { ...found, end: next }
    at = next
  }
  return undefined
}
