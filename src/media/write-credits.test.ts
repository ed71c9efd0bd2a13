import { load } from 'exifreader'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { RenditionType } from './picture'
import { writeCredits } from './write-credits'
import type { Credits } from './xmp-packet'

const credits = {
  credit: 'Photo: “Å” & <Ek>',
  creator: 'Ada Ek',
  copyrightNotice: '© 2026 Ada Ek',
  usageTerms: [
    ['en', 'Free for editorial use.'],
    ['ar', 'للاستخدام التحريري مجانًا'],
  ],
  captions: [
    ['en', 'Ada Ek at sea'],
    ['sv', 'Ada Ek till sjöss'],
  ],
} as const

const see = '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'
const plain = (channels: 3 | 4) =>
  sharp({ create: { width: 61, height: 47, channels, background: { r: 9, g: 99, b: 199, alpha: 0.5 } } })

const made: [string, RenditionType, () => Promise<Buffer>][] = [
  ['JPEG', 'image/jpeg', () => plain(3).jpeg().toBuffer()],
  ['PNG', 'image/png', () => plain(4).png().toBuffer()],
  ['WebP', 'image/webp', () => plain(3).webp().toBuffer()],
  ['WebP that one sees through', 'image/webp', () => plain(4).webp().toBuffer()],
  ['WebP without loss', 'image/webp', () => plain(4).webp({ lossless: true }).toBuffer()],
  ['AVIF', 'image/avif', () => plain(3).avif().withXmp(see).toBuffer()],
  ['AVIF that one sees through', 'image/avif', () => plain(4).avif().withXmp(see).toBuffer()],
]

test.each(made)('%s carries the credits, and the same pixels', async (_name, type, make) => {
  const before = await make()
  const after = writeCredits(before, type, credits)
  const xmp = (await sharp(after).metadata()).xmpAsString ?? ''
  expect(xmp).toContain('<photoshop:Credit>Photo: “Å” &amp; &lt;Ek&gt;</photoshop:Credit>')
  expect(xmp).toContain('<rdf:li xml:lang="ar">للاستخدام التحريري مجانًا</rdf:li>')
  const { xmp: told } = await load(after, { expanded: true, async: true })
  expect(told?.['Credit']?.description).toBe('Photo: “Å” & <Ek>')
  expect(told?.['creator']?.description).toBe('Ada Ek')
  expect(told?.['rights']?.description).toBe('© 2026 Ada Ek')
  expect(told?.['description']?.value).toMatchObject([
    { value: 'Ada Ek at sea', attributes: { lang: 'x-default' } },
    { value: 'Ada Ek at sea', attributes: { lang: 'en' } },
    { value: 'Ada Ek till sjöss', attributes: { lang: 'sv' } },
  ])
  const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()
  expect((await pixels(after)).equals(await pixels(before))).toBe(true)
})

test('terms that do not fit are left out, the credit never', async () => {
  const long = {
    ...credits,
    usageTerms: [
      ['en', 'x'.repeat(30_000)],
      ['sv', 'å'.repeat(20_000)],
    ],
  } as const
  const after = writeCredits(await plain(3).jpeg().toBuffer(), 'image/jpeg', long)
  const xmp = (await sharp(after).metadata()).xmpAsString ?? ''
  expect(xmp).toContain('photoshop:Credit')
  expect(xmp).toContain('xxxx')
  expect(xmp).not.toContain('åååå')
})

test('captions make room for terms', async () => {
  const long = { ...credits, captions: [['en', 'y'.repeat(70_000)]] } as const
  const after = writeCredits(await plain(3).jpeg().toBuffer(), 'image/jpeg', long)
  const xmp = (await sharp(after).metadata()).xmpAsString ?? ''
  expect(xmp).toContain('Free for editorial use.')
  expect(xmp).not.toContain('yyyy')
})

describe('IPTC IIM in a JPEG', () => {
  const textOf = (iptc: object | undefined, name: string) =>
    (iptc as Record<string, { description: string }> | undefined)?.[name]?.description

  const iptcOf = async (given: Credits) =>
    (
      await load(writeCredits(await plain(3).jpeg().toBuffer(), 'image/jpeg', given), {
        expanded: true,
        async: true,
      })
    ).iptc

  test('says the same as XMP, in UTF-8, to systems that read nothing else', async () => {
    const iptc = await iptcOf({
      ...credits,
      captions: [
        ['en', 'Ada Ek på sjön, 北京'],
        ['sv', 'Till sjöss'],
      ],
    })
    const said = Object.fromEntries(
      Object.entries(iptc ?? {}).map(([name, tag]) => [name, (tag as { description?: string }).description]),
    )
    expect(said).toMatchObject({
      'By-line': 'Ada Ek',
      Credit: 'Photo: “Å” & <Ek>',
      'Copyright Notice': '© 2026 Ada Ek',
      'Caption/Abstract': 'Ada Ek på sjön, 北京',
      'Coded Character Set': 'UTF-8',
    })
  })

  test('leaves out what nobody said', async () => {
    const iptc = await iptcOf({ ...credits, creator: null, copyrightNotice: null, captions: [] })
    expect(Object.keys(iptc ?? {})).toContain('Credit')
    for (const name of ['By-line', 'Copyright Notice', 'Caption/Abstract'])
      expect(Object.keys(iptc ?? {})).not.toContain(name)
  })

  test('holds whole words, as many as the standard has room for', async () => {
    const credit = 'Photo: Åsa Ek / Hearthlight Foundation 2025'
    expect(textOf(await iptcOf({ ...credits, credit }), 'Credit')).toBe('Photo: Åsa Ek / Hearthlight')
  })

  test('holds whole characters of a word that is too long', async () => {
    const family = '👩‍👩‍👧'
    const iptc = await iptcOf({
      ...credits,
      credit: `${'å'.repeat(15)}xx${'å'.repeat(15)}`,
      creator: `${'x'.repeat(20)}${family}`,
      captions: [['en', '光'.repeat(700)]],
    })
    expect(textOf(iptc, 'Credit')).toBe(`${'å'.repeat(15)}xx`)
    expect(textOf(iptc, 'By-line')).toBe('x'.repeat(20))
    expect(textOf(iptc, 'Caption/Abstract')).toBe('光'.repeat(666))
  })
})
