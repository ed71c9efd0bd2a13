import type { LocaleCode } from '@/lib/locales'
import type { Words } from './nobel-schema'
import type { Clean } from './nobel-clean'
import { findCountry } from './page-countries'
import { fileLanguages, type FieldValue, type NobelWarning } from './nobel-types'

/** What the mapping of one file shares: the cleaner and the list of warnings. */
export type Reading = { clean: Clean; warn: (warning: NobelWarning) => void }
export type Fields = Record<string, FieldValue>

type Place = { record: string; field: string }

/** The texts of `words` as fields "name@sv"; languages without a text are left out. */
export function readWords(reading: Reading, place: Place, words: Words | undefined): Fields {
  const fields: Fields = {}
  for (const [code, locale] of Object.entries(fileLanguages)) {
    const name = inLanguage(place.field, locale)
    const text = reading.clean({ record: place.record, field: name }, words?.[code])
    if (text !== undefined) fields[name] = text
  }
  return fields
}

export const inLanguage = (field: string, locale: LocaleCode): string => `${field}@${locale}`

/** The fields whose value is there. */
export const present = (fields: Record<string, FieldValue | undefined>): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, FieldValue] => entry[1] !== undefined),
  )

// Names of this API that no list of countries has.
const oddNames: Record<string, string> = { 'Faroe Islands (Denmark)': 'FO', 'Guadeloupe Island': 'GP' }

const codes = new Map<string, string | undefined>(Object.entries(oddNames))

function codeOf(name: string): string | undefined {
  if (codes.has(name) || codes.size > 1000) return codes.get(name) ?? findCountry(name)?.code
  codes.set(name, findCountry(name)?.code)
  return codes.get(name)
}

/** The ISO 3166-1 code of a country of today by its English name; warns and answers undefined where it is unknown. */
export function readCountry(reading: Reading, place: Place, words: Words | undefined): string | undefined {
  const name = words?.['en']
  if (typeof name !== 'string' || name.trim() === '' || name === 'N/A') return undefined
  const code = codeOf(name.trim())
  if (code === undefined)
    reading.warn({
      ...place,
      message: `“${name.slice(0, 80)}” is not a country of today that the desk knows; left empty.`,
    })
  return code
}
