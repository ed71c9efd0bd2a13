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
 * Adds entries to the log, in this order, on the caller's connection, so that they stand or fall with the caller's
 * transaction. The database chains them when that transaction commits.
 */
export async function appendAudit(
  client: Pick<ClientBase, 'query'>,
  ...entries: readonly AuditEntry[]
): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ reason, details, ...entry }) => ({
    ...entry,
    reason: reason === undefined ? null : storable(reason),
    details: storableDetails(details ?? {}),
  }))
  await client.query(
    `insert into audit.entries (action, person, collection, document, unit, revision, reason, details)
     select action, person, collection, document, unit, revision, reason, details
       from rows from (jsonb_to_recordset($1) as (action text, person uuid, collection text, document uuid, unit text,
                                                  revision uuid, reason text, details jsonb)) with ordinality
      order by ordinality`,
    [JSON.stringify(rows)],
  )
}

// Postgres stores neither NUL nor half a surrogate pair.
const storable = (text: string): string => text.slice(0, longest).replaceAll('\0', '').toWellFormed()

function storableDetails(details: NonNullable<AuditEntry['details']>): unknown {
  const storedDetails = storableJson(details)
  const { length } = JSON.stringify(storedDetails)
  return length > longestDetails ? { tooLong: length } : storedDetails
}

function storableJson(value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map(storableJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), storableJson(inner)]))
}
