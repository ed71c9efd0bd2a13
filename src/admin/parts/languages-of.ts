import { rolesOf, type Person } from '@/access'
import { isLocale, type LocaleCode } from '@/lib/locales'

/** The languages that this person translates. */
export const languagesOf = (person: Person | null): LocaleCode[] =>
  rolesOf(person).includes('translator') ? (person?.locales ?? []).filter(isLocale) : []
