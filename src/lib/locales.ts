// The languages of the foundation, BCP-47. A foundation edits this one list; a new line takes a migration
// (Postgres keeps the codes as an enum) and a rebuild of the published bodies, which the worker does.

type Locale = {
  code: string
  /** The language's own name, and its English name for staff. */
  label: string
  rtl?: true
  /** Next languages to answer in when this one is not public. Never across a politically loaded pair. */
  fallback: readonly string[]
  /** The ICU collation by which Postgres sorts names in this language. */
  collation: string
}

export const locales = [
  { code: 'en', label: 'English', fallback: [], collation: 'en-x-icu' },
  { code: 'sv', label: 'Svenska (Swedish)', fallback: ['en'], collation: 'sv-x-icu' },
  { code: 'de', label: 'Deutsch (German)', fallback: ['en'], collation: 'de-x-icu' },
  { code: 'fr', label: 'Français (French)', fallback: ['en'], collation: 'fr-x-icu' },
  { code: 'es', label: 'Español (Spanish)', fallback: ['en'], collation: 'es-x-icu' },
  { code: 'be', label: 'Беларуская (Belarusian)', fallback: ['en'], collation: 'be-x-icu' },
  { code: 'ru', label: 'Русский (Russian)', fallback: ['en'], collation: 'ru-x-icu' },
  { code: 'uk', label: 'Українська (Ukrainian)', fallback: ['en'], collation: 'uk-x-icu' },
  { code: 'pt-BR', label: 'Português (Brazilian Portuguese)', fallback: ['en'], collation: 'pt-BR-x-icu' },
  { code: 'nb', label: 'Norsk bokmål (Norwegian)', fallback: ['en'], collation: 'nb-x-icu' },
  { code: 'zh-Hans', label: '简体中文 (Simplified Chinese)', fallback: ['en'], collation: 'zh-Hans-x-icu' },
  { code: 'ar', label: 'العربية (Arabic)', rtl: true, fallback: ['en'], collation: 'ar-x-icu' },
  { code: 'fa', label: 'فارسی (Persian)', rtl: true, fallback: ['en'], collation: 'fa-x-icu' },
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
