import { countryCodes, countryName, languageName, timeZones } from '@/formats'
import { locales } from '@/lib/locales'
import { capital } from '../words'

// The lists from which people choose names where codes are stored.

export type Choice = { value: string; label: string }
type Kind = 'country' | 'language' | 'locale' | 'zone' | 'currency'

/** All choices of one kind, named in `language` and sorted as that language sorts. */
export function choicesOf(kind: string, language: string): Choice[] {
  const codes = codesOf[kind as Kind]?.() ?? []
  const choices = codes.map((value) => ({ value, label: nameOf(kind, value, language) }))
  const { compare } = new Intl.Collator(language)
  return kind === 'locale' ? choices : choices.toSorted((a, b) => compare(a.label, b.label))
}

/** The name of one code; the code itself where there is no name. */
export function nameOf(kind: string, code: string, language: string): string {
  if (kind === 'country') return countryName(code, language)
  if (kind === 'language' || kind === 'locale') return capital(languageName(code, language) ?? code, language)
  if (kind === 'zone') return code.replaceAll('_', ' ').replaceAll('/', ' / ')
  return kind === 'currency' ? `${currencyName(code, language)} (${code})` : code
}

const codesOf: Record<Kind, () => string[]> = {
  country: countryCodes,
  language: languageCodes,
  locale: () => locales.map((locale) => locale.code),
  zone: timeZones,
  currency: () => Intl.supportedValuesOf('currency'),
}

// CLDR gives no list of languages. Every two-letter code that has a name is one, and so are our own.
function languageCodes(): string[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
  const twoLetters = letters.flatMap((first) => letters.map((second) => first + second))
  const real = twoLetters.filter(
    (code) => Intl.getCanonicalLocales(code)[0] === code && languageName(code, 'en'),
  )
  return [...new Set([...real, ...locales.map((locale) => locale.code)])].filter((code) => code !== 'no')
}

const currencyName = (code: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'currency' }).of(code) ?? code
