import type { LocaleCode } from '../src/lib/locales'

// Languages that look like real ones to a search: a few words everywhere, most words rarely (Zipf), own alphabets.

export type Random = () => number
export type Language = {
  code: LocaleCode
  prize: string
  /** The n-th most frequent word. */
  word: (n: number) => string
  text: (random: Random, count: number) => string
  /** A person's name; the same person for the same random numbers. */
  name: (random: Random) => string
}

export const languages = [
  'en',
  'sv',
  'de',
  'fr',
  'es',
  'be',
  'ru',
  'uk',
  'pt-BR',
  'zh-Hans',
  'ar',
  'fa',
] as const

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function makeRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const alphabets = {
  latin: ['b d f g h k l m n p r s t v', 'a e i o u'],
  cyrillic: ['б д ф г х к л м н п р с т в', 'а е і о у'],
  arabic: ['ب د ف ج ح ك ل م ن ر س ت', 'ا و ي'],
} as const
const accents: Partial<Record<LocaleCode, string>> = {
  sv: 'å ä ö',
  de: 'ä ö ü',
  fr: 'é è ê',
  es: 'á é í',
  'pt-BR': 'ã é ó',
}
const scriptOf = (code: LocaleCode): keyof typeof alphabets => {
  if (code === 'be' || code === 'ru' || code === 'uk') return 'cyrillic'
  return code === 'ar' || code === 'fa' ? 'arabic' : 'latin'
}
const vocabulary = 20_000

function makeWord(code: LocaleCode, seed: number, syllables: number): string {
  const random = makeRandom(seed)
  if (code === 'zh-Hans')
    return Array.from({ length: 2 }, () => String.fromCodePoint(0x4e_00 + Math.floor(random() * 3000))).join(
      '',
    )
  const [consonants, vowels] = alphabets[scriptOf(code)].map((letters) => letters.split(' '))
  const own = [...(vowels ?? []), ...(accents[code]?.split(' ') ?? [])]
  const any = (letters: readonly string[] | undefined) =>
    letters?.[Math.floor(random() * letters.length)] ?? ''
  return Array.from({ length: syllables }, () => any(consonants) + any(own)).join('') + any(consonants)
}

// Names are the same in every language, letter by letter in the alphabet of each.
function spelt(name: string, code: LocaleCode): string {
  if (code === 'zh-Hans') {
    const at = (part: string) => (part.codePointAt(0) ?? 0) * 31 + (part.codePointAt(1) ?? 0)
    return (name.match(/[a-z]{1,2}/gi) ?? [])
      .map((part) => String.fromCodePoint(0x4e_00 + (at(part) % 3000)))
      .join('')
  }
  const [from, to] = [alphabets.latin, alphabets[scriptOf(code)]].map((two) =>
    two.map((letters) => letters.split(' ')),
  )
  const letter = (each: string): string => {
    for (const kind of [0, 1]) {
      const place = from?.[kind]?.indexOf(each) ?? -1
      const letters = to?.[kind] ?? []
      if (place >= 0) return letters[place % letters.length] ?? each
    }
    return each
  }
  return Array.from(name.toLowerCase(), letter).join('')
}

export function makeLanguage(code: (typeof languages)[number]): Language {
  const seed = (languages.indexOf(code) + 1) * 1_000_003
  const words = Array.from({ length: vocabulary }, (_, n) => makeWord(code, seed + n, 1 + (n % 4)))
  const word = (n: number): string => words[Math.min(n, vocabulary - 1)] ?? ''
  const gap = code === 'zh-Hans' ? '' : ' '
  return {
    code,
    prize: [word(300), word(301)].join(gap),
    word,
    text: (random, count) =>
      Array.from({ length: count }, () => word(Math.floor(vocabulary ** random()) - 1)).join(gap),
    name: (random) => {
      const given = makeWord('en', 5_000_000 + Math.floor(random() * 800), 2)
      const family = makeWord('en', 6_000_000 + Math.floor(random() * 6000), 3)
      return spelt(`${given} ${family}`, code)
    },
  }
}
