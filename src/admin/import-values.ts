import type { AnswerError, Row } from '@/intake'
import { unitName } from './publication'
import { readDate } from './read-date'
import { capital, collectionWords, screenWords, type Language } from './words'

// The reader of pages answers in codes and standard dates; people read names and dates in words.

/** What was understood, in words. */
export function sayValue({ path, value }: Row, language: string): string {
  if (path === 'locale') return capital(nameOf('language', value, language), language)
  if (path === 'award.countries')
    return value.replaceAll(/\b[A-Z]{2}\b/g, (code) => nameOf('region', code, language))
  if (path.endsWith('.label')) return sayDesk(value, language)
  const date = readDate(value, { language, words: screenWords(language).date })
  if (/\.(?:date|founded|dissolved)$/.test(path) && date) return date
  return value.replace(/(?:today )?\b([A-Z]{2})(?=\)?$)/, (_whole, code: string) =>
    nameOf('region', code, language),
  )
}

// “Spanish Media (media, es)” → “Spanish Media (Media, Spanish)”.
function sayDesk(value: string, language: string): string {
  const options = collectionWords[language as Language]?.['press-contacts']?.options ?? {}
  const fields = collectionWords[language as Language]?.['press-contacts']?.fields ?? {}
  const say = (code: string): string => {
    if (code === 'international') return fields['international']?.split(' | ')[0] ?? code
    return options[`desk=${code}`] ?? unitName(code, language, screenWords(language).publication)
  }
  return value.replace(
    /\(([a-z, A-Z-]+)\)$/,
    (_whole, codes: string) => `(${codes.split(', ').map(say).join(', ')})`,
  )
}

function nameOf(type: 'language' | 'region', code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type }).of(code) ?? code
  } catch {
    return code
  }
}

/** A mistake beside its field: the name of the question is already there. */
export function sayMistake({ message }: AnswerError, language: string): string {
  const plain = message.replace(/^“[^”]+” /, '').replace('an EDTF date', 'a date')
  return capital(plain, language)
}
