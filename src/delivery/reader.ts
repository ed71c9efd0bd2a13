import type { FallbackMode } from '@/contract'
import { isLocale, sourceLocale, type LocaleCode } from '@/lib/locales'
import type { Values } from './read-query'

/** In which language somebody reads, and whether other languages may stand in. */
export type Reader = { locale: LocaleCode; fallback: FallbackMode }

export function readerOf(values: Values): Reader {
  const locale = values.get('locale')
  return {
    locale: isLocale(locale) ? locale : sourceLocale,
    fallback: values.get('fallback') === 'none' ? 'none' : 'declared',
  }
}
