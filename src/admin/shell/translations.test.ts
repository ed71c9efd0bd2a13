import { en } from '@payloadcms/translations/languages/en'
import { expect, test } from 'vitest'
import { languages } from '../words'
import { translations } from './translations'

const original: Record<string, Record<string, string>> = en.translations
const partsOf = (text = ''): string[] => text.match(/\{\{\w+\}\}|<\/?\d>/g) ?? []

test.each(languages)(
  'in %s every word stands where the framework looks for one, and is filled with what it gives',
  (language) => {
    for (const [group, words] of Object.entries(translations[language]))
      for (const [key, text] of Object.entries(words)) {
        const before = original[group]?.[key]
        expect(before, `${group}:${key}`).toBeTypeOf('string')
        expect(partsOf(before), `${group}:${key}`).toEqual(expect.arrayContaining(partsOf(text)))
      }
  },
)

test.each(languages)('in %s no word is about the framework or about programs', (language) => {
  const said = Object.values(translations[language]).flatMap((words) => Object.values(words))
  for (const text of said)
    expect(text).not.toMatch(/\b(payload|admin|locale|login|logout|mime|url|user|id|preferences)\b|!/i)
})
