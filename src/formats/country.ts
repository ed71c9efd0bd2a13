import countries from 'i18n-iso-countries'

/** True for an ISO 3166-1 alpha-2 code, or XK (Kosovo, user-assigned and in common use). */
export const isCountry = (code: string): boolean =>
  code === 'XK' || (/^[A-Z]{2}$/.test(code) && countries.isValid(code))

/** Every code that `isCountry` accepts, once, sorted. */
export const countryCodes = (): string[] =>
  [...new Set([...Object.keys(countries.getAlpha2Codes()), 'XK'])].toSorted()

/** The country's short name in `locale` by CLDR; the code itself where CLDR has none. */
export const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code
