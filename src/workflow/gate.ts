import type { CollectionBeforeOperationHook, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { isOnlyTranslating, may, mayWriteLocale, type ContentCollection, type Person } from '@/access'
import { languageInWords } from '@/formats'
import { refuse } from '@/lib/errors'
import { isLocale, localeCodes } from '@/lib/locales'
import { cleanInput } from './clean-input'
import { refuseOtherId, refuseUnknownFields, withoutDerived, type Row } from './known-fields'
import { refuseDeletingLinked } from './linking-documents'
import { lockDocument } from './lock-document'
import { refuseUnsent } from './refuse-unsent'
import { refuseDeletingPublic } from './public-documents'
import { withoutStale } from './refuse-stale'
import { say } from './say'
import { refuseSharedChanges } from './shared-values'

// The one gate that every write to content passes, whatever the door (screen, REST, import, Local API).
// It runs inside Payload's transaction and before Payload's own access rules; only this hook sees the
// switches (`draft`, `publishAllLocales` …) with which Payload's publish could be reached.

type WriteArgs = {
  id?: string
  data?: Row
  overrideAccess?: boolean
  where?: unknown
  [key: string]: unknown
}

const publishSwitches = ['publishAllLocales', 'unpublishAllLocales', 'publishSpecificLocale'] as const
const writes = new Set<string>(['create', 'update', 'updateByID', 'restoreVersion', 'delete', 'deleteByID'])

/** beforeOperation: every write becomes a draft in one known language by someone who may write it. */
export const guardWrites: CollectionBeforeOperationHook = async ({ args, operation, req, collection }) => {
  if (!writes.has(operation)) return args
  const write = args as WriteArgs
  refuseWithoutRight(write, { req, operation, slug: collection.slug as ContentCollection })
  refuseClosedDoors(write, operation)
  if (typeof write.id === 'string') await lockDocument(req, collection.slug, write.id)
  if (operation.startsWith('delete')) {
    if (write.id !== undefined) await refuseDeletingPublic(req, collection.slug, write.id)
    if (write.id !== undefined) await refuseDeletingLinked(req, collection.slug, write.id)
    return args
  }
  return { ...args, ...(await asDraft(write, req, collection)) }
}

async function asDraft(
  write: WriteArgs,
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
): Promise<Row> {
  const person = req.user as Person | null
  const slug = collection.slug as ContentCollection
  requireLocale(req, slug)
  if (write.id !== undefined) await refuseUnsent(req, { collection: slug, id: write.id })
  requireFile(write, req, collection)
  refuseOtherId(write.data, write.id)
  const input = cleanInput(write.data ?? {}, collection.flattenedFields)
  const { base, ...cleaned } = withoutDerived(input, Boolean(collection.upload))
  refuseUnknownFields(collection.flattenedFields, cleaned)
  const data =
    write.id === undefined
      ? cleaned
      : await withoutStale(req, collection, { id: write.id, data: cleaned, base })
  if (write.id !== undefined && person && isOnlyTranslating(person, slug)) {
    await refuseSharedChanges(req, collection, { id: write.id, data })
  }
  return { draft: true, autosave: false, data: { ...data, _status: 'draft' } }
}

type Attempt = { req: PayloadRequest; operation: string; slug: ContentCollection }

// Whoever may not write at all is sent away before a lock is taken or anything is read. Only the system's own
// calls say `overrideAccess: true`.
function refuseWithoutRight(write: WriteArgs, { req, operation, slug }: Attempt): void {
  if (write.overrideAccess === true) return
  const person = req.user as Person | null
  if (!person) throw refuse('not_signed_in')
  const right = operation.startsWith('delete') ? 'delete' : operation === 'create' ? 'create' : 'update'
  if (!may(person, slug, right)) throw refuse('not_allowed', { action: say(`${right} this`) })
}

// Without a file, Payload would fetch one from whatever address the data names.
function requireFile(write: WriteArgs, req: PayloadRequest, collection: SanitizedCollectionConfig): void {
  if (collection.upload && write.id === undefined && !req.file)
    throw refuse('unfit', {
      place: say('The file'),
      reason: say('is missing. Choose a picture.'),
      path: 'file',
    })
}

function refuseClosedDoors(write: WriteArgs, operation: string): void {
  if (operation === 'restoreVersion') throw refuse('door_closed', { what: say('Restoring an older version') })
  if (write['duplicateFromID'] !== undefined)
    throw refuse('door_closed', { what: say('Duplicating a document') })
  const isBulk = write.where !== undefined && write.id === undefined
  if (isBulk) throw refuse('door_closed', { what: say('Changing many documents at once') })
  const status = write.data?.['_status']
  const asksToPublish =
    publishSwitches.some((key) => Boolean(write[key])) ||
    (status !== undefined && status !== null && status !== 'draft')
  if (asksToPublish) throw refuse('use_publish_button')
}

// Payload lets any string through as the language and then loses the write; null and "all" too.
function requireLocale(req: PayloadRequest, slug: ContentCollection): void {
  const locale = req.locale
  if (!isLocale(locale)) {
    throw refuse('unknown_language', { language: locale ?? '', known: localeCodes.join(', ') })
  }
  const person = req.user as Person | null
  if (person && isOnlyTranslating(person, slug) && !mayWriteLocale(person, slug, locale)) {
    throw refuse('language_not_assigned', { language: languageInWords(locale) })
  }
}
