import type { LocaleCode } from '@/lib/locales'
import { nameKeys } from './name-keys'
import { configOf, foldedWords, plainWords, readWords, withoutElisions } from './words'

// What somebody asks for, as data for `published.search_query`: one item per word, each with its readings.

/** `query` and `plain` are tsquery texts of quoted words; letters and digits only, so nothing needs escaping. */
export type AskedWord = {
  readings: { config: string; query: string }[]
  plain: string
  keys: string[]
}

const allOf = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' & ')

// A single Chinese character is in no pair; it is the beginning of some.
const plainQuery = (words: readonly string[]): string => {
  const [only = ''] = words
  return words.length === 1 && /^\p{Script=Han}$/u.test(only) ? `'${only}':*` : allOf(words)
}

const readingsOf = (chunk: string, chain: readonly LocaleCode[]): AskedWord['readings'] =>
  chain.flatMap((locale) => {
    const config = configOf(locale)
    const words = readWords(chunk, locale)
    const [only = []] = words
    const own = words.length === 1 ? only : [allOf(words.flatMap(([likeliest = '']) => likeliest))]
    const plain = [chunk, withoutElisions(chunk)].map((text) => allOf(foldedWords(text)))
    const queries = words.length === 1 ? own.map((word) => allOf([word])) : own
    return [...new Set([...queries, ...plain])].map((query) => ({ config, query }))
  })

// Names that are nearly spelt like a word are looked up word by word; no name has more words.
const mostNamed = 8

/** Readings of each word of `text` in the languages of `chain`, the asked one first. */
export const askedWords = (text: string, chain: readonly LocaleCode[]): AskedWord[] =>
  text
    .normalize('NFC')
    .split(/[\s\p{Pd}/,;:!?()[\]{}]+/u)
    .filter((chunk) => plainWords(chunk).length > 0)
    .map((chunk, index) => ({
      readings: readingsOf(chunk, chain),
      plain: plainQuery(foldedWords(chunk)),
      keys: index < mostNamed ? nameKeys(chunk) : [],
    }))
