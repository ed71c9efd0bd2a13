import { expect, test } from 'vitest'
import type { Row } from '@/intake'
import { sayMistake, sayValue } from './import-values'

const row = (path: string, value: string): Row => ({
  path,
  value,
  label: '',
  from: 1,
  to: 1,
  source: '',
  confidence: 'sure',
})

test('codes and standard dates are said in words', () => {
  expect(sayValue(row('locale', 'sv'), 'en')).toBe('Swedish')
  expect(sayValue(row('award.countries', 'EE, NO'), 'en')).toBe('Estonia, Norway')
  expect(sayValue(row('laureates.0.birth.date', '1961-03-09'), 'sv')).toBe('9 mars 1961')
  expect(sayValue(row('laureates.1.founded', '2004'), 'en')).toBe('2004')
  expect(sayValue(row('laureates.0.birth.place', 'Viljandi, Estonia (today EE)'), 'sv')).toBe(
    'Viljandi, Estonia',
  )
  expect(sayValue(row('laureates.0.birth.place', 'Reval, Russian Empire (today EE)'), 'sv')).toBe(
    'Reval, Russian Empire (Estland)',
  )
  expect(sayValue(row('laureates.1.headquarters', 'Saint John, CA'), 'de')).toBe('Saint John, Kanada')
  expect(sayValue(row('contacts.0.label', 'Spanish Media (media, es, international)'), 'en')).toBe(
    'Spanish Media (Media, Spanish, International media)',
  )
})

test('texts of the page stay as they are', () => {
  expect(sayValue(row('award.motivation', 'for the rivers of a country'), 'en')).toBe(
    'for the rivers of a country',
  )
})

test('a mistake does not name the question in code', () => {
  expect(
    sayMistake(
      { id: 'award.year', kind: 'wrong', reason: 'must be a year such as 2024.', message: '“award.year” …' },
      'en',
    ),
  ).toBe('Must be a year such as 2024.')
})
