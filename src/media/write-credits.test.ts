import { load } from 'exifreader'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { RenditionType } from './picture'
import { writeCredits } from './write-credits'

const credits = {
  credit: 'Photo: “Å” & <Ek>',
  creator: 'Ada Ek',
  copyrightNotice: '© 2026 Ada Ek',
  usageTerms: [
    ['en', 'Free for editorial use.'],
    ['ar', 'للاستخدام التحريري مجانًا'],
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
