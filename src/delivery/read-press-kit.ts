import { pressKitSchema } from '@/contract'
import type { Database } from './database'
import { redirectEntry, successEntry, type Entry } from './entry'
import { findPressKit, type KitBodies } from './find-press-kit'
import { composePressKit } from './press-kit'
import type { PressKitWanted } from './press-kit-target'

/** The press kit as JSON, with one query. Throws Refused: 404 or 410. A former address answers with a redirect. */
export async function readPressKit(database: Database, { slug }: PressKitWanted): Promise<Entry> {
  const bodies = await findPressKit(database, slug)
  if (bodies.slug !== slug) return redirectEntry(`/v1/press-kits/${bodies.slug}`)
  return successEntry({
    body: kitJson(bodies),
    // What is taken down leaves no date behind.
    modifiedAt: null,
    contentLanguage: '',
    links: [`</v1/press-kits/${slug}.zip>; rel="alternate"; type="application/zip"`],
    tags: [`press-kits/${slug}`],
  })
}

const kitJson = (bodies: KitBodies): string => JSON.stringify(pressKitSchema.parse(composePressKit(bodies)))
