import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalLanguage,
  countryCodes,
  countryName,
  firstYear,
  isCountry,
  isCurrency,
  isDay,
  isEdtf,
  isLanguage,
  isSlug,
  isSurelyAfter,
  isTimeZone,
  languageName,
  nfc,
  startOfDay,
  textProblem,
  timeZones,
  toE164,
  toSlug,
} from './index'

describe('dates are EDTF', () => {
  test.each([
    '1943',
    '1943-05',
    '1962-09-25',
    '198X',
    '1943~',
    '1943?',
    '../2020',
    '2019/2020',
    '1962/',
    '1962/..',
    '1962-21',
    '1962-XX-25',
    '0050-02-03',
    '-0044-03-15',
    '2024-02-29',
    '2024-02-~29',
    '[1667,1668]',
  ])('%s is kept', (date) => {
    expect(isEdtf(date)).toBe(true)
  })
  test.each([
    '1943-00-00',
    '25.9.1962',
    'September 1962',
    '',
    '2021-02-30',
    ' 1943',
    '1'.repeat(65),
    '2021-13',
    '2021-04-31',
    '1900-02-29',
    '2023-02-29/2024',
    '2023-02-~29',
    '2020/1990',
    // A year that is not finished, a date without hyphens, an interval that says nothing.
    '19',
    '196',
    '196~',
    '19620925',
    '/',
    '../..',
    '../',
  ])('%j is refused', (date) => {
    expect(isEdtf(date)).toBe(false)
  })
  test.each([
    ['1962-09-25', '1962-09-24', true],
    ['1962', '1961-12-31', true],
    ['198X', '1979', true],
    ['1962-09-25', '1962-09-25', false],
    ['1962-09-25', '1962', false],
    ['1962', '1962-09-25', false],
    ['1985', '198X', false],
    ['1962', '1950/..', false],
    ['1962', '../1950', true],
    ['1962~', '1950', false],
    ['1962', '1950?', false],
    ['soon', '1950', false],
  ])('%s is surely after %s: %s', (one, other, expected) => {
    expect(isSurelyAfter(one, other)).toBe(expected)
  })
  test('a day is a whole day that exists', () => {
    expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('2024-02')]).toEqual([true, false, false])
  })
  test('the first year that a date can mean', () => {
    expect([firstYear('198X'), firstYear('1962-09-25'), firstYear('../2020'), firstYear('x')]).toEqual([
      1980,
      1962,
      undefined,
      undefined,
    ])
  })
  test('any string is answered, never thrown at', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(typeof isEdtf(text)).toBe('boolean')
      }),
    )
  })
})

describe('languages are BCP-47', () => {
  test('"se" and "no" are not what Swedish and Norwegian are called', () => {
    expect([canonicalLanguage('SV'), canonicalLanguage('zh-hans'), canonicalLanguage('x y')]).toEqual([
      'sv',
      'zh-Hans',
      undefined,
    ])
    expect([
      isLanguage('sv'),
      isLanguage('nb'),
      isLanguage('zh-Hans'),
      isLanguage('SV'),
      isLanguage('qqq'),
    ]).toEqual([true, true, true, false, false])
    expect(languageName('sv', 'de')).toBe('Schwedisch')
  })
})

describe('countries are ISO 3166', () => {
  test('the awkward ones are there', () => {
    expect(['EH', 'HK', 'PS', 'XK', 'BY'].every(isCountry)).toBe(true)
    expect(['by', 'BLR', 'ZZ', 'UK', ''].some(isCountry)).toBe(false)
    expect(countryCodes()).toContain('XK')
    expect(new Set(countryCodes()).size).toBe(countryCodes().length)
    expect(countryName('BY', 'sv')).toBe('Belarus')
  })
})

describe('slugs', () => {
  test('from Latin names, ASCII, no double hyphens', () => {
    expect(toSlug('Åsa Øst & Œuvre “Viska”')).toBe('asa-ost-and-oeuvre-viska')
    expect([isSlug('mira-sand'), isSlug('Mira'), isSlug('a--b'), isSlug('-a'), isSlug('é')]).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
  test('whatever comes, what comes out is a slug or nothing', () => {
    assert(
      property(string({ unit: 'grapheme' }), (name) => {
        const slug = toSlug(name)
        expect(slug === '' || isSlug(slug)).toBe(true)
      }),
    )
  })
})

describe('phones are E.164 beside the number as written', () => {
  test('the zero in brackets goes in Britain and stays in Italy', () => {
    expect(toE164('+44 (0)20 7946 0018')).toBe('+442079460018')
    expect(toE164('+39 06 6988 0000')).toBe('+390669880000')
    expect(toE164('call us')).toBeUndefined()
  })
})

describe('time zones and currencies', () => {
  test('IANA names and ISO 4217 codes', () => {
    expect([isTimeZone('Europe/Stockholm'), isTimeZone('Mars/Base'), isTimeZone('+02:00')]).toEqual([
      true,
      false,
      false,
    ])
    expect(timeZones().every(isTimeZone)).toBe(true)
    expect([isCurrency('SEK'), isCurrency('kr')]).toEqual([true, false])
  })
})

describe('the start of a day', () => {
  test.each([
    ['2026-11-29', 'UTC', 0, '2026-11-29T00:00:00.000Z'],
    ['2026-11-29', 'Europe/Stockholm', 0, '2026-11-28T23:00:00.000Z'],
    ['2026-10-25', 'Europe/Oslo', 0, '2026-10-24T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Oslo', 1, '2026-10-25T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Oslo', 1, '2026-03-29T22:00:00.000Z'],
    ['2026-12-31', 'Pacific/Auckland', 1, '2026-12-31T11:00:00.000Z'],
    ['2026-07-01', 'America/St_Johns', 0, '2026-07-01T02:30:00.000Z'],
  ])('%s in %s, %i days later, is %s', (...[day, zone, later, instant]) => {
    expect(startOfDay(day, zone, later).toISOString()).toBe(instant)
  })
})

describe('text at the edge', () => {
  test.each([
    ['half of a pair', 'a\uD800b'],
    ['NUL', 'a\u0000b'],
    ['a control character', 'a\u0007b'],
    ['a direction override', 'a\u202Eb'],
    ['an isolate', 'a\u2066b'],
  ])('%s is refused with a sentence', (_, text) => {
    expect(textProblem(text)).toMatch(/^holds /)
  })
  test('what languages need is kept', () => {
    expect(textProblem('می\u200Cخواهم \u200E\u200F line\nbreak\ttab “”')).toBeUndefined()
    expect(nfc('e\u0301')).toBe('é')
  })
})
