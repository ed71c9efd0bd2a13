import type { FlattenedField, SanitizedConfig } from 'payload'
import { refuse } from '@/lib/errors'

// A filter that follows a link asks about another document. Payload checks such paths, and fails inside on some
// of them; no screen needs one.

/** Refuses (400) a path that goes on behind a link to another document, such as `laureates.atRisk`. */
export function refuseHops(config: SanitizedConfig, slug: string, paths: readonly string[]): void {
  const collection = config.collections.find((each) => each.slug === slug)
  const fields = collection?.flattenedFields ?? []
  const hop = paths.find((path) => goesBehindLink(fields, path.replace(/^version\./, '').split('.')))
  if (hop)
    throw refuse('bad_input', {
      place: hop.slice(0, 100),
      reason: 'follows a link. Ask for the linked document itself.',
    })
}

function goesBehindLink(fields: readonly FlattenedField[], [name, ...rest]: string[]): boolean {
  const field = fields.find((each) => each.name === name)
  if (!field || rest.length === 0) return false
  if (field.type === 'relationship' || field.type === 'upload' || field.type === 'join')
    return rest.join('.') !== 'id'
  return 'flattenedFields' in field && goesBehindLink(field.flattenedFields, rest)
}
