import { contentCollections, readsOnlySent, type Person } from '@/access'

/** Does this person see of a kind of documents only what was sent to translation? */
export function seesOnlySent(person: Person | null, slug: string): boolean {
  const collection = contentCollections.find((one) => one === slug)
  return collection !== undefined && readsOnlySent(person, collection)
}
