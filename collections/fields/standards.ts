import type { Field, TextField } from 'payload'
import { isCountry, isCurrency, isDay, isEdtf, isLanguage, isSlug, isTimeZone } from '@/formats'
import { isLocale } from '@/lib/locales'

// Fields whose values follow a standard. The check is the same at every door.

type Options = Partial<Pick<TextField, 'required' | 'index' | 'defaultValue'>> & {
  admin?: TextField['admin']
}

const checked =
  (check: (value: string) => boolean, message: string) =>
  (value: unknown, { required }: { required?: boolean | undefined }): string | true => {
    if (value === null || value === undefined || value === '') return required ? 'Please fill this in.' : true
    return typeof value === 'string' && check(value) ? true : message
  }

const checkedEach =
  (check: (value: string) => boolean, message: (value: string) => string) =>
  (values: unknown): string | true => {
    const list: unknown[] = Array.isArray(values) ? values : []
    const wrong = list.find((value) => typeof value !== 'string' || !check(value))
    if (wrong !== undefined) return message(typeof wrong === 'string' ? wrong : JSON.stringify(wrong))
    return new Set(list).size === list.length ? true : 'The same value is listed twice.'
  }

const text =
  (check: (value: string) => boolean, message: string, kind: string) =>
  (name: string, options: Options = {}): Field =>
    ({ name, type: 'text', ...options, custom: { kind }, validate: checked(check, message) }) as TextField

/** A date with its precision, EDTF (ISO 8601-2). */
export const edtfField = text(
  isEdtf,
  'Write the date as 1962-09-25, 1962-09, 1962, 196X or 1962~ (EDTF).',
  'edtf',
)
/** A full calendar day. */
export const dayField = text(isDay, 'Write the day as 2026-10-01.', 'day')
/** A country, ISO 3166-1 alpha-2. */
export const countryField = text(isCountry, 'Choose a country from the list.', 'country')
/** A language, BCP-47. */
export const languageField = text(
  isLanguage,
  'Choose a language from the list (BCP-47, such as sv or nb).',
  'language',
)
/** An IANA time zone. */
export const zoneField = text(
  isTimeZone,
  'Choose a time zone from the list, such as Europe/Stockholm.',
  'zone',
)
/** A currency, ISO 4217. */
export const currencyField = text(isCurrency, 'Write the currency as three letters, such as SEK.', 'currency')
/** The last part of a web address. */
export const slugField = text(
  isSlug,
  'Use small letters a–z, digits and hyphens, such as maria-lind.',
  'slug',
)

const httpUrl = (value: string): boolean => /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value)
/** A full web address. */
export const urlField = text(httpUrl, 'Write the full address, starting with https://', 'url')

const patterned = (pattern: RegExp, message: string) =>
  text((value) => pattern.test(value), message, 'identifier')
/** Identifiers of laureates elsewhere, each in its own written form. */
export const identifiers = {
  wikidata: patterned(/^Q[1-9]\d*$/, 'A Wikidata number looks like Q42.'),
  viaf: patterned(/^[1-9]\d{1,21}$/, 'A VIAF number holds digits only.'),
  isni: patterned(/^\d{15}[\dX]$/, 'An ISNI has 16 digits, the last may be X; write it without spaces.'),
  orcid: patterned(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, 'An ORCID looks like 0000-0002-1825-0097.'),
  ror: patterned(/^0[a-z0-9]{6}\d{2}$/, 'A ROR number looks like 05dxps055.'),
}

const many =
  (check: (value: string) => boolean, message: (value: string) => string, kind: string) =>
  (name: string): Field => ({
    name,
    type: 'text',
    hasMany: true,
    custom: { kind },
    validate: checkedEach(check, message),
  })

/** Countries, ISO 3166-1 alpha-2; may be empty. */
export const countriesField = many(
  isCountry,
  (value) => `“${value}” is not a country of the list.`,
  'country',
)
/** Languages, BCP-47; may be empty. */
export const languagesField = many(
  isLanguage,
  (value) => `“${value}” is not a language of the list.`,
  'language',
)
/** Languages of this foundation. */
export const localesField = many(
  isLocale,
  (value) => `“${value}” is not a language of this foundation.`,
  'locale',
)
/** Themes: short words that websites filter by. */
export const themesField = many(
  isSlug,
  (value) => `“${value}”: use small letters, digits and hyphens.`,
  'theme',
)

/** A whole number within [min, max]. */
export const wholeNumber = (
  name: string,
  [min, max]: [number, number],
  options: { required?: boolean } = {},
): Field => ({
  name,
  type: 'number',
  ...options,
  min,
  max,
  validate: (value: unknown) => {
    if (value === null || value === undefined) return options.required ? 'Please fill this in.' : true
    const isFine = Number.isInteger(value) && Number(value) >= min && Number(value) <= max
    return isFine || `Write a whole number from ${min} to ${max}.`
  },
})
