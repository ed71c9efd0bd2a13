import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { refuse } from '@/lib/errors'
import {
  isLocalized,
  isOfUnits,
  plainValue,
  readRevision,
  readUnits,
  unitInWords,
  type Values,
} from '@/units'
import { isRow, type Row } from './known-fields'
import { requestClient } from './request-transaction'
import { same } from './shared-values'

// Two people never lose each other's work. A write names the revisions it started from (`base`). Where the words have
// changed since: what the writer left as it was stays as it is now, and what the writer changed is refused (409), so that
// both can be compared. The caller holds the document's lock.

type Write = { id: string; data: Row; base: unknown }
type Sent = { path: string; value: unknown }

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
  const known = await readUnits(client, ref)
  const untouched: string[] = []
  for (const unit of ['shared', String(req.locale)]) {
    const sent = sentValues({
      fields: collection.flattenedFields,
      data,
      isShared: unit === 'shared',
      under: '',
    })
    const current = known.get(unit)?.revision ?? unwritten
    const wanted = sent.filter(({ path, value }) => !same(value, current.values[path]))
    const from = isRow(base) ? base[unit] : undefined
    if (wanted.length === 0 || isFresh(req, from, current.id)) continue
    const before = await startedFrom(client, ref, { unit, from })
    if (wanted.some(({ path, value }) => !same(value, before.values[path])))
      throw refuse('stale', { unit: unitInWords(unit), of: unit, base: before.id, current: current.id ?? '' })
    untouched.push(...wanted.map(({ path }) => path))
  }
  return withoutPaths(data, untouched)
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

type Walk = { fields: readonly FlattenedField[]; data: Row; isShared: boolean; under: string }

/** What a write sends for one unit, in the shape of unit values; an empty value is undefined. */
function sentValues({ fields, data, isShared, under }: Walk): Sent[] {
  return fields.filter(isOfUnits).flatMap((field): Sent[] => {
    const value = data[field.name]
    const path = `${under}${field.name}`
    if (value === undefined) return []
    if (field.type === 'group') {
      const inside = { fields: field.flattenedFields, isShared, under: `${path}.` }
      return isRow(value) ? sentValues({ ...inside, data: value }) : []
    }
    return isLocalized(field) === isShared ? [] : [{ path, value: plainValue(asList(field, value)) }]
  })
}

// Payload's forms send a list without rows as the number of its rows.
const asList = (field: FlattenedField, value: unknown): unknown =>
  value === 0 && (field.type === 'array' || field.type === 'blocks') ? [] : value

function withoutPaths(data: Row, paths: readonly string[], under = ''): Row {
  const entries = Object.entries(data).flatMap(([key, value]): [string, unknown][] => {
    const path = `${under}${key}`
    if (paths.includes(path)) return []
    const isOnTheWay = paths.some((one) => one.startsWith(`${path}.`))
    return [[key, isOnTheWay && isRow(value) ? withoutPaths(value, paths, `${path}.`) : value]]
  })
  return Object.fromEntries(entries)
}
