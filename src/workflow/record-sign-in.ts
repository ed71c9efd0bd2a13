import type {
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
  CollectionAfterOperationHook,
  PayloadRequest,
} from 'payload'
import { appendAudit, type AuditEntry } from '@/audit'
import { poolOf, requestClient } from './request-transaction'

// Who signed in and out, in the transaction that makes or ends the session. Failed attempts: record-refusal.ts.

/** afterLogin of people. */
export const recordSignIn: CollectionAfterLoginHook<{ id: string }> = async ({ req, user }) => {
  await append(req, { action: 'signed-in', person: user.id })
}

/** afterLogout of people. */
export const recordSignOut: CollectionAfterLogoutHook = async ({ req }) => {
  await append(req, { action: 'signed-out', person: req.user?.id ?? null })
}

const append = async (req: PayloadRequest, entry: AuditEntry) => appendAudit(await requestClient(req), entry)

/** afterOperation of people: a locked account was opened. The framework has committed that by then. */
export const recordUnlock: CollectionAfterOperationHook = async ({ args, operation, req, result }) => {
  if ((operation as string) !== 'unlock' || !result) return result
  const { email } = (args as unknown as { data: { email?: unknown } }).data
  await appendAudit(poolOf(req.payload), {
    action: 'unlocked',
    person: req.user?.id ?? null,
    collection: 'users',
    details: { address: String(email) },
  })
  return result
}
