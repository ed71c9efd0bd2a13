import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localeCodes, type LocaleCode } from '@/lib/locales'
import { askedWords } from './ask'
import { matcher } from './matcher'
import { nameKeys } from './name-keys'
import { ownWords, plainWords } from './words'

describe('spellings of one name have one key', () => {
  test.each([
    [['Bialiatski', 'Bjaljatski', 'Бяляцкі', 'Byalyatski']],
    [['Gorbachev', 'Горбачев', 'Горбачёв', 'Gorbaczev']],
    [['Sholokhov', 'Шолохов']],
    [['Zelenskyy', 'Zelensky', 'Zelenskij']],
    [['Solzhenitsyn', 'Solschenizyn', 'Солженицын']],
    [['Márquez', 'Marques', 'Маркес']],
    [['Naguib', 'Nagib', 'Нагиб']],
  ])('%j', (spellings) => {
    expect(new Set(spellings.flatMap(nameKeys)).size).toBe(1)
  })
})

describe('forms of one word meet', () => {
  test.each<[LocaleCode, string]>([
    ['be', 'прэмія прэміі прэмій прэмію прэміямі'],
    ['be', 'права правы правоў правамі праву'],
    ['be', 'сям’я сям’і сямʼёй'],
    ['uk', 'премія премії премію премією'],
    ['uk', "сім'я сім’ї сімʼєю"],
    ['uk', 'лауреат лауреата лауреати лауреатів лауреатами'],
    ['uk', 'відпочинок відпочинку відпочинком'],
    ['be', 'адпачынак адпачынку адпачынкам'],
    ['uk', 'свобода свободи свободу свободою'],
    ['fa', 'جایزه جایزه‌ها جایزهها جایزه‌های'],
    ['fa', 'آزادی آزاديها آزادی‌های'],
  ])('%s: %s', (locale, forms) => {
    const [first = [], ...others] = forms.split(' ').map((form) => ownWords(form, locale))
    expect(first.filter((reading) => others.every((readings) => readings.includes(reading)))).not.toEqual([])
  })
})

test('folding makes no difference of accents, apostrophes, harakat, tatweel, joiners, letter pairs and digits', () => {
  for (const [one, other] of [
    ['Ångström', 'angstrom'],
    ['O’Neill', "o'neill"],
    ['العُبُودِيَّة', 'العبودية'],
    ['كتـاب', 'کتاب'],
    ['می‌خواهم', 'میخواهم'],
    ['۲۰۲۴', '٢٠٢٤'],
    ['2024', '٢٠٢٤'],
  ])
    expect(plainWords(one ?? '')).toEqual(plainWords(other ?? ''))
})

test('Chinese is read as words and as pairs of characters', () => {
  expect(ownWords('世界人权宣言', 'zh-Hans')).toContain('人权')
  expect(plainWords('人权宣言')).toEqual(['人权', '权宣', '宣言'])
})

test('whatever is asked, the words for Postgres are letters and digits in quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...localeCodes), (text, locale) => {
      for (const { readings, plain, keys } of askedWords(text, [locale, 'en'])) {
        for (const query of [plain, ...readings.map((reading) => reading.query)])
          expect(query).toMatch(/^(?:'[\p{L}\p{N}]+'(?::\*)?(?: & '[\p{L}\p{N}]+')*)?$/u)
        for (const key of keys) expect(key).toMatch(/^\p{L}+$/u)
      }
    }),
    { numRuns: 300 },
  )
})

test('marks stand in order, do not overlap, and lie in the text', () => {
  const text = '人权和人权宣言, human rights — the humans’ rights'
  const spans = matcher(['人权', '权宣', 'human', 'right'], 'en')(text)
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
    '人权',
    '人权宣',
    'human',
    'rights',
    'humans’',
    'rights',
  ])
})
