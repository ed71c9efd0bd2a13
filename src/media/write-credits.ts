import { crc32 } from 'node:zlib'
import { sha256 } from '@/lib/hash'
import type { RenditionType } from './picture'
import { writeAvif } from './write-avif'
import { iptcSegment } from './write-iptc'
import { xmpPacket, type Credits } from './xmp-packet'

// Credits are written into the container beside the pixels, which stay as they are: no decoding, so a rendition can
// carry exactly what is public at that moment. The renditions are our own, without any metadata.

/** The same picture with the credits as XMP, a JPEG also with IPTC IIM. Throws where `data` is no rendition of ours: a bug. */
export const writeCredits = (data: Buffer, type: RenditionType, credits: Credits): Buffer =>
  writers[type](data, Buffer.from(xmpPacket(credits)), credits)

// Raise with every change of what is written for the same credits.
const edition = 2

/** Names what `writeCredits` writes: files with other credits, or of an earlier edition, are written anew. */
export const creditsMark = (credits: Credits): string => sha256(`${edition} ${xmpPacket(credits)}`)

const writers: Record<RenditionType, (data: Buffer, packet: Buffer, credits: Credits) => Buffer> = {
  'image/jpeg': writeJpeg,
  'image/png': writePng,
  'image/webp': writeWebp,
  'image/avif': writeAvif,
}

// An APP1 segment, right behind the start and the APP0 of JFIF, and an APP13.
function writeJpeg(data: Buffer, packet: Buffer, credits: Credits): Buffer {
  const at = data[3] === 0xe0 ? 4 + data.readUInt16BE(4) : 2
  const body = Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), packet])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([data.subarray(0, at), head, body, iptcSegment(credits), data.subarray(at)])
}

const afterHeader = 33

// An iTXt chunk behind IHDR.
function writePng(data: Buffer, packet: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from('iTXtXML:com.adobe.xmp\0\0\0\0\0'), packet])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(named.length - 4)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([data.subarray(0, afterHeader), length, named, checksum, data.subarray(afterHeader)])
}

// RFC 9649: the extended format (VP8X) says that there is XMP, which comes last.
function writeWebp(data: Buffer, packet: Buffer): Buffer {
  const first = data.toString('latin1', 12, 16)
  const body =
    first === 'VP8X' ? Buffer.from(data.subarray(12)) : Buffer.concat([extended(data), data.subarray(12)])
  body[8] = (body[8] ?? 0) | 0b100
  const chunk = riffChunk('XMP ', packet)
  const head = Buffer.from(data.subarray(0, 12))
  head.writeUInt32LE(4 + body.length + chunk.length, 4)
  return Buffer.concat([head, body, chunk])
}

function extended(data: Buffer): Buffer {
  const isLossless = data.toString('latin1', 12, 16) === 'VP8L'
  const bits = data.readUInt32LE(21)
  const [width, height] = isLossless
    ? [bits & 0x3fff, (bits >> 14) & 0x3fff]
    : [(data.readUInt16LE(26) & 0x3fff) - 1, (data.readUInt16LE(28) & 0x3fff) - 1]
  const body = Buffer.alloc(10)
  if (isLossless && (bits >> 28) & 1) body[0] = 0b10000
  body.writeUIntLE(width, 4, 3)
  body.writeUIntLE(height, 7, 3)
  return riffChunk('VP8X', body)
}

function riffChunk(type: string, body: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}
