import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { inLanguage, screenLanguage, type Sentence } from '@/lib/sentence'
import { pathName } from '@/units'
import { fromOne } from './form-path'

/** What is wrong with the value at this path; rows are numbered from 0. */
export type Wrong = { path: readonly string[]; said: Sentence | string }
type Change = Parameters<CollectionBeforeChangeHook>[0]

/** The refusal (400) of these values: each under the name of its field and in the language of the reader, so that forms mark it. */
export function invalidValues(
  { collection, originalDoc, req }: Change,
  wrong: readonly Wrong[],
): ValidationError {
  const language = screenLanguage(req.i18n.language)
  const id: unknown = originalDoc?.['id']
  const invalid = new ValidationError({
    collection: collection.slug,
    errors: wrong.map(({ path, said }) => ({
      path: path.join('.'),
      label: inLanguage(pathName(collection.flattenedFields, fromOne(path)), language),
      message: inLanguage(said, language),
    })),
    ...(typeof id === 'string' ? { id } : {}),
  })
  // Logs read English; the reader's words are in `errors`.
  invalid.message = `Invalid: ${wrong.map(({ path }) => path.join('.')).join(', ')}`
  // Its class has another name in the built application.
  invalid.name = 'ValidationError'
  return invalid
}
