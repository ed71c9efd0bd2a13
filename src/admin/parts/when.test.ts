import { expect, test } from 'vitest'
import { whenInWords } from './when'

const now = new Date(2026, 10, 29, 15, 0)
const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 2).toISOString()

test('an instant is said as colleagues say it, in the language of the screen', () => {
  expect(whenInWords(at(29, 14), 'en', now)).toBe('today at 14:02')
  expect(whenInWords(at(28, 23), 'sv', now)).toBe('i går kl. 23:02')
  expect(whenInWords(at(3, 9), 'de', now)).toBe('am 3. November 2026 um 09:02')
  expect(whenInWords(at(3, 9), 'en', now)).toBe('on 3 November 2026 at 09:02')
})
