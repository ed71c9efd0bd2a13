import { expect, test } from 'vitest'
import { phrase } from './words/phrases'

test('what the reader of pages says is said in Swedish and German, with the names that it holds', () => {
  expect(phrase('Mira Talvik: date of birth', 'sv')).toBe('Mira Talvik: födelsedatum')
  expect(phrase('What is the e-mail address of Una Marsh?', 'de')).toBe(
    'Wie lautet die E-Mail-Adresse von Una Marsh?',
  )
  expect(phrase('Is “A & B” one laureate or 2?', 'sv')).toBe('Är ”A & B” en pristagare eller 2?')
})

test('a sentence that has no translation stays as it is, and English is English', () => {
  expect(phrase('A sentence that nobody knows', 'sv')).toBe('A sentence that nobody knows')
  expect(phrase('Countries', 'en')).toBe('Countries')
})
