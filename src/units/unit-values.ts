import type { FlattenedField } from 'payload'
import { isBlank } from '@/formats'
import type { Draft } from '@/publishing'

// What staff wrote in one unit of a document, as one flat object: dotted path of the field → its value. Empty values
// are absent. What the system derives, hides or keeps inside the editing side is no part of any unit.

/** Dotted field path → value: text, number, boolean, list, rich text, ids of linked documents. Never empty ones. */
export type Values = Readonly<Record<string, unknown>>

const derived = new Set(['id', 'createdAt', 'updatedAt', '_status', 'adminTitle', 'base', 'phoneE164'])
/** Of an upload's own fields, the ones that say which picture is shown and how it is cut. */
const ofUploads = new Set(['filename', 'focalX', 'focalY'])
/** And the ones that follow from its file. */
const ofFiles = new Set([
  'mimeType',
  'filesize',
  'width',
  'height',
  'url',
  'thumbnailURL',
  'sizes',
  'renditions',
  '_objectKey',
])

/** Is this field made by the system, whatever is sent? */
export const isDerived = ({ name }: FlattenedField): boolean => derived.has(name) || ofFiles.has(name)

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Is this field part of a unit? Internal fields (`custom.internal`) are not: nobody approves them. */
export function isOfUnits(field: FlattenedField): boolean {
  if (isDerived(field)) return false
  if (ofUploads.has(field.name)) return true
  const { admin, custom } = field as {
    admin?: { hidden?: boolean; disabled?: boolean }
    custom?: { internal?: true }
  }
  return !custom?.internal && !admin?.hidden && !admin?.disabled && !('hidden' in field && field.hidden)
}

/** Has this field a value in each language? */
export const isLocalized = (field: FlattenedField): boolean =>
  'localized' in field && field.localized !== undefined && field.localized

/**
 * The values of `unit` ('shared' or a language) in a draft read with `locale: 'all'`, where a localized value is an
 * object by language.
 */
export function valuesOf(fields: readonly FlattenedField[], draft: Draft, unit: string): Values {
  const found: [string, unknown][] = []
  collect({ fields, row: draft, unit, path: '', found })
  return Object.fromEntries(found)
}

type Walk = {
  fields: readonly FlattenedField[]
  row: Readonly<Record<string, unknown>>
  unit: string
  path: string
  found: [string, unknown][]
}

function collect({ fields, row, unit, path, found }: Walk): void {
  for (const field of fields.filter(isOfUnits)) {
    const here = path === '' ? field.name : `${path}.${field.name}`
    const value = row[field.name]
    if (field.type === 'group') {
      if (isRow(value)) collect({ fields: field.flattenedFields, row: value, unit, path: here, found })
    } else if (isLocalized(field) !== (unit === 'shared')) {
      const own = plainValue(isLocalized(field) ? (isRow(value) ? value[unit] : undefined) : value)
      if (!isEmpty(own)) found.push([here, own])
    }
  }
}

/** A value as units hold it: rows without the ids that the framework gives them, links as ids, instants as RFC 3339. */
export function plainValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plainRow)
  return value
}

function plainRow(value: unknown): unknown {
  if (!isRow(value)) return value
  const { id, ...rest } = value
  // A populated link is its id; a row of a list is its values.
  if ('createdAt' in rest) return id
  return Object.fromEntries(Object.entries(rest).filter(([, inner]) => !isEmpty(inner)))
}

/** Nothing that a reader could see: no text or spaces alone, no rows, a box that is not ticked, rich text without a word. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true
  if (typeof value === 'string') return isBlank(value)
  if (Array.isArray(value)) return value.length === 0
  return isRow(value) && 'root' in value && !holdsSomething(value['root'])
}

function holdsSomething(node: unknown): boolean {
  if (!isRow(node)) return false
  if (node['type'] === 'text') return !isBlank(String(node['text']))
  const children: unknown = node['children']
  return Array.isArray(children) && children.length > 0
    ? children.some(holdsSomething)
    : !['root', 'paragraph', 'heading', 'list', 'listitem', 'quote', 'link'].includes(String(node['type']))
}
