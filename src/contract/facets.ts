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
  /** Ids of other public resources, for `include=`. */
  laureates?: string[]
  biography?: string
  contacts?: string[]
  citations?: string[]
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

/**
 * Text folded for finding names: compatibility-decomposed (NFKD), marks and quotes dropped, lower case.
 * Publishing folds what it stores and delivery folds what is asked, with this one function.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\p{Pi}\p{Pf}"'`´ʼ]+/gu, '')
    .toLowerCase()
    .replace(/[łøđðħıßæœþ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}
