import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { isOnlyTranslating, type ContentCollection } from '@/access'
import { refuse } from '@/lib/errors'
import { insideFields, insideValues, readNewestDraft } from '@/units'
import { isRow, type Row } from './known-fields'
import { say } from './say'
import { same } from './shared-values'

type Write = { id: string; data: Row; base: unknown }

/**
 * The same as `withoutStale`, for what a document keeps beside its units: it has no revisions, so the form sends its
 * values back as they were (`base.inside`). What the writer left alone is not written. Refusals: stale, base_missing.
 */
export async function withoutStaleInside(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { id, data, base }: Write,
): Promise<Row> {
  const opened = isRow(base) && isRow(base['inside']) ? base['inside'] : undefined
  const names = insideFields(collection.flattenedFields).map(({ name }) => name)
  const isTouched = (name: string): boolean =>
    data[name] !== undefined && (!opened || !(name in opened) || !same(data[name], opened[name]))
  const touched = names.filter(isTouched)
  // Translators write nothing here; what they send is looked at, and refused, elsewhere. Programs of the desk itself
  // write what they have just read.
  const isTranslating = isOnlyTranslating(req.user, collection.slug as ContentCollection)
  const isLookedAt = !isTranslating && (opened !== undefined || req.payloadAPI === 'REST')
  if (touched.length > 0 && isLookedAt) await refuseChanged(req, collection, { id, data, touched, opened })
  return Object.fromEntries(
    Object.entries(data).filter(([name]) => !names.includes(name) || touched.includes(name)),
  )
}

type Touched = { id: string; data: Row; touched: readonly string[]; opened: Row | undefined }

async function refuseChanged(
  req: PayloadRequest,
  { slug, flattenedFields }: SanitizedCollectionConfig,
  { id, data, touched, opened }: Touched,
): Promise<void> {
  const draft = await readNewestDraft(req.payload, { collection: slug, id }, req)
  const stored = insideValues(flattenedFields, draft ?? {})
  const wanted = touched.filter((name) => !same(data[name], stored[name]))
  if (wanted.length > 0 && !opened) throw refuse('base_missing', { of: 'inside' })
  if (wanted.some((name) => !same(stored[name], opened?.[name])))
    throw refuse('stale', { unit: say('Notes for colleagues'), of: 'inside', base: '', current: '' })
}
