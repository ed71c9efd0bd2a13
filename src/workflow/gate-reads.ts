import type { CollectionBeforeOperationHook } from 'payload'
import { unreadLanguage, type ContentCollection } from '@/access'
import { languageInWords } from '@/formats'
import { refuse } from '@/lib/errors'
import { isLocale, localeCodes } from '@/lib/locales'
import { isRow } from './known-fields'

// What every read of content passes, whatever the door. The rule of reading refuses a language that is closed to the
// person, and this says so in words. It alone sees the questions: Payload takes a language as part of a path
// (`name.de`), and would filter and sort by words of a language that was not asked for.

type ReadArgs = { overrideAccess?: boolean; where?: unknown; sort?: unknown; field?: unknown }

const reads = new Set<string>(['read', 'readDistinct', 'readVersions', 'count', 'countVersions'])

/** beforeOperation: refuses (400) a path that names a language, and (403) a language that is closed to this person. */
export const guardReads: CollectionBeforeOperationHook = ({ args, operation, req, collection }) => {
  const { overrideAccess, where, sort, field } = args as ReadArgs
  if (!reads.has(operation) || overrideAccess === true) return args
  const path = [...keysIn(where), ...namesIn(sort), ...namesIn(field)].find(namesLanguage)
  if (path !== undefined)
    throw refuse('bad_input', {
      place: path.slice(0, 100),
      reason: 'names a language. Ask in that language instead, with “locale”.',
    })
  const language = unreadLanguage(req, collection.slug as ContentCollection)
  if (language === undefined) return args
  throw isLocale(language)
    ? refuse('language_not_read', { language: languageInWords(language) })
    : refuse('unknown_language', { language, known: localeCodes.join(', ') })
}

/** All keys of a condition, the ones inside lists and inside conditions on linked documents too. */
function keysIn(condition: unknown): string[] {
  if (Array.isArray(condition)) return condition.flatMap(keysIn)
  if (!isRow(condition)) return []
  return Object.entries(condition).flatMap(([key, inner]) => [key, ...keysIn(inner)])
}

const namesIn = (given: unknown): string[] =>
  [given].flat().flatMap((name) => (typeof name === 'string' ? name.split(',') : []))

// Payload reads two underscores as a dot.
const namesLanguage = (path: string): boolean => path.split(/\.|__/).some(isLocale)
