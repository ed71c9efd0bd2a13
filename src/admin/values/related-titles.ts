import type { CollectionSlug, PayloadRequest } from 'payload'

type Related = ReadonlyMap<string, ReadonlySet<string>>
type Titles = Map<string, string>

/**
 * The titles of documents by their id, of the ones that this person may read: one query for each collection. What
 * `relatedDocuments` finds goes in, what `readValues` needs comes out.
 */
export const relatedTitles = (req: PayloadRequest, related: Related): Promise<Titles> =>
  titlesOf(req, related, false)

/**
 * The same of documents that stored words of a readable document name: whoever reads those reads the titles, though
 * nothing else of them. Never for ids that come with a request.
 */
export const storedTitles = (req: PayloadRequest, related: Related): Promise<Titles> =>
  titlesOf(req, related, true)

async function titlesOf(req: PayloadRequest, related: Related, areStored: boolean): Promise<Titles> {
  const titles: Titles = new Map()
  for (const [collection, ids] of related)
    for (const [id, title] of await titlesIn(req, { collection, ids: [...ids], areStored }))
      titles.set(id, title)
  return titles
}

type Titled = { id: string; adminTitle?: string | null }

type Asked = { collection: string; ids: string[]; areStored: boolean }

// One after the other: within a request they share one connection.
async function titlesIn(
  req: PayloadRequest,
  { collection, ids, areStored }: Asked,
): Promise<[string, string][]> {
  const { docs } = await req.payload.find({
    collection: collection as CollectionSlug,
    where: { id: { in: ids } },
    select: { adminTitle: true },
    draft: true,
    depth: 0,
    pagination: false,
    overrideAccess: areStored,
    disableErrors: true,
    user: req.user,
    req,
  })
  const found = docs as unknown as Titled[]
  return found.flatMap(({ id, adminTitle }): [string, string][] => (adminTitle ? [[id, adminTitle]] : []))
}
