import type { CollectionSlug, FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { refuse } from '@/lib/errors'
import { fieldName } from '@/units'
import { isRow, type Row } from './known-fields'
import { say } from './say'

// A translator writes the texts of the assigned languages. The screen sends the whole form, so a value that
// all languages share may come along, but only as it is stored.

type Write = { id: string; data: Row }
type Difference = { field: FlattenedField; path: string }

/** Refuses (403, naming the field) a write that would change a value which all languages share, or a file. */
export async function refuseSharedChanges(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { id, data }: Write,
): Promise<void> {
  if (req.file) throw refuse('shared_not_allowed', { field: say('File'), path: 'file' })
  const stored = await readStored(req, collection.slug, id)
  if (!stored) return
  const found = await firstDifference(collection.flattenedFields, { data, stored, req, path: [] })
  if (found) throw refuse('shared_not_allowed', { field: fieldName(found.field), path: found.path })
}

/** The newest draft, in the language of `req`. Undefined when there is none: Payload answers that itself. */
async function readStored(req: PayloadRequest, slug: string, id: string): Promise<Row | undefined> {
  // A system read: the values are compared here and never leave.
  const options = {
    draft: true,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    disableErrors: true,
  } as const
  const doc: unknown = await req.payload.findByID({ collection: slug as CollectionSlug, id, ...options, req })
  return isRow(doc) ? doc : undefined
}

type Comparison = { data: Row; stored: Row; req: PayloadRequest; path: string[] }

async function firstDifference(
  fields: readonly FlattenedField[],
  compare: Comparison,
): Promise<Difference | undefined> {
  for (const field of fields) {
    const found = await difference(field, compare)
    if (found) return found
  }
  return undefined
}

async function difference(
  field: FlattenedField,
  { data, stored, req, path }: Comparison,
): Promise<Difference | undefined> {
  const value = sent(field, data[field.name])
  if (value === undefined || ('localized' in field && field.localized)) return undefined
  const here = [...path, field.name]
  const before = stored[field.name]
  if (field.type === 'group') {
    const inside = { data: isRow(value) ? value : {}, stored: isRow(before) ? before : {}, req, path: here }
    return firstDifference(field.flattenedFields, inside)
  }
  const isSame = (await mayRead(field, req)) ? same(value, before) : isEmpty(value)
  return isSame ? undefined : { field, path: here.join('.') }
}

// Payload's forms send an array without rows as the number of its rows.
const sent = (field: FlattenedField, value: unknown): unknown =>
  value === 0 && (field.type === 'array' || field.type === 'blocks') ? [] : value

// What a person may not read is not compared: an accepted guess would tell them the value.
async function mayRead(field: FlattenedField, req: PayloadRequest): Promise<boolean> {
  const rule = 'access' in field ? field.access?.read : undefined
  return rule ? await rule({ req }) : true
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (typeof value === 'object' &&
    !(value instanceof Date) &&
    Object.values(value).every((inner) => isEmpty(inner)))

/** Equal as stored content: forms write an empty value in many ways, and dates with or without their zeros. */
export function same(one: unknown, other: unknown): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other)
  if (Array.isArray(one) && Array.isArray(other)) return sameList(one, other)
  if (isRow(one) && isRow(other) && !(one instanceof Date)) return sameRow(one, other)
  return one === other || sameInstant(one, other)
}

const sameList = (one: unknown[], other: unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => same(item, other[index]))

const sameRow = (one: Row, other: Row): boolean =>
  Object.keys({ ...one, ...other }).every((key) => same(one[key], other[key]))

const instant = /^\d{4}-\d{2}-\d{2}T/

const areInstants = (values: unknown[]): values is string[] =>
  values.every((value) => typeof value === 'string' && instant.test(value))

function sameInstant(one: unknown, other: unknown): boolean {
  const times = [one, other].map((value) => (value instanceof Date ? value.toISOString() : value))
  return areInstants(times) && new Set(times.map((time) => Date.parse(time))).size === 1
}
