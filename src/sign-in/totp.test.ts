import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { invitation, newSecret, stepOf } from './totp'

// RFC 6238, appendix B: the last six of the eight digits, for SHA-1 and the secret "12345678901234567890".
const secret = Secret.fromUTF8('12345678901234567890').base32
const vectors: [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
]

test.each(vectors)('at %i seconds the code of the standard is the right one', (seconds, code) => {
  expect(stepOf(code, { secret, lastStep: 0, now: seconds * 1000 })).toBe(Math.floor(seconds / 30))
})

test('a code counts in its 30 seconds and those before and after, not longer', () => {
  const step = Math.floor(1_234_567_890 / 30)
  const at = (seconds: number) => stepOf('005924', { secret, lastStep: 0, now: seconds * 1000 })
  expect(at((step - 1) * 30)).toBe(step)
  expect(at((step + 2) * 30 - 1)).toBe(step)
  expect(at((step - 1) * 30 - 1)).toBeUndefined()
  expect(at((step + 2) * 30)).toBeUndefined()
})

test('a code that was used does not count again, nor does one before it', () => {
  const step = Math.floor(1_234_567_890 / 30)
  const at = (lastStep: number) => stepOf('005924', { secret, lastStep, now: 1_234_567_890_000 })
  expect(at(step - 1)).toBe(step)
  expect(at(step)).toBeUndefined()
  expect(at(step + 1)).toBeUndefined()
})

test.each(['', '5924', '0059240', '00592a', '００５９２４', ' 005924', '-05924'])(
  '“%s” is no code',
  (code) => {
    expect(stepOf(code, { secret, lastStep: 0, now: 1_234_567_890_000 })).toBeUndefined()
  },
)

test('a secret has 160 bits and is another one each time', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(new Set(Array.from({ length: 50 }, newSecret)).size).toBe(50)
})

test('the picture is an SVG without a script, the key is written in groups of four', () => {
  const { picture, key } = invitation(secret, 'åsa+x@example.org')
  const svg = Buffer.from(picture.replace('data:image/svg+xml;base64,', ''), 'base64').toString()
  expect(svg).toMatch(/^<svg [^>]*><rect [^>]*\/><path [^>]*\/><\/svg>$/)
  expect(key.replaceAll(' ', '')).toBe(secret)
})
