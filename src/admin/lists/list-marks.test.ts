import { expect, test } from 'vitest'
import type { Stage } from '@/units'
import { listMarks } from './list-marks'

const unit = (name: string, stage: Stage, isPublic = stage === 'public') => ({ unit: name, stage, isPublic })
const lines = (units: ReturnType<typeof unit>[], language = 'en') =>
  listMarks(units, language).map(({ text, units: who }) => `${text}: ${who}`)

test('units stand together by stage, what is public first, in the language of the screen', () => {
  const units = [
    unit('ar', 'writing'),
    unit('sv', 'public'),
    unit('shared', 'public'),
    unit('en', 'in-review'),
  ]
  expect(lines(units)).toEqual([
    'Public: Swedish and the shared facts',
    'Ready for review: English',
    'Writing: Arabic',
  ])
  expect(lines(units, 'sv')[0]).toBe('Offentligt: Svenska och de gemensamma uppgifterna')
})

test('what is public and has newer words stands in both places', () => {
  expect(lines([unit('en', 'writing', true), unit('sv', 'public')])).toEqual([
    'Public: English and Swedish',
    'Writing: newer words: English',
  ])
})

test('shared facts that are public without a language are not called public', () => {
  expect(lines([unit('shared', 'public'), unit('en', 'writing')])).toEqual([
    'Published, no language yet: The shared facts',
    'Writing: English',
  ])
})

test('many languages are counted, and named on demand', () => {
  const units = ['shared', 'en', 'sv', 'de', 'fr'].map((name) => unit(name, 'public'))
  expect(listMarks(units, 'en')).toEqual([
    {
      stage: 'public',
      text: 'Public',
      units: '4 languages and the shared facts',
      all: 'English, Swedish, German, French, and the shared facts',
    },
  ])
})

test('a document without units has no line', () => {
  expect(lines([])).toEqual([])
})
