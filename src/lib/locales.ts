// The languages of the foundation, BCP-47. A foundation edits this one list; a new line takes a migration
// (Postgres keeps the codes as an enum) and a rebuild of the published bodies, which the worker does.

type Locale = {
  code: string
  rtl?: true
  /** Next languages to answer in when this one is not public. Never across a politically loaded pair. */
  fallback: readonly string[]
  /** The ICU collation by which Postgres sorts names in this language. */
  collation: string
}

export const locales = [
  { code: 'en', fallback: [], collation: 'en-x-icu' },
  { code: 'sv', fallback: ['en'], collation: 'sv-x-icu' },
  { code: 'de', fallback: ['en'], collation: 'de-x-icu' },
  { code: 'fr', fallback: ['en'], collation: 'fr-x-icu' },
  { code: 'es', fallback: ['en'], collation: 'es-x-icu' },
  { code: 'be', fallback: ['en'], collation: 'be-x-icu' },
  { code: 'ru', fallback: ['en'], collation: 'ru-x-icu' },
  { code: 'uk', fallback: ['en'], collation: 'uk-x-icu' },
  { code: 'pt-BR', fallback: ['en'], collation: 'pt-BR-x-icu' },
  { code: 'nb', fallback: ['en'], collation: 'nb-x-icu' },
  { code: 'zh-Hans', fallback: ['en'], collation: 'zh-Hans-x-icu' },
  { code: 'ar', rtl: true, fallback: ['en'], collation: 'ar-x-icu' },
  { code: 'fa', rtl: true, fallback: ['en'], collation: 'fa-x-icu' },
] as const satisfies readonly Locale[]

export type LocaleCode = (typeof locales)[number]['code']

export const sourceLocale: LocaleCode = 'en'
export const localeCodes: readonly LocaleCode[] = locales.map((locale) => locale.code)

const known = new Set<string>(localeCodes)

export const isLocale = (value: unknown): value is LocaleCode => typeof value === 'string' && known.has(value)

const isLatin = (code: string): boolean => new Intl.Locale(code).maximize().script === 'Latn'

/**
 * The languages in which a name is looked for: as for everything else, then in the source, then in those that are written
 * in Latin letters, which most can read and no neighbour's spelling is, then in the others.
 */
export function nameChain(code: LocaleCode): readonly LocaleCode[] {
  const before = nameChains.get(code)
  if (before) return before
  const made = [...new Set([...fallbackChain(code), sourceLocale, ...byScript()])]
  nameChains.set(code, made)
  return made
}

// Asked for with every name of every list.
const nameChains = new Map<LocaleCode, readonly LocaleCode[]>()
const byScript = (): LocaleCode[] => [
  ...localeCodes.filter(isLatin),
  ...localeCodes.filter((each) => !isLatin(each)),
]

/** The languages to try, in order, for a reader who asked for `code`: itself first. */
export function fallbackChain(code: LocaleCode): readonly LocaleCode[] {
  const chain: readonly LocaleCode[] = locales.find((locale) => locale.code === code)?.fallback ?? []
  return [code, ...chain]
}
