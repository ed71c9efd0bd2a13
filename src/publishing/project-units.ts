import { canonicalJson, sha256 } from '@/lib/hash'
import { localeCodes, type LocaleCode } from '@/lib/locales'
import { languagesOf, type Draft } from './draft'
import { projections } from './table'
import type { Publishable, Ref, UnitName } from './unit'

export type ProjectedUnit = {
  unit: UnitName
  content: unknown
  hash: string
  /** Sentences for staff: why this unit cannot be published as it is. */
  problems: string[]
  hasContent: boolean
}

/**
 * All units of a draft: the shared one and one per language of the foundation. Content is the unit's own
 * values only; hash is the SHA-256 of its canonical JSON.
 */
export function projectUnits(collection: Publishable, draft: Draft): ProjectedUnit[] {
  const withWords = new Set(languagesOf(draft, projections[collection].paths))
  return [
    projectShared(collection, draft),
    ...localeCodes.map((locale) =>
      projectLocale(collection, draft, { locale, hasContent: withWords.has(locale) }),
    ),
  ]
}

function projectShared(collection: Publishable, draft: Draft): ProjectedUnit {
  const { sharedSchema, shared } = projections[collection]
  return parsed('shared', sharedSchema.safeParse(shared(draft)), true)
}

type Language = { locale: LocaleCode; hasContent: boolean }

function projectLocale(
  collection: Publishable,
  draft: Draft,
  { locale, hasContent }: Language,
): ProjectedUnit {
  const { localizedSchema, localized, required } = projections[collection]
  const unit = parsed(locale, localizedSchema.safeParse(localized(draft, locale)), hasContent)
  const words = unit.content as Record<string, unknown> | null
  const missing = Object.entries(required).filter(([name]) => (words?.[name] ?? null) === null)
  const sentences = missing.map(([, label]) => `“${label}” has no text in this language yet.`)
  return { ...unit, problems: [...unit.problems, ...sentences] }
}

type Parsed = { success: boolean; data?: unknown; error?: { issues: { path: PropertyKey[] }[] } }

function parsed(unit: UnitName, result: Parsed, hasContent: boolean): ProjectedUnit {
  const content = result.success ? result.data : null
  const places = (result.error?.issues ?? []).map((issue) => issue.path.slice(0, 1).join(''))
  const problems = [...new Set(places)].map((place) => `“${words(place)}” is missing or not complete.`)
  return { unit, content, hash: sha256(canonicalJson(content)), problems, hasContent }
}

const words = (path: string): string => path.replace(/([A-Z])/g, ' $1').toLowerCase()

/** The documents that this unit points to. */
export const refsOf = (collection: Publishable, shared: unknown): Ref[] =>
  projections[collection].refs(shared)
