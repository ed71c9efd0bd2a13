import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { withoutPaths } from '@/lib/dotted'
import { refuse } from '@/lib/errors'
import { readRevision, sentValues, unitInWords, type SentValue, type Values } from '@/units'
import { isRow, type Row } from './known-fields'
import { withoutStaleInside } from './refuse-stale-inside'
import { requestClient } from './request-transaction'
import { same } from './shared-values'
import { unitsBefore } from './units-before'

// Two people never lose each other's work. A write names the revisions it started from (`base`). Where the words have
// changed since: what the writer left as it was stays as it is now, and what the writer changed is refused (409), so that
// both can be compared. The caller holds the document's lock.

type Write = { id: string; data: Row; base: unknown }

/**
 * The data to save: without values of a unit that changed meanwhile and that this writer did not touch. Refusals: stale
 * (409), base_missing (428) where a program writes by REST without saying what it started from.
 */
export async function withoutStale(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { id, data, base }: Write,
): Promise<Row> {
  const client = await requestClient(req)
  const ref = { collection: collection.slug, id }
  const known = await unitsBefore(req, client, ref)
  const untouched: string[] = []
  for (const unit of ['shared', String(req.locale)]) {
    const current = known.get(unit)?.revision ?? unwritten
    const from = isRow(base) ? base[unit] : undefined
    const wanted = wantedIn(req, collection, { unit, data, current: current.values })
    if (wanted.length === 0 || isFresh(req, from, current.id)) continue
    const before = await startedFrom(client, ref, { unit, from })
    if (wanted.some(({ path, value }) => !same(value, before.values[path])))
      throw refuse('stale', { unit: unitInWords(unit), of: unit, base: before.id, current: current.id ?? '' })
    untouched.push(...wanted.map(({ path }) => path))
  }
  return withoutPaths(await withoutStaleInside(req, collection, { id, data, base }), untouched)
}

type Wanting = { unit: string; data: Row; current: Values }

/** What this write would change in the unit as it is now. A new file is always a change. */
function wantedIn(
  { file }: PayloadRequest,
  { flattenedFields: fields }: SanitizedCollectionConfig,
  { unit, data, current }: Wanting,
): SentValue[] {
  const sent = sentValues({ fields, data, isShared: unit === 'shared' })
  const ofFile = unit === 'shared' && file ? [{ path: 'filename', value: file }] : []
  return [...sent.filter(({ path, value }) => !same(value, current[path])), ...ofFile]
}

const unwritten = { id: null, values: {} as Values }

// Imports and the desk's own programs write what they have just read.
const isFresh = (req: PayloadRequest, from: unknown, current: string | null): boolean =>
  from === current || (from === undefined && req.payloadAPI !== 'REST')

/** The words that the writer started from; none where the base names no revision of this unit. */
async function startedFrom(
  client: Parameters<typeof readRevision>[0],
  ref: { collection: string; id: string },
  { unit, from }: { unit: string; from: unknown },
): Promise<{ id: string; values: Values }> {
  if (from === undefined) throw refuse('base_missing', { of: unit })
  const read = typeof from === 'string' ? await readRevision(client, ref, from) : undefined
  return read?.unit === unit ? read : { id: '', values: {} }
}
