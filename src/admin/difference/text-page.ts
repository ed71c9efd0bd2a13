import { locales } from '@/lib/locales'
import { screenWords, type Screens } from '../words'

/** How the words of a unit are shown: `unit` is its language or 'shared', `language` that of the screens. */
export type TextPage = {
  unit: string
  language: string
  /** Does what did not change stand folded where it is long? */
  folds: boolean
}

type Direction = { lang?: string; dir: 'ltr' | 'rtl' | 'auto' }

/** Language and direction of the texts of a unit; names in the shared facts are in any. */
export function textDirection(unit: string): Direction {
  const locale = locales.find(({ code }) => code === unit)
  if (!locale) return { dir: 'auto' }
  return { lang: unit, dir: 'rtl' in locale ? 'rtl' : 'ltr' }
}

/** Language and direction of what our screens say between the words of another language. */
export const screenDirection = (language: string) => ({ lang: language, dir: 'ltr' }) as const

export const wordsOf = ({ language }: TextPage): Screens['difference'] => screenWords(language).difference
