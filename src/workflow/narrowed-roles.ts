import type { PayloadRequest } from 'payload'
import { refuse } from '@/lib/errors'
import { pathName } from '@/units'
import { isRow, type Row } from './known-fields'

// A role that is narrowed to nothing is a role in name only: whoever holds it would wonder why nothing is possible.

const narrowing = ['locales', 'reviewCollections', 'reviewLocales'] as const

/** Refuses a translator without languages, and a reviewer without kinds of documents or languages. */
export async function refuseEmptyRoles(
  req: PayloadRequest,
  { id, data }: { id: string | undefined; data: Row },
): Promise<void> {
  if (!['roles', ...narrowing].some((name) => data[name] !== undefined)) return
  const person = { ...(id === undefined ? {} : await readStored(req, id)), ...data }
  const has = (role: string): boolean => listed(person['roles']).includes(role)
  const lacks = (name: (typeof narrowing)[number]): boolean => listed(person[name]).length === 0
  const nameOf = (name: string) => pathName(req.payload.collections.users.config.flattenedFields, [name])
  if (has('translator') && lacks('locales'))
    throw refuse('role_without_languages', { field: nameOf('locales'), path: 'locales' })
  const missing = (['reviewCollections', 'reviewLocales'] as const).find(lacks)
  if (has('reviewer') && missing)
    throw refuse('role_without_kinds', { field: nameOf(missing), path: missing })
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

// A system read: what is missing is looked at here and never leaves.
async function readStored(req: PayloadRequest, id: string): Promise<Row> {
  const options = { depth: 0, overrideAccess: true, disableErrors: true, req } as const
  const stored: unknown = await req.payload.findByID({ collection: 'users', id, ...options })
  return isRow(stored) ? stored : {}
}
