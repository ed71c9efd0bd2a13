import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest, TypedUser, Where } from 'payload'
import { requestTransaction } from '@/workflow'
import type { Hashes } from './nobel-fields'
import type { NobelCollection } from './nobel-types'

// What the import remembers (table public.intake_records) and what the desk holds.

export type Desk = { payload: Payload; user: TypedUser }
export type Row = { id: string } & Record<string, unknown>
export type ImportRecord = { documentId: string; fields: Hashes }

const pool = (payload: Payload) => (payload.db as unknown as PostgresAdapter).pool
const importLock = 5_580_341_907

/** One import at a time in this database: undefined when another one is running, else the function that ends the turn. */
export async function takeTurn(payload: Payload): Promise<(() => Promise<void>) | undefined> {
  const client = await pool(payload).connect()
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
    importLock,
  ])
  if (rows[0]?.mine !== true) {
    client.release()
    return undefined
  }
  return async () => {
    await client.query('select pg_advisory_unlock($1)', [importLock])
    client.release()
  }
}

type StoredRecord = { import_key: string; document_id: string; fields: Hashes }

export async function readRecords(
  payload: Payload,
  keys: readonly string[],
): Promise<Map<string, ImportRecord>> {
  const { rows } = await pool(payload).query<StoredRecord>(
    'select import_key, document_id, fields from intake_records where import_key = any($1)',
    [keys],
  )
  return new Map(
    rows.map(({ import_key: key, document_id: documentId, fields }) => [key, { documentId, fields }]),
  )
}

/** The documents of a collection that an import made or took up. */
export async function readImportedIds(payload: Payload, collection: NobelCollection): Promise<Set<string>> {
  const { rows } = await pool(payload).query<{ document_id: string }>(
    'select document_id from intake_records where collection = $1',
    [collection],
  )
  return new Set(rows.map(({ document_id: id }) => id))
}

type Remembered = { key: string; collection: NobelCollection; record: ImportRecord }

/** Remembers in the transaction of `req`. A new document must not be remembered yet: two imports cannot both make it. */
export async function insertRecord(
  req: PayloadRequest,
  { key, collection, record }: Remembered,
): Promise<void> {
  const tx = await requestTransaction(req)
  const fields = JSON.stringify(record.fields)
  await tx.execute(
    sql`insert into intake_records (import_key, collection, document_id, fields) values (${key}, ${collection}, ${record.documentId}::uuid, ${fields}::jsonb)`,
  )
}

export async function updateRecord(req: PayloadRequest, { key, record }: Remembered): Promise<void> {
  const tx = await requestTransaction(req)
  await tx.execute(
    sql`update intake_records set fields = ${JSON.stringify(record.fields)}::jsonb where import_key = ${key}`,
  )
}

type Find = { collection: NobelCollection; where: Where; select?: Record<string, true>; req?: PayloadRequest }

/** The latest drafts, with every language. */
export async function findDrafts(
  { payload, user }: Desk,
  { collection, where, select, req }: Find,
): Promise<Row[]> {
  const { docs } = await payload.find({
    collection,
    where,
    draft: true,
    depth: 0,
    locale: 'all',
    pagination: false,
    limit: 0,
    user,
    overrideAccess: false,
    ...(select && { select }),
    ...(req && { req }),
  })
  return docs as unknown as Row[]
}

const chunkSize = 100

/** The same by their ids; what staff deleted is absent. */
export async function findDraftsById(
  desk: Desk,
  collection: NobelCollection,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const found = new Map<string, Row>()
  for (let start = 0; start < ids.length; start += chunkSize) {
    const docs = await findDrafts(desk, {
      collection,
      where: { id: { in: ids.slice(start, start + chunkSize) } },
    })
    for (const doc of docs) found.set(doc.id, doc)
  }
  return found
}
