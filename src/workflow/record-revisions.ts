import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeOperationHook,
  FieldHook,
  PayloadRequest,
} from 'payload'
import {
  forgetDocument,
  insideValues,
  readableInside,
  readNewestDraft,
  readUnits,
  recordUnits,
  restoredFrom,
  type Values,
} from '@/units'
import { poolOf } from '@/lib/postgres'
import { requestClient } from './request-transaction'
import { takeUnits } from './units-before'

// What every saved change leaves behind, in the transaction of the save.

const personOf = (req: PayloadRequest): string | null => req.user?.id ?? null

/** afterChange: a revision of each unit whose words changed; the answer names the revisions as they are now. */
export const recordRevisions: CollectionAfterChangeHook = async ({ doc, req, collection, operation }) => {
  const { id } = doc as { id: string }
  const client = await requestClient(req)
  const ref = { collection: collection.slug, id }
  const draft = await readNewestDraft(req.payload, ref, req)
  if (!draft) throw new Error(`The draft of ${collection.slug} ${id} was not found after it was saved.`)
  const restored = restoredFrom(req.context)
  const known = operation === 'create' ? new Map<string, never>() : await takeUnits(req, client, ref)
  const made = await recordUnits(client, {
    ...ref,
    fields: collection.flattenedFields,
    draft,
    known,
    author: personOf(req),
    door: restored === undefined ? 'saved' : 'restored',
    units: ['shared', ...(req.locale ? [req.locale] : [])],
    restoredFrom: restored,
    sentName: sentNameIn(req),
  })
  const shown = doc as Values
  // The answer is already without what this person may not read.
  const inside = Object.fromEntries(
    Object.entries(insideValues(collection.flattenedFields, shown)).filter(([name]) => name in shown),
  )
  const revisions = baseIn(req, (unit) => made.get(unit) ?? known.get(unit)?.revision.id)
  return { ...doc, base: { ...revisions, inside } } as unknown
}

// Noted while the picture was received (`receivePicture`); what is stored has another name.
function sentNameIn({ context }: PayloadRequest): string | undefined {
  const name = context['sentName']
  return typeof name === 'string' ? name : undefined
}

/** afterDelete: the units of the document are gone; their history stays. */
export const forgetUnits: CollectionAfterDeleteHook = async ({ id, req, collection }) => {
  const ref = { collection: collection.slug, id: String(id) }
  const client = await requestClient(req)
  await forgetDocument(client, ref)
}

type Base = Record<string, string | null>
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const asked = new WeakMap<PayloadRequest, Map<string, Base>>()

/**
 * beforeOperation: notes the revisions of a document before it is read. Noted afterwards, they could be of words that
 * somebody saved in between, and the form would set those back unseen.
 */
export const noteRevisions: CollectionBeforeOperationHook = async ({ args, operation, req, collection }) => {
  const { id } = args as { id?: unknown }
  // Lists do not ask for it. Inside a save nobody reads it: the save's own answer is made after its revisions.
  if (operation !== 'read' || typeof id !== 'string' || !uuid.test(id) || req.transactionID) return args
  const noted = asked.get(req) ?? new Map<string, Base>()
  noted.set(id, await revisionsOf(poolOf(req.payload), req, { collection: collection.slug, id }))
  asked.set(req, noted)
  return args
}

/**
 * afterRead of the field `base`: the revisions of the document as it is read, and what it keeps beside its units
 * (`inside`), which the form sends back.
 */
export const revisionsAsRead: FieldHook = async ({ req, collection, originalDoc, findMany, operation }) => {
  const doc = (originalDoc ?? {}) as Values
  const revisions = asked.get(req)?.get(String(doc['id']))
  if (findMany || operation !== 'read' || req.transactionID || !revisions || !collection) return undefined
  return { ...revisions, inside: await readableInside(req, collection.flattenedFields, doc) }
}

type Reader = Parameters<typeof readUnits>[0]

async function revisionsOf(
  client: Reader,
  req: PayloadRequest,
  ref: { collection: string; id: string },
): Promise<Base> {
  const units = await readUnits(client, ref)
  return baseIn(req, (unit) => units.get(unit)?.revision.id)
}

function baseIn({ locale }: PayloadRequest, revisionOf: (unit: string) => string | undefined): Base {
  const wanted = ['shared', ...(locale && locale !== 'all' ? [locale] : [])]
  return Object.fromEntries(wanted.map((unit) => [unit, revisionOf(unit) ?? null]))
}
