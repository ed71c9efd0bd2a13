import { expect, test } from 'vitest'
import { readDate, readInstant } from './date-words'

const inEnglish = (value: string) => readDate(value, 'en')

test('a date is said with the precision that it has', () => {
  expect(inEnglish('1962-09-25')).toBe('25 September 1962')
  expect(inEnglish('1962-09')).toBe('September 1962')
  expect(inEnglish('1962')).toBe('1962')
  expect(inEnglish('0079-08-24')).toBe('24 August 79')
})

test('doubt and spans are said', () => {
  expect(inEnglish('1996~')).toBe('about 1996')
  expect(inEnglish('1996?')).toBe('1996 (not certain)')
  expect(inEnglish('1996%')).toBe('about 1996 (not certain)')
  expect(inEnglish('198X')).toBe('the years 1980–1989')
  expect(inEnglish('19XX')).toBe('the years 1900–1999')
  expect(inEnglish('../2020')).toBe('until 2020')
  expect(inEnglish('1996/2004')).toBe('1996 – 2004')
  expect(inEnglish('1996/')).toBe('since 1996')
  expect(readDate('1996~/2004?', 'sv')).toBe('omkring 1996 – 2004 (osäkert)')
  expect(readDate('198X', 'de')).toBe('die Jahre 1980–1989')
})

test('what is not a date is not said', () => {
  for (const value of ['', 'yesterday', '1962-13', '2023-02-30', '/', '1/2/3', '25.9.1962']) {
    expect(inEnglish(value)).toBeUndefined()
  }
})

test('a day is said in the language of the screen', () => {
  expect(readDate('1962-09-25', 'sv')).toBe('25 september 1962')
  expect(readDate('1962-09-25', 'de')).toBe('25. September 1962')
})

test('an instant is said like a date, with its time and whose time it is', () => {
  const at = new Date('2026-11-22T20:29:00Z')
  const zone = 'Europe/Stockholm'
  expect(readInstant(at, { language: 'en', zone })).toBe('22 November 2026, 21:29 CET')
  expect(readInstant(at, { language: 'sv', zone })).toBe('22 november 2026, 21:29 CET')
  expect(readInstant(at, { language: 'de', zone })).toBe('22. November 2026, 21:29 MEZ')
  expect(readInstant(at, { language: 'en', zone: 'UTC' })).toBe('22 November 2026, 20:29 UTC')
  expect(readInstant(new Date('2026-12-31T23:30:00Z'), { language: 'en', zone })).toBe(
    '1 January 2027, 00:30 CET',
  )
})
