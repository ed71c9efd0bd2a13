import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, FieldHook, PayloadRequest } from 'payload'
import { forgetDocument, readNewestDraft, readUnits, recordUnits, restoredFrom } from '@/units'
import { poolOf } from '@/lib/postgres'
import { requestClient } from './request-transaction'

// What every saved change leaves behind, in the transaction of the save.

const personOf = (req: PayloadRequest): string | null => req.user?.id ?? null

/** afterChange: a revision of each unit whose words changed; the answer names the revisions as they are now. */
export const recordRevisions: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  const { id } = doc as { id: string }
  const client = await requestClient(req)
  const ref = { collection: collection.slug, id }
  const draft = await readNewestDraft(req.payload, ref, req)
  if (!draft) throw new Error(`The draft of ${collection.slug} ${id} was not found after it was saved.`)
  const restored = restoredFrom(req.context)
  await recordUnits(client, {
    ...ref,
    fields: collection.flattenedFields,
    draft,
    author: personOf(req),
    door: restored === undefined ? 'saved' : 'restored',
    units: ['shared', ...(req.locale ? [req.locale] : [])],
    ...(restored === undefined ? {} : { restoredFrom: restored }),
  })
  return { ...doc, base: await baseOf(client, req, ref) } as unknown
}

/** afterDelete: the units of the document are gone; their history stays. */
export const forgetUnits: CollectionAfterDeleteHook = async ({ id, req, collection }) => {
  const ref = { collection: collection.slug, id: String(id) }
  const client = await requestClient(req)
  await forgetDocument(client, ref)
}

/**
 * afterRead of the field `base`: the revisions of the document as it is read, which the form sends back. Lists do not
 * ask for it.
 */
export const revisionsAsRead: FieldHook = async ({ req, collection, originalDoc, findMany, operation }) => {
  const id: unknown = (originalDoc as { id?: unknown } | undefined)?.id
  // Inside a save nobody reads it: the save's own answer is made after its revisions.
  if (findMany || operation !== 'read' || req.transactionID || typeof id !== 'string' || !collection)
    return undefined
  return baseOf(poolOf(req.payload), req, { collection: collection.slug, id })
}

type Reader = Parameters<typeof readUnits>[0]

async function baseOf(
  client: Reader,
  req: PayloadRequest,
  ref: { collection: string; id: string },
): Promise<Record<string, string | null>> {
  const units = await readUnits(client, ref)
  const wanted = ['shared', ...(req.locale && req.locale !== 'all' ? [req.locale] : [])]
  return Object.fromEntries(wanted.map((unit) => [unit, units.get(unit)?.revision.id ?? null]))
}
