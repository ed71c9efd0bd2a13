import type { ClientBase, Pool } from 'pg'
import { mayOnUnit, readsOnlySent, type ContentCollection, type Person } from '@/access'
import { localeCodes, sourceLocale } from '@/lib/locales'
import { openRequests, type DocumentRef } from '@/units'

const all = ['shared', ...localeCodes]

/** Of a document that this person may read: the units whose comments they see, and those on which they may comment. */
export async function unitsFor(
  client: ClientBase | Pool,
  person: Person,
  ref: DocumentRef,
): Promise<{ readable: string[]; commentable: string[] }> {
  const collection = ref.collection as ContentCollection
  const sent = await openRequests(client, ref)
  const isOwn = (unit: string): boolean => sent.has(unit) && (person.locales ?? []).includes(unit)
  const readable = readsOnlySent(person, collection)
    ? all.filter((unit) => unit === 'shared' || unit === sourceLocale || isOwn(unit))
    : all
  const commentable = all.filter((unit) =>
    mayOnUnit(person, 'comment', { collection, unit, isSent: sent.has(unit) }),
  )
  return { readable, commentable }
}
