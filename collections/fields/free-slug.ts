import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { refuse } from '@/lib/errors'
import { lockDocument } from '@/workflow'

type Row = Record<string, unknown>

const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined
}

/**
 * Refuses (409) a web address that another document of the collection has in its newest draft. Payload checks
 * uniqueness on its main rows only, and drafts live beside them; the published world has a unique index of its
 * own besides. Two saves of one address at the same moment queue.
 */
export const slugIsFree: CollectionBeforeChangeHook = async ({ data, originalDoc, req, collection }) => {
  const row: Row = { ...originalDoc, ...data }
  const slug = row['slug']
  if (typeof slug !== 'string' || slug === '') return data
  const isKept = slug === originalDoc?.['slug'] && idOf(row['edition']) === idOf(originalDoc?.['edition'])
  if (isKept) return data
  await lockDocument(req, `${collection.slug} slug`, slug)
  const others = await othersWith(slug, {
    own: String(originalDoc?.['id'] ?? ''),
    collection: collection.slug,
    req,
  })
  if (await clashes(others, row, req)) throw refuse('slug_taken', { slug, path: 'slug' })
  return data
}

type Search = { own: string; collection: string; req: PayloadRequest }

async function othersWith(slug: string, { own, collection, req }: Search): Promise<Row[]> {
  // A system check: a person may not learn of another's document through it beyond "taken".
  const options = {
    draft: true,
    depth: 0,
    limit: 1000,
    pagination: false,
    overrideAccess: true,
    req,
  } as const
  const { docs } = await req.payload.find({
    collection: collection as CollectionSlug,
    where: { slug: { equals: slug } },
    ...options,
  })
  const rows: unknown[] = docs
  return (rows as Row[]).filter(({ id }) => id !== own)
}

// Award entries share an address across years ("2011-…", "2021-…"), never within one.
async function clashes(others: Row[], row: Row, req: PayloadRequest): Promise<boolean> {
  const edition = idOf(row['edition'])
  if (!edition || others.length === 0) return others.length > 0
  const year = await yearOf(edition, req)
  const years = await Promise.all(others.map((other) => yearOf(idOf(other['edition']), req)))
  return years.includes(year)
}

async function yearOf(id: string | undefined, req: PayloadRequest): Promise<number | undefined> {
  if (!id) return undefined
  const options = { draft: true, depth: 0, overrideAccess: true, disableErrors: true, req } as const
  const edition = await req.payload.findByID({ collection: 'editions', id, ...options })
  return edition?.year
}
