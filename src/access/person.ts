import {
  grants,
  roles,
  verbs,
  type Action,
  type ContentCollection,
  type Operation,
  type Role,
  type Verb,
} from './roles'

/** The signed-in person as the rules see them; read anew from the database at each request, never from a token. */
export type Person = {
  id: string
  roles?: readonly string[] | null
  /** Languages that a translator writes. */
  locales?: readonly string[] | null
  /** Kinds of documents and languages in which a reviewer approves. */
  reviewCollections?: readonly string[] | null
  reviewLocales?: readonly string[] | null
  disabled?: boolean | null
}

const known = new Set<string>(roles)
const isRole = (value: string): value is Role => known.has(value)

/** The roles that count: somebody whose account is disabled has none. */
export const rolesOf = (person: Person | null | undefined): Role[] =>
  person?.disabled ? [] : (person?.roles ?? []).filter(isRole)

/** May this person do `operation` somewhere in `collection`? Unknown people may nothing. */
export function may(
  person: Person | null | undefined,
  collection: ContentCollection | 'users',
  operation: Operation | Action,
): boolean {
  return rolesOf(person).some((role) => grants[role][collection]?.includes(operation) ?? false)
}

/** May this person use `verb`? */
export function mayUse(person: Person | null | undefined, verb: Verb): boolean {
  return rolesOf(person).some((role) => verbs[role].includes(verb))
}

/** Whoever may update a collection only as a translator writes localized values of assigned languages, nothing else. */
export function isOnlyTranslating(
  person: Person | null | undefined,
  collection: ContentCollection | 'users',
): boolean {
  const writers = rolesOf(person).filter((role) => grants[role][collection]?.includes('update') ?? false)
  return writers.length > 0 && writers.every((role) => role === 'translator')
}

/** May this person write texts in language `locale` of `collection`? */
export function mayWriteLocale(
  person: Person | null | undefined,
  collection: ContentCollection | 'users',
  locale: string,
): boolean {
  if (!may(person, collection, 'update')) return false
  return !isOnlyTranslating(person, collection) || (person?.locales ?? []).includes(locale)
}

/** May this person write values of `collection` that all languages share? Translators may not, unknown people may nothing. */
export function mayWriteShared(
  person: Person | null | undefined,
  collection: ContentCollection | 'users',
): boolean {
  const writes = may(person, collection, 'create') || may(person, collection, 'update')
  return writes && !isOnlyTranslating(person, collection)
}

/**
 * One unit of a document: its values in one language (BCP-47), or those that all languages share ('shared').
 * `isSent`: is it with the translators of that language? Left out where nobody asks about one document.
 */
export type UnitOf = { collection: ContentCollection; unit: string; isSent?: boolean }

/**
 * May this person do `action` to this unit? A role grants it, and its assignment narrows it: translators to their
 * languages and to what was sent to them, reviewers to their kinds of documents and, for texts, to their languages.
 */
export function mayOnUnit(person: Person | null | undefined, action: Action | 'update', on: UnitOf): boolean {
  return rolesOf(person).some(
    (role) =>
      (grants[role][on.collection]?.includes(action) ?? false) && isAssigned(person, role, { ...on, action }),
  )
}

type Asked = UnitOf & { action: Action | 'update' }
type Assignment = (person: Person | null | undefined, asked: Asked) => boolean

const isListed = (list: readonly string[] | null | undefined, value: string): boolean =>
  list?.includes(value) ?? false

const assignments: Partial<Record<Role, Assignment>> = {
  translator: (person, { unit, isSent = true }) =>
    isSent && unit !== 'shared' && isListed(person?.locales, unit),
  reviewer: (person, { action, collection, unit }) =>
    action !== 'approve' ||
    (isListed(person?.reviewCollections, collection) &&
      (unit === 'shared' || isListed(person?.reviewLocales, unit))),
}

const isAssigned = (person: Person | null | undefined, role: Role, asked: Asked): boolean =>
  assignments[role]?.(person, asked) ?? true
