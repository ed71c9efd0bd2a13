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
    tags: tagsOf(bodies),
  })
}

// What comes to a year is in none of its kits yet: the lists are named that it is announced in.
const joining = ['biographies', 'citations', 'media', 'press-releases']
const wholly = [...joining, 'editions', 'laureates']

// Proxies hold a head of 4 KiB by default, and this one also says other things.
const mostIds = 64

const tagsOf = ({ slug, ids }: KitBodies): string[] => [
  `press-kits/${slug}`,
  ...(ids.length > mostIds ? wholly : [...joining, ...ids]),
]

const kitJson = (bodies: KitBodies): string => JSON.stringify(pressKitSchema.parse(composePressKit(bodies)))
