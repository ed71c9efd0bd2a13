import type { Structure } from './inspect'

// ISO/IEC 10918-1: markers, and between the start of a scan and the next marker the compressed pixels.

const sizes = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
const isText = (marker: number): boolean => marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)

/** The structure of a JPEG; undefined where it breaks off. */
export function readJpeg(bytes: Buffer): Structure | undefined {
  const first = readOne(bytes)
  if (!first) return undefined
  return { ...first, end: first.hasFollowers ? endOfFollowers(bytes, first.end) : first.end }
}

type One = Structure & { hasFollowers: boolean }

function readOne(bytes: Buffer): One | undefined {
  const found: One = { width: 0, height: 0, moves: false, end: 0, texts: [], hasFollowers: false }
  let at = 2
  while (at + 4 <= bytes.length || bytes[at + 1] === 0xd9) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return { ...found, end: at + 2 }
    const next =
      isAlone(marker) || marker === 0xff ? at + (marker === 0xff ? 1 : 2) : readSegment(bytes, at, found)
    if (next === undefined) return undefined
    at = next
  }
  return undefined
}

/** Notes what a segment says; returns where the next one begins. */
function readSegment(bytes: Buffer, at: number, found: One): number | undefined {
  const marker = bytes[at + 1] ?? 0
  const length = bytes.readUInt16BE(at + 2)
  const next = at + 2 + length
  if (length < 2 || next > bytes.length) return undefined
  if (sizes.has(marker) && length >= 7) {
    found.height = bytes.readUInt16BE(at + 5)
    found.width = bytes.readUInt16BE(at + 7)
  }
  if (isText(marker)) {
    const text = bytes.subarray(at + 4, next)
    found.texts.push(text)
    // Several pictures in one file (CIPA DC-007), as telephones write them: previews and light maps follow.
    if (marker === 0xe2 && text.subarray(0, 4).toString('latin1') === 'MPF\0') found.hasFollowers = true
  }
  return marker === 0xda ? endOfScan(bytes, next) : next
}

function endOfScan(bytes: Buffer, from: number): number | undefined {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (marker !== 0 && !(marker >= 0xd0 && marker <= 0xd7) && marker !== 0xff) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return undefined
}

const mostFollowers = 8

// What follows must be whole pictures too, each looked at like the first.
function endOfFollowers(bytes: Buffer, from: number): number {
  let end = from
  for (let count = 0; count < mostFollowers; count += 1) {
    const start = skipZeros(bytes, end)
    if (bytes[start] !== 0xff || bytes[start + 1] !== 0xd8) return end
    const next = readOne(bytes.subarray(start))
    if (!next) return end
    end = start + next.end
  }
  return end
}

function skipZeros(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === 0) at += 1
  return at
}
