import { contentCollections, may, type Person } from '@/access'

/** May this person put documents of a kind into somebody's hands? */
export function handsOf(person: Person | null, slug: string): { mayAssign: boolean; maySend: boolean } {
  const collection = contentCollections.find((one) => one === slug)
  if (!collection) return { mayAssign: false, maySend: false }
  // Nobody sends what translators cannot write.
  const isTranslated = may({ id: '', roles: ['translator'] }, collection, 'update')
  return {
    mayAssign: may(person, collection, 'assign'),
    maySend: isTranslated && may(person, collection, 'send-to-translation'),
  }
}
