import type { Screens } from '../words'

/** A unit as screens call it: "shared facts", "Swedish". */
export const unitName = (unit: string, language: string, words: Screens['publication']): string =>
  unit === 'shared'
    ? words.shared
    : (new Intl.DisplayNames([language], { type: 'language' }).of(unit) ?? unit)
