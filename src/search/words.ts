import { foldForSearch } from '@/contract'
import type { LocaleCode } from '@/lib/locales'
import { cutWords, eachRun, pairsOf } from './han'
import { stemPersian } from './stem-persian'
import { stemsSlavic } from './stem-slavic'

// How the words of a text are found. Each text is read twice: by its own language (inflected forms meet), and
// plainly (folded, the same for every language). Postgres gets words with spaces between, never raw text.

type Way = {
  /** Text search configuration of Postgres (15 and newer have these). */
  config: string
  /** Prepares the text before it is cut into words. */
  prepare?: (text: string) => string
  cut?: (text: string) => string[]
  /** How a word may be read, the likeliest first; none for a word that says nothing. */
  stems?: (word: string) => string[]
}

const marks = /[\p{M}\u0640]+/gu
const joined = (text: string): string => text.replace(/(?<=\p{L})['’ʼ`´ʹ](?=\p{L})/gu, '')
const arabic = (text: string): string => text.replace(marks, '').replaceAll('ی', 'ي').replaceAll('ک', 'ك')
const persian = (text: string): string =>
  text
    .replace(/\u200C/g, ' ')
    .replace(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک')
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .replaceAll('ة', 'ه')

const unless = (silent: string, stems: (word: string) => string[] = (word) => [word]) => {
  const words = new Set(silent.split(' '))
  return (word: string): string[] => (words.has(word) ? [] : stems(word))
}

// A consonant that is doubled before an ending only: hem, hemmet; ungdom, ungdommen.
const single = (word: string): string[] => [word.replaceAll('mm', 'm')]
// Spanish of Postgres cuts “propiedad” and not “propiedades”.
const singular = (word: string): string[] => [word.replace(/(?<=[aeiouáéíóú]d)es$/u, '')]

const ways: Record<LocaleCode, Way> = {
  en: { config: 'english' },
  sv: { config: 'swedish', stems: single },
  de: { config: 'german' },
  fr: { config: 'french' },
  es: { config: 'spanish', stems: singular },
  be: {
    config: 'simple',
    prepare: joined,
    stems: unless('і й у ў з са за на да па пра як што не а але аб ад для яго яе іх', stemsSlavic('be')),
  },
  ru: { config: 'russian' },
  uk: {
    config: 'simple',
    prepare: joined,
    stems: unless('і й та у в з із зі за на до по про як що не а але від для його її їх', stemsSlavic('uk')),
  },
  'pt-BR': { config: 'portuguese' },
  nb: { config: 'norwegian', stems: single },
  'zh-Hans': { config: 'simple', cut: cutWords, stems: unless('的 了 和 是 在 与 及 或 之 对') },
  ar: { config: 'arabic', prepare: arabic },
  fa: {
    config: 'simple',
    prepare: persian,
    stems: unless('و در به از که با را این آن برای', (word) => [stemPersian(word) ?? []].flat()),
  },
}

/** Raise when words are read differently than before: what is stored is then read anew. */
export const readingEdition = 2

export const configOf = (locale: LocaleCode): string => ways[locale].config

const cutAtGaps = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** The readings of each word of a text for the configuration of its language, the likeliest first. Letters and digits only. */
export function readWords(text: string, locale: LocaleCode): string[][] {
  const { prepare, cut = cutAtGaps, stems = (word) => [word] } = ways[locale]
  const plain = text.normalize('NFC').toLowerCase()
  const words = cut((prepare?.(plain) ?? plain).replace(/\p{Cf}+/gu, '')).flatMap(cutAtGaps)
  return words.map(stems).filter((readings) => readings.length > 0)
}

/** All readings of all words of a text. */
export const ownWords = (text: string, locale: LocaleCode): string[] => readWords(text, locale).flat()

/** The words of a question folded: no accents, quotes or letter variants; Chinese as pairs of characters. */
export const foldedWords = (text: string): string[] => eachRun(foldForSearch(text), pairsOf, cutAtGaps)

// What French leaves of small words before a vowel: l’asile, d’Estournelles, qu’elle.
const elision = /(?<!\p{L})(?:[ldjmtsnc]|(?:jus|lors|puis)?qu)['’ʼ](?=\p{L})/giu

/** The text without them. */
export const withoutElisions = (text: string): string => text.replace(elision, ' ')

/** The words of a text folded. After an elision a word is found with it and without. */
export function plainWords(text: string): string[] {
  const parts = text.split(elision)
  const bare = parts.slice(1).flatMap((part) => foldedWords(/^[\p{L}\p{M}]+/u.exec(part)?.[0] ?? ''))
  return [...foldedWords(text), ...bare]
}
