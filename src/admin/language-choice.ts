import type { Locale, LocalizationConfig, PayloadRequest } from 'payload'
import { contentCollections, may, maySeeUnit, readsOnlySent } from '@/access'
import { poolOf } from '@/lib/postgres'
import { seenUnits } from '@/units'

type Asked = { locales: Locale[]; req: PayloadRequest }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * The languages of documents between which a person switches on a screen: those whose words they may see there. An
 * address with another one is led to the source language.
 */
export const languageChoice: NonNullable<LocalizationConfig['filterAvailableLocales']> = async (asked) => {
  const kinds = contentCollections.filter((kind) => may(asked.req.user, kind, 'read'))
  if (!kinds.some((kind) => readsOnlySent(asked.req.user, kind))) return asked.locales
  const seen = await seenOn(asked, kinds)
  return asked.locales.filter(({ code }) => seen.includes(code))
}

/** Of a document its own; of lists and of all other screens what this person may see of the kinds that are shown. */
async function seenOn(
  { locales, req: { payload, routeParams, user } }: Asked,
  kinds: readonly (typeof contentCollections)[number][],
): Promise<string[]> {
  const { collection: slug, id } = routeParams ?? {}
  const collection = kinds.find((kind) => kind === slug)
  if (collection && typeof id === 'string' && uuid.test(id))
    return seenUnits(poolOf(payload), user, { collection, id })
  const shown = collection ? [collection] : kinds
  return locales
    .map(({ code }) => code)
    .filter((unit) => shown.every((kind) => maySeeUnit(user, { collection: kind, unit })))
}
