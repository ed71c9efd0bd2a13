import { resourceNames, searchParameters, type FallbackMode, type ResourceName } from '@/contract'
import { sha256 } from '@/lib/hash'
import { fallbackChain, isLocale, sourceLocale, type LocaleCode } from '@/lib/locales'
import { badCursor, readCursor, type Place } from './cursor'
import { readQuery } from './read-query'

export type Search = {
  kind: 'search'
  q: string
  locale: LocaleCode
  fallback: FallbackMode
  /** Languages whose words are looked for, the asked one first. */
  chain: readonly LocaleCode[]
  types: readonly string[]
  limit: number
  after: Place | null
  fingerprint: string
  given: [string, string][]
}

const isResource = (name: string): name is ResourceName => (resourceNames as readonly string[]).includes(name)

// The key of a place in a search is a year; 0 where a resource has none.
function placeOf(place: Place): Place {
  if (/^\d{1,4}$/.test(place.key)) return place
  throw badCursor('is not one that this search gave')
}

/** What `/v1/search?…` asks for. Throws Refused (400). */
export function readSearchTarget(query: string): Search {
  const values = readQuery(query, searchParameters)
  const asked = values.get('locale')
  const locale = isLocale(asked) ? asked : sourceLocale
  const fallback = values.get('fallback') === 'none' ? 'none' : 'declared'
  const wanted = values.get('type')
  const types = Array.isArray(wanted) ? wanted.filter(isResource) : resourceNames
  const q = String(values.get('q'))
  const cursor = values.get('cursor')
  const fingerprint = sha256(JSON.stringify(['search', q, locale, fallback, types])).slice(0, 12)
  return {
    kind: 'search',
    q,
    locale,
    fallback,
    chain: fallback === 'none' ? [locale] : fallbackChain(locale),
    types,
    limit: Number(values.get('limit')),
    after: typeof cursor === 'string' ? placeOf(readCursor(cursor, fingerprint)) : null,
    fingerprint,
    given: [...values].flatMap(([name, value]) => (name === 'cursor' ? [] : [[name, String(value)]])),
  }
}
