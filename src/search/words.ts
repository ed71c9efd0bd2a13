import { foldForSearch } from '@/contract'
import type { LocaleCode } from '@/lib/locales'
import { cutWords, eachRun, pairsOf } from './han'
import { stemPersian } from './stem-persian'
import { stemSlavic } from './stem-slavic'

// How the words of a text are found. Each text is read twice: by its own language (inflected forms meet), and
// plainly (folded, the same for every language). Postgres gets words with spaces between, never raw text.

type Way = {
  /** Text search configuration of Postgres (15 and newer have these). */
  config: string
  /** Prepares the text before it is cut into words. */
  prepare?: (text: string) => string
  cut?: (text: string) => string[]
  /** Undefined for a word that says nothing. */
  stem?: (word: string) => string | undefined
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

const unless = (silent: string, stem: (word: string) => string | undefined = (word) => word) => {
  const words = new Set(silent.split(' '))
  return (word: string): string | undefined => (words.has(word) ? undefined : stem(word))
}

const ways: Record<LocaleCode, Way> = {
  en: { config: 'english' },
  sv: { config: 'swedish' },
  de: { config: 'german' },
  fr: { config: 'french' },
  es: { config: 'spanish' },
  be: {
    config: 'simple',
    prepare: joined,
    stem: unless('і й у ў з са за на да па пра як што не а але аб ад для яго яе іх', stemSlavic('be')),
  },
  ru: { config: 'russian' },
  uk: {
    config: 'simple',
    prepare: joined,
    stem: unless('і й та у в з із зі за на до по про як що не а але від для його її їх', stemSlavic('uk')),
  },
  'pt-BR': { config: 'portuguese' },
  nb: { config: 'norwegian' },
  'zh-Hans': { config: 'simple', cut: cutWords, stem: unless('的 了 和 是 在 与 及 或 之 对') },
  ar: { config: 'arabic', prepare: arabic },
  fa: { config: 'simple', prepare: persian, stem: unless('و در به از که با را این آن برای', stemPersian) },
}

/** Raise when words are read differently than before: what is stored is then read anew. */
export const readingEdition = 1

export const configOf = (locale: LocaleCode): string => ways[locale].config

const cutAtGaps = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of a text for the configuration of its language. Letters and digits only. */
export function ownWords(text: string, locale: LocaleCode): string[] {
  const { prepare, cut = cutAtGaps, stem } = ways[locale]
  const plain = text.normalize('NFC').toLowerCase()
  const words = cut((prepare?.(plain) ?? plain).replace(/\p{Cf}+/gu, '')).flatMap(cutAtGaps)
  return stem ? words.flatMap((word) => stem(word) ?? []) : words
}

/** The words of a text folded: no accents, quotes or letter variants; Chinese as pairs of characters. */
export const plainWords = (text: string): string[] => eachRun(foldForSearch(text), pairsOf, cutAtGaps)
