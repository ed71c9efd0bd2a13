import { expect, test } from 'vitest'
import { sayDate } from './say-date'

test('a date is read back with its precision', () => {
  expect(sayDate(' 1962-09 ', 'en', false)).toBe('Reads: September 1962')
  expect(sayDate('1962~', 'sv', false)).toBe('Läses: omkring 1962')
})

test('what is no date is answered with how to write one', () => {
  expect(sayDate('soon', 'en', false)).toContain('1962-09-25, 1962-09 or 1962')
})

test.each(['2027', '2027-01', '2027-01~', '2027-02-30', '../2027-01-31'])(
  'where a whole day is needed, %s is none, and the advice is a whole day',
  (typed) => {
    expect(sayDate(typed, 'en', true)).toBe('This is not a day yet. Write it as 2027-01-31.')
    expect(sayDate(typed, 'de', true)).toContain('2027-01-31')
  },
)

test('a whole day is read back', () => {
  expect(sayDate('2027-01-31', 'sv', true)).toBe('Läses: 31 januari 2027')
})
