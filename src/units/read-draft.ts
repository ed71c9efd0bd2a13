import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { Draft } from '@/publishing'
import type { DocumentRef } from './revisions'

/**
 * The newest draft in all languages, as stored: a localized value is an object by language, a link is an id. A read
 * of the system, without rights: whoever calls has looked at them. Undefined when there is no such document. With
 * `req` it reads inside that request's transaction.
 */
export async function readNewestDraft(
  payload: Payload,
  { collection, id }: DocumentRef,
  req?: PayloadRequest,
): Promise<Draft | undefined> {
  const { docs } = await payload.db.findVersions<Record<string, unknown>>({
    collection: collection as CollectionSlug,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    locale: 'all',
    limit: 1,
    pagination: false,
    sort: '-updatedAt',
    ...(req ? { req } : {}),
  })
  const [version] = docs
  return version ? { ...version.version, id } : undefined
}
