/** What lists filter by; stored beside each public resource in `published.resources.facets` (jsonb, containment). */
export type Facets = {
  kind?: string
  prizes?: string[]
  countries?: string[]
  themes?: string[]
  wikidata?: string
  languages?: string[]
  desk?: string
  international?: boolean
  status?: string
  type?: string
  /** Ids of other public resources, for `include=`. */
  laureates?: string[]
  biography?: string
  contacts?: string[]
  citations?: string[]
  edition?: string
  media?: string[]
}

// Letters that Unicode does not decompose and that people still type plainly.
const plainLetters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

// Letters that Arabic and Persian keyboards write differently for one word.
const arabicLetters: Record<string, string> = { ی: 'ي', ى: 'ي', ک: 'ك', ة: 'ه', ہ: 'ه', ھ: 'ه' }

const digitOf = (digit: string): string =>
  String((digit.codePointAt(0) ?? 0) - (digit < '\u06F0' ? 0x06_60 : 0x06_f0))

/**
 * Text folded for finding names: compatibility-decomposed (NFKD), marks, quotes and characters without a shape
 * dropped, lower case; pairs of Arabic and Persian letters and digits are one.
 * Publishing folds what it stores and delivery folds what is asked, with this one function.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]+/gu, '')
    .replace(/[\p{Pi}\p{Pf}"'`´ʼʹ]+/gu, '')
    .replace(/[یىکةہھ]/g, (letter) => arabicLetters[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, digitOf)
    .toLowerCase()
    .replace(/[łøđðħıßæœþ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether there is anything in it that can be looked for: a letter or a digit. */
export const holdsWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(foldForSearch(text))
