import type { LocalizationConfig } from 'payload'
import { contentCollections, maySeeUnit, readsOnlySent } from '@/access'
import { languageName } from '@/formats'
import { poolOf } from '@/lib/postgres'
import { seenUnits } from '@/units'
import { capital, type Said } from '../words'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A language of documents by its name in each language of the screens, as it stands alone: "Swedish", "Svenska". */
export function languageLabel(code: string): Said {
  const nameIn = (language: string): string => capital(languageName(code, language) ?? code, language)
  return { en: nameIn('en'), sv: nameIn('sv'), de: nameIn('de') }
}

/**
 * The languages of documents between which a person switches on a screen: on a document those whose words they may see of
 * it, elsewhere those that they may see of some. An address with another one is led to the source language.
 */
export const languageChoice: NonNullable<LocalizationConfig['filterAvailableLocales']> = async ({
  locales,
  req: { payload, routeParams, user },
}) => {
  const kinds = contentCollections.filter((kind) => readsOnlySent(user, kind))
  if (kinds.length === 0) return locales
  const { collection: slug, id } = routeParams ?? {}
  const collection = kinds.find((kind) => kind === slug)
  const isOfDocument = collection && typeof id === 'string' && uuid.test(id)
  const seen = isOfDocument ? await seenUnits(poolOf(payload), user, { collection, id }) : undefined
  return locales.filter(
    ({ code: unit }) =>
      seen?.includes(unit) ?? kinds.every((kind) => maySeeUnit(user, { collection: kind, unit })),
  )
}

/**
 * Payload keeps one description of the screens for everybody, and writes the languages of whoever asks into it, so that
 * one person would be offered those of another. By its own switch it makes a new one for each.
 */
export function describeScreensForEach(): void {
  Object.defineProperty(globalThis, '_payload_doNotCacheClientConfig', {
    configurable: true,
    get: () => true,
    // What the framework sets is of no account.
    set() {},
  })
}
