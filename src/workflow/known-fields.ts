import type { FlattenedField } from 'payload'
import { refuse } from '@/lib/errors'
import { fieldName } from '@/units'
import { inForm } from './form-path'
import { say } from './say'

// A write may name the fields of its collection and nothing else: a misspelt name would be lost silently.

export type Row = Record<string, unknown>

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What screens of the framework send along. It is never taken from the person who writes. */
const frameworkKeys = new Set([
  'id',
  '_status',
  'createdAt',
  'updatedAt',
  'adminTitle',
  'phoneE164',
  'file',
  'prefix',
  '_objectKey',
])
/**
 * Of these, the ones that are dropped before anything is stored. The framework's form sends its last two times and the
 * derived texts, stale ones after someone else saved; it never sends an `id`.
 */
const derivedKeys = ['id', 'createdAt', 'updatedAt', 'adminTitle', 'phoneE164'] as const

/** Of a picture, what its file alone decides. Sent by a form, it is that of the file as the form was opened. */
const fileKeys = [
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'url',
  'thumbnailURL',
  'renditions',
  '_objectKey',
] as const

/** The row without what the system derives by itself; `isUpload`: of a document that holds a file. */
export function withoutDerived(data: Row, isUpload: boolean): Row {
  const dropped: readonly string[] = isUpload ? [...derivedKeys, ...fileKeys] : derivedKeys
  return Object.fromEntries(Object.entries(data).filter(([key]) => !dropped.includes(key)))
}

/** Refuses (400) an `id` in the data that is not the document's own. */
export function refuseOtherId(data: Row | undefined, id: string | undefined): void {
  const given = data?.['id']
  if (given !== undefined && given !== null && given !== id)
    throw refuse('bad_input', { place: 'id', reason: 'is given once, by the desk. Leave it out.' })
}

/** Refuses (400, naming it) the first key that is no field of `fields`, or a number as text; groups and rows are walked. */
export function refuseUnknownFields(
  fields: readonly FlattenedField[],
  data: Row,
  path: readonly string[] = [],
): void {
  const byName = new Map(fields.map((field) => [field.name, field]))
  for (const [key, value] of Object.entries(data)) {
    const field = byName.get(key)
    const here = [...path, key]
    if (!field && isExpected(key, path)) continue
    if (!field)
      throw refuse('bad_input', { place: here.join(' › '), reason: 'is not a field of this document.' })
    refuseNumberAsText(field, value, here)
    refuseNoGroup(field, value, here)
    for (const [index, row] of rowsOf(field, value))
      refuseUnknownFields(nested(field), row, [...here, ...index])
  }
}

// Payload reads "20x4" as 20.
function refuseNumberAsText(field: FlattenedField, value: unknown, path: readonly string[]): void {
  if (field.type === 'number' && typeof value === 'string')
    throw refuse('bad_input', {
      place: fieldName(field),
      reason: say('must be a number.'),
      path: inForm(path),
    })
}

// Payload fails inside on a group that is null.
function refuseNoGroup(field: FlattenedField, value: unknown, path: readonly string[]): void {
  if ((field.type === 'group' || field.type === 'tab') && value === null)
    throw refuse('bad_input', {
      place: fieldName(field),
      reason: say('must hold fields. Leave it out where there is nothing to say.'),
      path: inForm(path),
    })
}

const isExpected = (key: string, path: readonly string[]): boolean =>
  path.length === 0 ? frameworkKeys.has(key) : key === 'id' || key === 'sizes'

const nested = (field: FlattenedField): readonly FlattenedField[] =>
  'flattenedFields' in field ? field.flattenedFields : []

function rowsOf(field: FlattenedField, value: unknown): [string[], Row][] {
  if (field.type === 'array' && Array.isArray(value)) {
    return value.flatMap((row, index): [string[], Row][] => (isRow(row) ? [[[String(index + 1)], row]] : []))
  }
  return (field.type === 'group' || field.type === 'tab') && isRow(value) ? [[[], value]] : []
}
