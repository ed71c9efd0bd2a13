import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { inLanguage } from '@/lib/sentence'
import { inspectPicture, pictureLimits } from './inspect'

const plain = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
const made = {
  jpeg: () => plain().jpeg().toBuffer(),
  'progressive jpeg': () => plain().jpeg({ progressive: true }).toBuffer(),
  png: () => plain().png().toBuffer(),
  webp: () => plain().webp().toBuffer(),
  'webp without loss': () => plain().webp({ lossless: true }).toBuffer(),
  'webp with a profile': () => plain().webp().withIccProfile('srgb').toBuffer(),
}
const kinds = Object.keys(made) as (keyof typeof made)[]

const troubleOf = (bytes: Buffer): string | undefined => {
  const found = inspectPicture(bytes)
  return 'trouble' in found ? inLanguage(found.trouble, 'en') : undefined
}

describe.each(kinds)('%s', (kind) => {
  test('is known by its bytes', async () => {
    expect(inspectPicture(await made[kind]())).toEqual({
      kind: kind.replace('progressive ', '').split(' ')[0],
      width: 40,
      height: 30,
    })
  })

  test('that breaks off is refused', async () => {
    const bytes = await made[kind]()
    for (const part of [0.5, 0.8, 0.97])
      expect(troubleOf(bytes.subarray(0, Math.floor(bytes.length * part)))).toMatch(/broken/)
  })

  test('with something behind the picture is refused, zeros are not', async () => {
    const bytes = await made[kind]()
    const archive = Buffer.from('PK\u0003\u0004 an archive')
    expect(troubleOf(Buffer.concat([bytes, archive]))).toMatch(/hidden in this file/)
    expect(troubleOf(Buffer.concat([bytes, Buffer.alloc(16)]))).toBeUndefined()
  })
})

describe('what is no picture', () => {
  const others: [string, string, RegExp][] = [
    ['SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', /an SVG drawing/],
    ['SVG in UTF-16', '<\0s\0v\0g\0 \0x\0m\0l\0n\0s\0=\0', /an SVG drawing/],
    ['HTML', '\n<!DOCTYPE html><p>Hello', /a web page/],
    ['a script', '<script>alert(1)</script>', /a web page/],
    ['GIF', 'GIF89a\u0001\0\u0001\0', /a GIF/],
    ['PDF', '%PDF-1.7', /a PDF/],
    ['AVIF', '\0\0\0\u001cftypavif', /an AVIF/],
    ['TIFF', 'II*\0', /a TIFF/],
    ['nonsense', 'nothing that anybody knows', /not a picture/],
    ['nothing', '', /empty/],
  ]
  test.each(others)('%s is refused by name', (_name, text, said) => {
    expect(troubleOf(Buffer.from(text, 'latin1'))).toMatch(said)
  })
})

describe('what hides in a picture', () => {
  const script = '<script>alert(1)</script>'

  test('a script in the comment of a JPEG is refused', async () => {
    const bytes = await made.jpeg()
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, script.length + 2]), Buffer.from(script)])
    expect(troubleOf(Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)]))).toMatch(
      /program code/,
    )
  })

  test('a script in a text of a PNG is refused', async () => {
    const bytes = await made.png()
    const text = chunk('tEXt', Buffer.from(`Comment\0${script}`))
    expect(troubleOf(Buffer.concat([bytes.subarray(0, 33), text, bytes.subarray(33)]))).toMatch(
      /program code/,
    )
  })

  test('a web page in the description of a picture is refused', async () => {
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- --><html onload="alert(1)"></html></x:xmpmeta>'
    expect(troubleOf(await plain().webp().withXmp(xmp).toBuffer())).toMatch(/program code/)
  })

  test('further pictures of a telephone are no trouble, an archive behind them is', async () => {
    const bytes = await made.jpeg()
    const several = Buffer.concat([Buffer.from([0xff, 0xe2, 0, 8]), Buffer.from('MPF\0..')])
    const both = Buffer.concat([bytes.subarray(0, 2), several, bytes.subarray(2), bytes])
    expect(troubleOf(both)).toBeUndefined()
    expect(troubleOf(Buffer.concat([both, Buffer.from('PK')]))).toMatch(/hidden in this file/)
  })
})

describe('what would be too much', () => {
  test('a picture of more pixels than its bytes tell of is refused before it is decoded', async () => {
    const bytes = await made.png()
    const head = Buffer.alloc(13)
    head.writeUInt32BE(60_000, 0)
    head.writeUInt32BE(60_000, 4)
    head.set([8, 2, 0, 0, 0], 8)
    const bomb = Buffer.concat([bytes.subarray(0, 8), chunk('IHDR', head), bytes.subarray(33)])
    expect(troubleOf(bomb)).toMatch(/60000 × 60000 pixels/)
  })

  test('a header of WebP that says less than the pixels need does not help', async () => {
    const bytes = await made['webp with a profile']()
    const pixels = bytes.indexOf('VP8 ') + 8
    bytes.writeUInt16LE(9000, pixels + 6)
    bytes.writeUInt16LE(8000, pixels + 8)
    expect(troubleOf(bytes)).toMatch(/pixels/)
  })

  test('a picture that moves is refused', async () => {
    const frames = await sharp(
      await sharp({ create: { width: 8, height: 16, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    )
      .webp()
      .toBuffer()
    const animated = Buffer.concat([
      frames.subarray(0, 12),
      riff('ANIM', Buffer.alloc(6)),
      frames.subarray(12),
    ])
    animated.writeUInt32LE(animated.length - 8, 4)
    expect(troubleOf(animated)).toMatch(/moves/)
    const bytes = await made.png()
    const moving = Buffer.concat([bytes.subarray(0, 33), chunk('acTL', Buffer.alloc(8)), bytes.subarray(33)])
    expect(troubleOf(moving)).toMatch(/moves/)
  })

  test('a file of too many bytes is refused', () => {
    expect(troubleOf(Buffer.alloc(pictureLimits.bytes + 1))).toMatch(/larger than/)
  })
})

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, checksum])
}

function riff(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(type, 'latin1'), length, data])
}
