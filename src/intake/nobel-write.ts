import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'
import { lockDocument } from '@/workflow'
import { compare, hashesOf, writesOf, type Difference, type Hashes } from './nobel-fields'
import { findDrafts, insertRecord, updateRecord, type Desk, type Row } from './nobel-store'
import type { FieldValue, NobelCollection } from './nobel-types'

// One document is one transaction: its texts in every language and what is remembered of it. An import that is
// killed leaves whole documents only, and the next run goes on after them.

type Target = { key: string; collection: NobelCollection; fields: Record<string, FieldValue> }

async function inTransaction<T>(desk: Desk, work: (req: PayloadRequest) => Promise<T>): Promise<T> {
  const req = await createLocalReq({ user: desk.user }, desk.payload)
  await initTransaction(req)
  try {
    const result = await work(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

// Payload writes one language at a time; each write passes the gate as one from the screen does.
const options = (desk: Desk, req: PayloadRequest) =>
  ({
    req,
    user: desk.user,
    overrideAccess: false,
    draft: true,
    depth: 0,
    select: { updatedAt: true },
  }) as const

/** Makes the document with the address `slug` (none for years). Answers its id. */
export async function createDocument(
  desk: Desk,
  { key, collection, fields }: Target,
  slug: string | undefined,
): Promise<{ id: string; hashes: Hashes }> {
  return inTransaction(desk, async (req) => {
    const [first, ...others] = writesOf(fields)
    const data = { ...first?.data, ...(slug === undefined ? {} : { slug }) }
    const made = await desk.payload.create({
      collection,
      locale: first?.locale ?? 'en',
      data: data as never,
      ...options(desk, req),
    })
    const { id } = made
    for (const { locale, data: texts } of others) {
      await desk.payload.update({ collection, id, locale, data: texts, ...options(desk, req) })
    }
    const hashes = hashesOf(fields)
    await insertRecord(req, { key, collection, record: { documentId: id, fields: hashes } })
    return { id, hashes }
  })
}

type Existing = Target & { id: string; last: Hashes | undefined }

/**
 * Brings a document up to the file. Compares anew under the document's lock, so that what staff saved a moment
 * ago stays. `last` is undefined where no import wrote this document yet.
 */
export async function updateDocument(
  desk: Desk,
  { key, collection, fields, id, last }: Existing,
): Promise<Difference> {
  return inTransaction(desk, async (req) => {
    await lockDocument(req, collection, id)
    const [now] = await findDrafts(desk, { collection, where: { id: { equals: id } }, req })
    const difference = compare(fields, now ?? ({ id } satisfies Row), last ?? {})
    for (const { locale, data } of writesOf(difference.write)) {
      await desk.payload.update({ collection, id, locale, data, ...options(desk, req) })
    }
    const remembered = { key, collection, record: { documentId: id, fields: difference.hashes } }
    await (last === undefined ? insertRecord(req, remembered) : updateRecord(req, remembered))
    return difference
  })
}
