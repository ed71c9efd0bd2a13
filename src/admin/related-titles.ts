import type { CollectionSlug, PayloadRequest } from 'payload'

/**
 * The titles of documents by their id, of the ones that this person may read: one query for each collection. What
 * `relatedDocuments` finds goes in, what `readValues` needs comes out.
 */
export async function relatedTitles(
  req: PayloadRequest,
  related: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const [collection, ids] of related)
    for (const [id, title] of await titlesIn(req, collection, [...ids])) titles.set(id, title)
  return titles
}

type Titled = { id: string; adminTitle?: string | null }

// One after the other: within a request they share one connection.
async function titlesIn(req: PayloadRequest, collection: string, ids: string[]): Promise<[string, string][]> {
  const { docs } = await req.payload.find({
    collection: collection as CollectionSlug,
    where: { id: { in: ids } },
    select: { adminTitle: true },
    draft: true,
    depth: 0,
    pagination: false,
    overrideAccess: false,
    disableErrors: true,
    user: req.user,
    req,
  })
  const found = docs as unknown as Titled[]
  return found.flatMap(({ id, adminTitle }): [string, string][] => (adminTitle ? [[id, adminTitle]] : []))
}
