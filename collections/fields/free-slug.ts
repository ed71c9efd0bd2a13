import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { refuse } from '@/lib/errors'

type Row = Record<string, unknown>

const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined
}

/**
 * Refuses a web address that another document of the collection has. Payload checks uniqueness on its main
 * rows only, and drafts live beside them; the published world has a unique index of its own besides.
 */
export const slugIsFree: CollectionBeforeChangeHook = async ({ data, originalDoc, req, collection }) => {
  const row: Row = { ...originalDoc, ...data }
  if (typeof row['slug'] !== 'string' || row['slug'] === originalDoc?.['slug']) return data
  const where = {
    and: [{ slug: { equals: row['slug'] } }, { id: { not_equals: String(originalDoc?.['id'] ?? '') } }],
  }
  // A system check: a person may not learn of another's document through it beyond "taken".
  const { docs } = await req.payload.find({
    collection: collection.slug,
    where,
    draft: true,
    depth: 0,
    limit: 20,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const isTaken = await clashes(docs as unknown as Row[], row, req)
  if (isTaken) throw refuse('slug_taken', { slug: row['slug'] })
  return data
}

// Award entries share a slug across years ("2011-…", "2021-…"), never within one.
async function clashes(others: Row[], row: Row, req: PayloadRequest): Promise<boolean> {
  const edition = idOf(row['edition'])
  if (!edition || others.length === 0) return others.length > 0
  const [year, ...years] = await Promise.all(
    [edition, ...others.map((other) => idOf(other['edition']))].map((id) => yearOf(id, req)),
  )
  return years.includes(year)
}

// Inside the transaction of the write: the year may be as new as the award entry.
async function yearOf(id: string | undefined, req: PayloadRequest): Promise<number | undefined> {
  if (!id) return undefined
  const { year } = await req.payload.findByID({
    collection: 'editions',
    id,
    draft: true,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return year
}
