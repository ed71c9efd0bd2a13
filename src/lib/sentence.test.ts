import { describe, expect, test } from 'vitest'
import { refusals, refuse, sayRefusal, type RefusalCode } from './errors'
import { capitalised, inLanguage, joined, phrasebook, screenLanguage, screenLanguages } from './sentence'

const say = phrasebook({
  '{who} may write in {language}.': [
    '{who} får skriva på {language}.',
    '{who} darf auf {language} schreiben.',
  ],
  'the year': ['året', 'das Jahr'],
})

test('a sentence and its parts come in the language of the reader', () => {
  const said = say('{who} may write in {language}.', { who: capitalised(say('the year')), language: 'sv' })
  expect(screenLanguages.map((language) => inLanguage(said, language))).toEqual([
    'The year may write in sv.',
    'Året får skriva på sv.',
    'Das Jahr darf auf sv schreiben.',
  ])
})

test('what people wrote is never read as a sentence', () => {
  const said = say('{who} may write in {language}.', { who: '{language} $& {who}', language: '1' })
  expect(inLanguage(said, 'en')).toBe('{language} $& {who} may write in 1.')
})

test('several sentences are one', () => {
  expect(inLanguage(joined([say('the year'), 7], ', '), 'de')).toBe('das Jahr, 7')
})

test('a language that the desk does not speak is English', () => {
  expect(['sv', 'de', 'fr', undefined].map(screenLanguage)).toEqual(['sv', 'de', 'en', 'en'])
})

const codes = Object.keys(refusals) as RefusalCode[]
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

describe.each(codes)('%s', (code) => {
  test('is said in every language, each with the same parts', () => {
    const names = namesIn(refusals[code].en).toSorted()
    const details = Object.fromEntries(names.map((name) => [name, say('the year')]))
    const refusal = refuse(code, details as never)
    for (const language of screenLanguages) {
      expect(namesIn(refusals[code][language]).toSorted(), language).toEqual(names)
      expect(sayRefusal(refusal, language).message, language).not.toMatch(/[{}]|undefined/)
    }
    expect(refusal.message).toBe(sayRefusal(refusal, 'en').message)
    expect(Object.values(sayRefusal(refusal, 'sv').data.details)).toEqual(names.map(() => 'året'))
  })
})
