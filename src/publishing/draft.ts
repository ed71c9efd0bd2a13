import { isBlank } from '@/formats'
import { isLocale, type LocaleCode } from '@/lib/locales'

// Reading a draft as Payload returns it with `locale: 'all'`: a localized value is an object by language.
// What is empty is null; what has another type than the field promises is a bug and throws.

export type Draft = Readonly<Record<string, unknown>> & { id: string }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a dotted path; undefined where something on the way is missing. */
export function at(draft: Draft, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), draft)
}

// Words that nobody sees are none.
const orNull = (value: unknown): unknown =>
  value === undefined || (typeof value === 'string' && isBlank(value)) ? null : value

/** A value that all languages share; null where empty. */
export const shared = (draft: Draft, path: string): unknown => orNull(at(draft, path))

/** A value in one language; null where that language has none. Never falls back. */
export function localized(draft: Draft, path: string, locale: LocaleCode): unknown {
  const byLocale = at(draft, path)
  return isObject(byLocale) ? orNull(byLocale[locale]) : null
}

/** The values in one language at each of these paths, by path. */
export const localizedAt = (
  draft: Draft,
  paths: readonly string[],
  locale: LocaleCode,
): Record<string, unknown> => Object.fromEntries(paths.map((path) => [path, localized(draft, path, locale)]))

/** The id of a related document, whether Payload populated it or not. */
export function related(draft: Draft, path: string): unknown {
  const value = at(draft, path)
  return isObject(value) ? value['id'] : orNull(value)
}

/** The ids of related documents in their order. */
export function relatedMany(draft: Draft, path: string): unknown[] {
  const value = at(draft, path)
  return Array.isArray(value) ? value.map((item: unknown) => (isObject(item) ? item['id'] : item)) : []
}

/** The languages in which any of the localized paths holds a value. */
export function languagesOf(draft: Draft, paths: readonly string[]): LocaleCode[] {
  const found = paths.flatMap((path) => {
    const byLocale = at(draft, path)
    return isObject(byLocale) ? Object.keys(byLocale).filter((key) => orNull(byLocale[key]) !== null) : []
  })
  return [...new Set(found)].filter(isLocale)
}
