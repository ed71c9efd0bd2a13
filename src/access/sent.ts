import type { Where } from 'payload'
import { sourceLocale } from '@/lib/locales'
import { may, rolesOf, type Person, type UnitOf } from './person'
import { grants, type ContentCollection } from './roles'

// A translator sees only what was sent to translation. A list of ids would grow with the work, and a value stored in
// the document would be versioned and restored with it; so the rule names what it means, and the database answers it
// (`answerSent` of the review room). Unanswered it is no id at all, and Postgres refuses the whole question.

const word = 'sent-to-translation'

/** The condition "was sent to translation into one of these languages (BCP-47)". */
export const sentTo = (collection: ContentCollection, languages: readonly string[]): Where => ({
  id: { in: [[word, collection, ...languages].join(' ')] },
})

/** What `sentTo` asks, read from the value of a condition; undefined for any other value. */
export function readSent(value: unknown): { collection: string; languages: string[] } | undefined {
  const [only, ...more]: unknown[] = Array.isArray(value) ? value : []
  if (typeof only !== 'string' || more.length > 0) return undefined
  const [first, collection, ...languages] = only.split(' ')
  return first === word && collection !== undefined ? { collection, languages } : undefined
}

/**
 * Does this person read documents of `collection` as a translator only? Glossaries are not translated but needed for
 * translating: they are read whole.
 */
export function readsOnlySent(
  person: Person | null | undefined,
  collection: ContentCollection | 'users',
): boolean {
  const readers = rolesOf(person).filter((role) => grants[role][collection]?.includes('read') ?? false)
  return (
    readers.length > 0 && readers.every((role) => role === 'translator') && may(person, collection, 'update')
  )
}

/**
 * May this person see the words of this unit, as they are and as they were, in a document that they may read? Translators
 * see their languages, where it was sent to them, the source, and what all languages share.
 */
export function maySeeUnit(
  person: Person | null | undefined,
  { collection, unit, isSent = true }: UnitOf,
): boolean {
  if (!may(person, collection, 'read')) return false
  if (!readsOnlySent(person, collection)) return true
  return unit === 'shared' || unit === sourceLocale || (isSent && (person?.locales ?? []).includes(unit))
}
