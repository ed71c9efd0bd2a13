import type { Field, PayloadRequest, TextField } from 'payload'
import { isCountry, isCurrency, isDay, isEdtf, isLanguage, isSlug, isTimeZone } from '@/formats'
import { isLocale } from '@/lib/locales'
import type { Sentence } from '@/lib/sentence'
import { say, toReader } from './say'

// Fields whose values follow a standard. The check is the same at every door.

type Options = Partial<Pick<TextField, 'required' | 'index' | 'defaultValue'>> & {
  admin?: TextField['admin']
}

type Asked = { required?: boolean | undefined; req: PayloadRequest }

const checked =
  (check: (value: string) => boolean, message: Sentence) =>
  (value: unknown, { required, req }: Asked): string | true => {
    if (value === null || value === undefined || value === '')
      return required ? toReader(req, say('Please fill this in.')) : true
    return typeof value === 'string' && check(value) ? true : toReader(req, message)
  }

const checkedEach =
  (check: (value: string) => boolean, message: (value: string) => Sentence) =>
  (values: unknown, { req }: Asked): string | true => {
    const list: unknown[] = Array.isArray(values) ? values : []
    const wrong = list.find((value) => typeof value !== 'string' || !check(value))
    if (wrong !== undefined)
      return toReader(req, message(typeof wrong === 'string' ? wrong : JSON.stringify(wrong)))
    return new Set(list).size === list.length ? true : toReader(req, say('The same value is listed twice.'))
  }

const text =
  (check: (value: string) => boolean, message: Sentence, kind: string) =>
  (name: string, options: Options = {}): Field =>
    ({ name, type: 'text', ...options, custom: { kind }, validate: checked(check, message) }) as TextField

/** A date with its precision, EDTF (ISO 8601-2). */
export const edtfField = text(
  isEdtf,
  say('Write the date as 1962-09-25, 1962-09, 1962, 196X or 1962~ (EDTF).'),
  'edtf',
)
/** A full calendar day. */
export const dayField = text(isDay, say('Write the day as 2026-10-01.'), 'day')
/** A country, ISO 3166-1 alpha-2. */
export const countryField = text(isCountry, say('Choose a country from the list.'), 'country')
/** A language, BCP-47. */
export const languageField = text(
  isLanguage,
  say('Choose a language from the list (BCP-47, such as sv or nb).'),
  'language',
)
/** An IANA time zone. */
export const zoneField = text(
  isTimeZone,
  say('Choose a time zone from the list, such as Europe/Stockholm.'),
  'zone',
)
/** A currency, ISO 4217. */
export const currencyField = text(
  isCurrency,
  say('Write the currency as three letters, such as SEK.'),
  'currency',
)
/** The last part of a web address. */
export const slugField = text(
  isSlug,
  say('Use small letters a–z, digits and hyphens, such as maria-lind.'),
  'slug',
)

const httpUrl = (value: string): boolean => /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value)
/** A full web address. */
export const urlField = text(httpUrl, say('Write the full address, with https in front.'), 'url')

const patterned = (pattern: RegExp, message: Sentence) =>
  text((value) => pattern.test(value), message, 'identifier')
/** Identifiers of laureates elsewhere, each in its own written form. */
export const identifiers = {
  wikidata: patterned(/^Q[1-9]\d*$/, say('A Wikidata number looks like Q42.')),
  viaf: patterned(/^[1-9]\d{1,21}$/, say('A VIAF number holds digits only.')),
  isni: patterned(/^\d{15}[\dX]$/, say('An ISNI has 16 digits, the last may be X; write it without spaces.')),
  orcid: patterned(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, say('An ORCID looks like 0000-0002-1825-0097.')),
  ror: patterned(/^0[a-z0-9]{6}\d{2}$/, say('A ROR number looks like 05dxps055.')),
}

const many =
  (check: (value: string) => boolean, message: (value: string) => Sentence, kind: string) =>
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
  (value) => say('“{value}” is not a country of the list.', { value }),
  'country',
)
/** Languages, BCP-47; may be empty. */
export const languagesField = many(
  isLanguage,
  (value) => say('“{value}” is not a language of the list.', { value }),
  'language',
)
/** Languages of this foundation. */
export const localesField = many(
  isLocale,
  (value) => say('“{value}” is not a language of this foundation.', { value }),
  'locale',
)
/** Themes: short words that websites filter by. */
export const themesField = many(
  isSlug,
  (value) => say('“{value}”: use small letters, digits and hyphens.', { value }),
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
  validate: (value: unknown, { req }: Asked) => {
    if (value === null || value === undefined)
      return options.required ? toReader(req, say('Please fill this in.')) : true
    const isFine = Number.isInteger(value) && Number(value) >= min && Number(value) <= max
    return isFine || toReader(req, say('Write a whole number from {min} to {max}.', { min, max }))
  },
})
