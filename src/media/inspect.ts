import type { Sentence } from '@/lib/sentence'
import { readJpeg } from './read-jpeg'
import { readPng } from './read-png'
import { readWebp } from './read-webp'
import { say } from './say'

// What a file really is, by its bytes, before anything decodes it. Its name and what the browser says of it count
// for nothing.

const MiB = 1024 * 1024
export const pictureLimits = { bytes: 25 * MiB, pixels: 50_000_000, side: 16_000 } as const

/** What the structure of a file says. `texts` are the parts that hold words and are not pixels. */
export type Structure = {
  width: number
  height: number
  moves: boolean
  /** Where the picture ends; what lies behind it is something else. */
  end: number
  texts: Buffer[]
}
type PictureKind = 'jpeg' | 'png' | 'webp'
export type Inspected = { kind: PictureKind; width: number; height: number } | { trouble: Sentence }

const readers: Record<PictureKind, (bytes: Buffer) => Structure | undefined> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
}

const broken = say('The file is broken or incomplete. Export the picture again and choose the new file.')

/** The kind and size of a still picture that is nothing else besides, or why it is refused. */
export function inspectPicture(bytes: Buffer): Inspected {
  const trouble = bySize(bytes)
  if (trouble) return { trouble }
  const kind = kindOf(bytes)
  if (!kind) return { trouble: notAPicture(bytes) }
  const found = readers[kind](bytes)
  if (!found) return { trouble: broken }
  const refused = byStructure(bytes, found)
  return refused ? { trouble: refused } : { kind, width: found.width, height: found.height }
}

function bySize({ length }: Buffer): Sentence | undefined {
  if (length === 0) return say('The file is empty.')
  if (length > pictureLimits.bytes)
    return say('The file is larger than {most} MB. Save the picture as a JPEG of lower quality.', {
      most: pictureLimits.bytes / MiB,
    })
  return undefined
}

const starts = (bytes: Buffer, magic: string, at = 0): boolean =>
  bytes.subarray(at, at + magic.length).equals(Buffer.from(magic, 'latin1'))

function kindOf(bytes: Buffer): PictureKind | undefined {
  if (starts(bytes, '\xff\xd8\xff')) return 'jpeg'
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'png'
  return starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8) ? 'webp' : undefined
}

const others = [
  { is: (bytes: Buffer, head: string) => /<svg[\s>]/i.test(head), kind: say('an SVG drawing') },
  {
    is: (bytes: Buffer, head: string) => /<(?:!doctype html|html|head|body|script)\b/i.test(head),
    kind: say('a web page'),
  },
  { is: (bytes: Buffer) => starts(bytes, 'GIF8'), kind: say('a GIF') },
  { is: (bytes: Buffer) => starts(bytes, '%PDF'), kind: say('a PDF') },
  { is: (bytes: Buffer) => starts(bytes, 'II*\0') || starts(bytes, 'MM\0*'), kind: say('a TIFF') },
  { is: (bytes: Buffer) => starts(bytes, 'ftyp', 4), kind: say('an AVIF, HEIC or video file') },
] as const

function notAPicture(bytes: Buffer): Sentence {
  const head = bytes.subarray(0, 4096).toString('latin1').replaceAll('\0', '')
  const other = others.find(({ is }) => is(bytes, head))
  return other
    ? say('This is {kind}, which cannot be used here. Choose a JPEG, PNG or WebP file.', { kind: other.kind })
    : say('This is not a picture that can be used here. Choose a JPEG, PNG or WebP file.')
}

const code = /<script|<!doctype|<html|<svg|<iframe|<\?php|javascript:|<%@/i

function byStructure(bytes: Buffer, { width, height, moves, end, texts }: Structure): Sentence | undefined {
  const { pixels, side } = pictureLimits
  if (width < 1 || height < 1) return broken
  if (width * height > pixels || Math.max(width, height) > side)
    return say(
      'The picture is {width} × {height} pixels. It may have {most} million pixels and {side} on a side: make it smaller first.',
      { width, height, most: pixels / 1_000_000, side },
    )
  if (moves) return say('This picture moves. Choose one that stands still.')
  if (!isPadding(bytes.subarray(end)))
    return say(
      'Something else is hidden in this file, behind the picture. Export the picture again and choose the new file.',
    )
  if (texts.some((text) => code.test(text.toString('latin1').replaceAll('\0', ''))))
    return say('There is program code in this file. Export the picture again and choose the new file.')
  return undefined
}

// Some cameras fill the last block with zeros.
const isPadding = (rest: Buffer): boolean => rest.every((byte) => byte === 0)
