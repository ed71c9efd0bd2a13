import type {
  CollectionAfterChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { appendAudit, type AuditEntry } from '@/audit'
import type { User } from '@/payload-types'
import { isRow } from './known-fields'
import { managedFields } from './person-fields'
import { requestClient } from './request-transaction'
import { same } from './shared-values'

// Every change of people, in the transaction of that change: what it was and what it is now. A password is never
// part of it, only that there is a new one.

const recorded = ['name', ...managedFields] as const

type Recorded = Partial<Record<(typeof recorded)[number], unknown>>
type Json = NonNullable<NonNullable<AuditEntry['details']>[string]> | null
const newPassword = 'holdsNewPassword'

/** beforeOperation of people: only here is a password still to be seen. */
export const notePassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'update')
    req.context[newPassword] = Boolean((args as { data?: { password?: unknown } }).data?.password)
  return args
}

/** afterChange of people. */
export const recordPerson: CollectionAfterChangeHook<User> = async ({ doc, operation, previousDoc, req }) => {
  // Read again: the answer may leave out what its caller did not select.
  const person = await readPerson(req, doc.id)
  const changes = changesBetween(operation === 'create' ? {} : previousDoc, person)
  const details = { ...identity(person), changes }
  if (operation === 'create') return append(req, doc.id, { action: 'person-created', details })
  if (Object.keys(changes).length > 0) await append(req, doc.id, { action: 'person-changed', details })
  if (req.context[newPassword] === true)
    await append(req, doc.id, { action: 'password-changed', details: identity(person) })
}

/** beforeDelete of people: the name is kept, so that the log stays readable. */
export const recordPersonDeleted: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const person = await readPerson(req, String(id))
  await append(req, person.id, { action: 'person-deleted', details: identity(person) })
}

// A system read: whom the entry is about. Neither hash nor sessions are part of it.
const readPerson = (req: PayloadRequest, id: string): Promise<User> =>
  req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true, req })

const identity = ({ name, email }: Pick<User, 'name' | 'email'>) => ({ name, address: email })

async function append(
  req: PayloadRequest,
  id: string,
  entry: Pick<AuditEntry, 'action' | 'details'>,
): Promise<void> {
  const about = { person: req.user?.id ?? null, collection: 'users', document: id }
  await appendAudit(await requestClient(req), { ...entry, ...about })
}

function changesBetween(before: Recorded, after: Recorded): Record<string, { before: Json; after: Json }> {
  const changed = recorded.filter((field) => !same(plain(before[field]), plain(after[field])))
  return Object.fromEntries(
    changed.map((field) => [field, { before: plain(before[field]), after: plain(after[field]) }]),
  )
}

/** Links as ids, and nothing as null: an empty list, no value, and “no” are the same. */
function plain(value: unknown): Json {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (isRow(value)) return String(value['id'])
  return typeof value === 'string' || value === true ? value : null
}
