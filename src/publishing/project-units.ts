import { isBlank } from '@/formats'
import { canonicalJson, sha256 } from '@/lib/hash'
import { localeCodes, sourceLocale, type LocaleCode } from '@/lib/locales'
import { render, richTextSchema } from '@/rich-text'
import { languagesOf, type Draft } from './draft'
import { projections } from './table'
import type { Publishable, Ref, UnitName } from './unit'

export type ProjectedUnit = {
  unit: UnitName
  content: unknown
  hash: string
  /** Why this unit cannot be published as it is. */
  problems: UnitProblem[]
  hasContent: boolean
}

/** Fields are paths in the draft. `no-words`: text in this field, or in one of `others`, would do. */
export type UnitProblem = {
  field: string
  kind: 'no-text' | 'incomplete' | 'no-words'
  others?: readonly string[]
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
  const result = sharedSchema.safeParse(shared(draft))
  return { unit: 'shared', hasContent: true, ...parsed(collection, result) }
}

type Language = { locale: LocaleCode; hasContent: boolean }

function projectLocale(
  collection: Publishable,
  draft: Draft,
  { locale, hasContent }: Language,
): ProjectedUnit {
  const { localizedSchema, localized, required, paths, speaksByFacts } = projections[collection]
  const unit = parsed(collection, localizedSchema.safeParse(localized(draft, locale)))
  const words = unit.content as Record<string, unknown> | null
  const missing = required.filter((name) => saysNothing(words?.[name]))
  const problems = missing.map((name): UnitProblem => ({ field: drafted(collection, name), kind: 'no-text' }))
  const silence = locale === sourceLocale && speaksByFacts ? [] : silenceOf(words, { required, paths })
  return { unit: locale, hasContent, ...unit, problems: [...unit.problems, ...problems, ...silence] }
}

/** A language without a single word is none, also where no value by itself is required. */
function silenceOf(
  words: Record<string, unknown> | null,
  { required, paths }: { required: readonly string[]; paths: readonly string[] },
): UnitProblem[] {
  const [field = '', ...others] = paths
  const isSilent = required.length === 0 && Object.values(words ?? {}).every(saysNothing)
  return isSilent ? [{ field, others, kind: 'no-words' }] : []
}

const saysNothing = (value: unknown): boolean => {
  if (typeof value === 'string') return isBlank(value)
  const rich = richTextSchema.safeParse(value)
  if (!rich.success) return (value ?? null) === null
  return isBlank(render(rich.data).text) && !rich.data.root.children.some(({ type }) => type === 'block')
}

type Parsed = { success: boolean; data?: unknown; error?: { issues: { path: PropertyKey[] }[] } }

function parsed(
  collection: Publishable,
  result: Parsed,
): Pick<ProjectedUnit, 'content' | 'hash' | 'problems'> {
  const content = result.success ? result.data : null
  const places = (result.error?.issues ?? []).map((issue) => issue.path.slice(0, 1).join(''))
  const problems = [...new Set(places)].map((place): UnitProblem => ({
    field: drafted(collection, place),
    kind: 'incomplete',
  }))
  return { content, hash: sha256(canonicalJson(content)), problems }
}

const drafted = (collection: Publishable, name: string): string =>
  projections[collection].drafted?.[name] ?? name

/** The documents that the shared facts point to. */
export const refsOf = (collection: Publishable, shared: unknown): Ref[] =>
  projections[collection].refs(shared)

/** The documents that the words in one language point to. */
export const wordRefsOf = (collection: Publishable, words: unknown): Ref[] =>
  projections[collection].wordRefs?.(words) ?? []

/** The name of the file that these shared facts show; undefined where there is none. */
export const shownFile = (collection: Publishable, shared: unknown): string | undefined =>
  projections[collection].file?.(shared)
