import type { ClientBase } from 'pg'
import type { AuditAction } from './actions'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** What happened, who did it, to what, why. */
export type AuditEntry = {
  action: AuditAction
  /** The id of the person; null when nobody is signed in, or the system acts. */
  person: string | null
  collection?: string
  /** The id of the document, or of the person whom it is about. */
  document?: string
  /** A language, or `shared`. */
  unit?: string
  revision?: string
  reason?: string
  /** Never a password, a token or a whole text of a document. */
  details?: Readonly<Record<string, Json | undefined>>
}

// What cannot be stored would fail the change that it tells of.
const longest = 4000
const longestDetails = 64 * 1024

/**
 * Adds an entry to the log on the caller's connection, so that it stands or falls with the caller's transaction.
 * The database chains it when that transaction commits.
 */
export async function appendAudit(client: Pick<ClientBase, 'query'>, entry: AuditEntry): Promise<void> {
  const { action, person, collection, document, unit, revision, reason, details } = entry
  await client.query(
    `insert into audit.entries (action, person, collection, document, unit, revision, reason, details)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      action,
      person,
      collection ?? null,
      document ?? null,
      unit ?? null,
      revision ?? null,
      reason === undefined ? null : storable(reason),
      storableDetails(details ?? {}),
    ],
  )
}

// Postgres stores neither NUL nor half a surrogate pair.
const storable = (text: string): string => text.slice(0, longest).replaceAll('\0', '').toWellFormed()

function storableDetails(details: NonNullable<AuditEntry['details']>): string {
  const text = JSON.stringify(storableJson(details))
  return text.length > longestDetails ? JSON.stringify({ tooLong: text.length }) : text
}

function storableJson(value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map(storableJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), storableJson(inner)]))
}
