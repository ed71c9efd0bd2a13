import type { ClientBase, Pool } from 'pg'
import { maySeeUnit, type ContentCollection, type Person } from '@/access'
import { localeCodes } from '@/lib/locales'
import type { DocumentRef } from './revisions'
import { openRequests } from './translation'

/** Of a document that this person may read: the units whose words they may see, in the order of screens. */
export async function seenUnits(
  client: ClientBase | Pool,
  person: Person | null,
  ref: DocumentRef,
): Promise<string[]> {
  const collection = ref.collection as ContentCollection
  const sent = await openRequests(client, ref)
  return ['shared', ...localeCodes].filter((unit) =>
    maySeeUnit(person, { collection, unit, isSent: sent.has(unit) }),
  )
}
