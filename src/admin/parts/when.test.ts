import { expect, test } from 'vitest'
import { whenInWords } from './when'

const zone = 'Europe/Stockholm'
const now = new Date('2026-11-29T14:00:00Z')

test('an instant is said as colleagues say it, in the language of the screen, with its zone', () => {
  expect(whenInWords('2026-11-29T13:02:00Z', { language: 'en', zone }, now)).toBe('today at 14:02 CET')
  expect(whenInWords('2026-11-28T22:02:00Z', { language: 'sv', zone }, now)).toBe('i går kl. 23:02 CET')
  expect(whenInWords('2026-11-03T08:02:00Z', { language: 'de', zone }, now)).toBe(
    'am 3. November 2026 um 09:02 MEZ',
  )
  expect(whenInWords('2026-11-03T08:02:00Z', { language: 'en', zone }, now)).toBe(
    'on 3 November 2026 at 09:02 CET',
  )
})

test('which day it is, is for the clock of the foundation to say', () => {
  const midnight = new Date('2026-11-29T23:30:00Z')
  expect(whenInWords('2026-11-29T23:10:00Z', { language: 'en', zone }, midnight)).toBe('today at 00:10 CET')
  expect(whenInWords('2026-11-29T22:10:00Z', { language: 'en', zone }, midnight)).toBe(
    'yesterday at 23:10 CET',
  )
  expect(whenInWords('2026-11-29T22:10:00Z', { language: 'en', zone: 'UTC' }, midnight)).toBe(
    'today at 22:10 UTC',
  )
})
