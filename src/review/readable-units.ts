import type { ClientBase, Pool } from 'pg'
import { mayOnUnit, type ContentCollection, type Person } from '@/access'
import { localeCodes } from '@/lib/locales'
import { openRequests, seenUnits, type DocumentRef } from '@/units'

const all = ['shared', ...localeCodes]

/** Of a document that this person may read: the units whose comments they see, and those on which they may comment. */
export async function unitsFor(
  client: ClientBase | Pool,
  person: Person,
  ref: DocumentRef,
): Promise<{ readable: string[]; commentable: string[] }> {
  const collection = ref.collection as ContentCollection
  const sent = await openRequests(client, ref)
  const on = (unit: string) => ({ collection, unit, isSent: sent.has(unit) })
  const readable = await seenUnits(client, person, ref)
  const commentable = all.filter((unit) => mayOnUnit(person, 'comment', on(unit)))
  return { readable, commentable }
}
