import type { AnswerError, Row } from '@/intake'
import { readDate } from '@/lib/date-words'
import { unitName } from '../units/unit-name'
import { capital, collectionWords, languages, screenWords, type Language } from '../words'

// The reader of pages answers in codes and standard dates; people read names and dates in words.

/** What was understood, in words. */
export function sayValue({ path, value }: Row, language: string): string {
  if (path === 'locale') return capital(nameOf('language', value, language), language)
  if (path === 'award.countries')
    return value.replaceAll(/\b[A-Z]{2}\b/g, (code) => nameOf('region', code, language))
  if (path.endsWith('.label')) return sayDesk(value, language)
  if (/\.(?:date|founded|dissolved)$/.test(path)) return sayDate(value, language)
  return sayPlace(value, language)
}

/** A standard date in words; anything else as it is. */
export const sayDate = (value: string, language: string): string => readDate(value, language) ?? value

// “Königsberg (today RU)” → “Königsberg (Russia)”, but “Moncton, Canada (today CA)” has said it already.
function sayPlace(value: string, language: string): string {
  const [whole = '', before = '', code = ''] = /^(.*) \(today ([A-Z]{2})\)$/s.exec(value) ?? []
  const last = before.split(',').at(-1)?.trim().toLowerCase()
  const isSaid = languages.some((one) => nameOf('region', code, one).toLowerCase() === last)
  if (whole !== '') return isSaid ? before : `${before} (${nameOf('region', code, language)})`
  return value.replace(/\b[A-Z]{2}$/, (found) => nameOf('region', found, language))
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
export const sayMistake = ({ reason }: AnswerError, language: string): string => capital(reason, language)
