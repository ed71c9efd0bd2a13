import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { may, type Person } from '@/access'
import { refuse } from '@/lib/errors'
import { cleanInput } from './clean-input'
import { pathName } from '@/units'
import { isRow, refuseOtherId, type Row } from './known-fields'
import { lockDocument } from './lock-document'
import { refuseEmptyRoles } from './narrowed-roles'
import { managedFields, ownFields } from './person-fields'
import { requestTransaction } from './request-transaction'
import { say } from './say'
import { same } from './shared-values'

// The gate of people: administrators manage them; everyone else changes their own name and password only.

type WriteArgs = {
  id?: string
  data?: Row
  overrideAccess?: boolean
  where?: unknown
  duplicateFromID?: unknown
}

const storedFields: readonly string[] = [...ownFields, ...managedFields]
/** What the framework's form sends along; never stored. */
const formFields = new Set(['id', 'createdAt', 'updatedAt', 'confirm-password', 'present-password'])

/** beforeOperation: what is written about people, by whom. */
export const guardPeople: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'delete') return args
  const write = args as WriteArgs
  refuseWithoutRight(write, req, operation)
  refuseClosedDoors(write)
  if (operation !== 'delete') return { ...args, data: await checkedData(write, req, operation) }
  await keepAnAdministrator(req, write.id)
  return args
}

function refuseClosedDoors({ duplicateFromID, id, where }: WriteArgs): void {
  if (duplicateFromID !== undefined) throw refuse('door_closed', { what: say('Duplicating a person') })
  if (where !== undefined && id === undefined)
    throw refuse('door_closed', { what: say('Changing many people at once') })
}

async function checkedData(
  write: WriteArgs,
  req: PayloadRequest,
  operation: 'create' | 'update',
): Promise<Row> {
  refuseOtherId(write.data, write.id)
  // Payload reads a person and writes all of them back: two changes at once would undo one.
  if (write.id !== undefined) await lockDocument(req, 'users', write.id)
  const data = onlyStored(cleanInput(write.data ?? {}, req.payload.collections.users.config.flattenedFields))
  await refuseManagedChanges(req, write, data)
  // The system's own calls, such as the first content, say what they do.
  if (write.overrideAccess !== true) await refuseEmptyRoles(req, { id: write.id, data })
  if (operation === 'update' && (lacksAdministrator(data['roles']) || data['disabled'] === true))
    await keepAnAdministrator(req, write.id)
  return data
}

// Only the system's own calls say `overrideAccess: true`. Changing oneself is looked at value by value below.
function refuseWithoutRight(
  write: WriteArgs,
  req: PayloadRequest,
  operation: 'create' | 'update' | 'delete',
): void {
  if (write.overrideAccess === true) return
  const person = req.user as Person | null
  if (!person) throw refuse('not_signed_in')
  const isOneself = operation === 'update' && write.id === person.id
  if (!isOneself && !may(person, 'users', operation))
    throw refuse('not_allowed', { action: say(`${operation} other people`) })
}

function onlyStored(data: Row): Row {
  const entries = Object.entries(data).filter(([key]) => !formFields.has(key))
  const unknown = entries.find(([key]) => !storedFields.includes(key))
  if (unknown) throw refuse('bad_input', { place: unknown[0], reason: 'is not a field of a person.' })
  return Object.fromEntries(entries)
}

async function refuseManagedChanges(req: PayloadRequest, write: WriteArgs, data: Row): Promise<void> {
  const person = req.user as Person | null
  if (!person || write.id === undefined || may(person, 'users', 'update')) return
  // A system read: the values are compared here and never leave.
  const stored: unknown = await req.payload.findByID({
    collection: 'users',
    id: write.id,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const before = isRow(stored) ? stored : {}
  const changed = managedFields.find((name) => data[name] !== undefined && !same(data[name], before[name]))
  if (changed)
    throw refuse('not_allowed', {
      action: say('change “{field}”. Ask an administrator', { field: nameIn(req, changed) }),
      path: changed,
    })
}

const nameIn = ({ payload }: PayloadRequest, field: string) =>
  pathName(payload.collections.users.config.flattenedFields, [field])

const lacksAdministrator = (roles: unknown): boolean =>
  roles !== undefined && !(Array.isArray(roles) && roles.includes('admin'))

// Two administrators who remove each other at the same moment queue at this lock.
async function keepAnAdministrator(req: PayloadRequest, id: string | undefined): Promise<void> {
  await lockDocument(req, 'users', 'administrators')
  const tx = await requestTransaction(req)
  const { rows } = await tx.execute(sql`
    select r.parent_id::text as id from users_roles r join users u on u.id = r.parent_id
     where r.value = 'admin' and u.disabled is not true`)
  const administrators = rows.map((row) => String(row['id']))
  if (administrators.length === 1 && administrators[0] === id) throw refuse('last_administrator')
}
