import { expect, test } from 'vitest'
import { fallbackChain, localeCodes, nameChain, sourceLocale } from './locales'

// What stands in for a language is policy: the same language in another form, or the source; never a neighbour.

const languageOf = (code: string) => new Intl.Locale(code).language

test('texts are stood in for by the same language or by the source, never by a neighbour', () => {
  for (const code of localeCodes) {
    const [first, ...others] = fallbackChain(code)
    expect(first).toBe(code)
    const strangers = others.filter(
      (other) => other !== sourceLocale && languageOf(other) !== languageOf(code),
    )
    expect([code, strangers]).toEqual([code, []])
    expect(new Set(others).size).toBe(others.length)
  }
})

test('names in Cyrillic, Arabic or Chinese letters stand in last, after all that most can read', () => {
  const isLatin = (code: string) => new Intl.Locale(code).maximize().script === 'Latn'
  for (const code of localeCodes) {
    const chain = nameChain(code)
    expect([...chain].toSorted()).toEqual([...localeCodes].toSorted())
    expect(chain.slice(0, 2)).toContain(sourceLocale)
    const rest = chain.slice(fallbackChain(code).length).map(isLatin)
    expect([code, rest]).toEqual([code, [...rest].toSorted((a, b) => Number(b) - Number(a))])
  }
})
