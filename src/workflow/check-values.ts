import type { CollectionBeforeChangeHook, FlattenedField } from 'payload'
import type { Sentence } from '@/lib/sentence'
import { isRow, type Row } from './known-fields'
import { invalidValues, type Wrong } from './refuse-values'
import { say } from './say'

// Payload skips every field's own check when it saves a draft, and here every save is a draft. So the checks
// run here, for each value that is present: an unfinished document may be saved, a wrong one may not.

type Place = { path: string[]; field: FlattenedField; value: unknown; siblings: Row }
type Change = Parameters<CollectionBeforeChangeHook>[0]

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** True for the written form of a document's id (RFC 9562). */
const isDocumentId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

/** beforeChange: refuses (400, one message per field) values of the wrong type or format and links to nothing. */
export const checkValues: CollectionBeforeChangeHook = async (change) => {
  const { collection, data } = change
  const places = [...presentValues(collection.flattenedFields, data, [])]
  const found = await Promise.all(places.map((place) => checkPlace(place, change)))
  const problems = found.filter((each) => each !== undefined)
  const errors = problems.length > 0 ? problems : await checkLinks(places, change)
  if (errors.length === 0) return data
  throw invalidValues(change, errors)
}

function* presentValues(fields: readonly FlattenedField[], row: Row, path: string[]): Generator<Place> {
  for (const field of fields) {
    const value = row[field.name]
    if (value === undefined || value === null) continue
    const here = [...path, field.name]
    yield { path: here, field, value, siblings: row }
    if (field.type === 'group' && isRow(value)) yield* presentValues(field.flattenedFields, value, here)
    if (field.type !== 'array' || !Array.isArray(value)) continue
    for (const [index, item] of value.entries()) {
      if (isRow(item)) yield* presentValues(field.flattenedFields, item, [...here, String(index)])
    }
  }
}

async function checkPlace(place: Place, change: Change): Promise<Wrong | undefined> {
  const { path } = place
  const typeProblem = wrongType(place.field, place.value)
  if (typeProblem) return { path, said: typeProblem }
  const said = await ownCheck(place, change)
  return typeof said === 'string' ? { path, said } : undefined
}

type OwnCheck = (value: unknown, options: Row) => Promise<string | true> | string | true

/** The check that the field's definition carries, as Payload would call it, but demanding nothing. */
async function ownCheck({ field, value, siblings, path }: Place, change: Change): Promise<string | true> {
  const validate = 'validate' in field ? (field.validate as OwnCheck | undefined) : undefined
  if (!validate) return true
  const { collection, data, operation, originalDoc, req } = change
  const id: unknown = originalDoc?.['id']
  return validate(value, {
    ...field,
    required: false,
    minRows: undefined,
    id,
    data,
    siblingData: siblings,
    blockData: {},
    collectionSlug: collection.slug,
    event: 'submit',
    operation,
    path,
    preferences: { fields: {} },
    req,
  })
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isLink = (value: unknown): boolean => isDocumentId(value)
const isInstant = (value: unknown): boolean =>
  value instanceof Date || (isText(value) && !Number.isNaN(Date.parse(String(value))))

const shapes: Record<string, { fits: (value: unknown) => boolean; said: Sentence }> = {
  text: { fits: isText, said: say('This must be text.') },
  textarea: { fits: isText, said: say('This must be text.') },
  email: { fits: isText, said: say('This must be an e-mail address.') },
  select: { fits: isText, said: say('Choose from the list.') },
  relationship: { fits: isLink, said: say('This must be the id of a document.') },
  upload: { fits: isLink, said: say('This must be the id of a document.') },
  number: { fits: Number.isFinite, said: say('This must be a number.') },
  checkbox: { fits: (value) => typeof value === 'boolean', said: say('This must be true or false.') },
  date: { fits: isInstant, said: say('This must be a date and time (RFC 3339).') },
  richText: { fits: isRow, said: say('This must be rich text.') },
  group: { fits: isRow, said: say('This must hold fields.') },
  array: { fits: Array.isArray, said: say('This must be a list.') },
}

const longestList = 1000

function wrongType(field: FlattenedField, value: unknown): Sentence | undefined {
  const shape = shapes[field.type]
  if (!shape) return undefined
  const holdsMany = 'hasMany' in field && field.hasMany === true
  if (!holdsMany) return shape.fits(value) ? undefined : shape.said
  if (!Array.isArray(value) || value.length > longestList)
    return say('This must be a list of at most {number}.', { number: longestList })
  return value.every((item) => shape.fits(item)) ? undefined : shape.said
}

/** Links that this write adds must lead to documents that exist: the database would only say that it failed. */
async function checkLinks(places: Place[], change: Change): Promise<Wrong[]> {
  const found = await Promise.all(places.map((place) => checkLink(place, change)))
  return found.filter((each) => each !== undefined)
}

async function checkLink(place: Place, change: Change): Promise<Wrong | undefined> {
  const { field, value } = place
  if ((field.type !== 'relationship' && field.type !== 'upload') || typeof field.relationTo !== 'string')
    return undefined
  const before: Row | undefined = change.originalDoc
  const known = new Set([before?.[field.name]].flat())
  const ids = [...new Set([value].flat())].filter((id) => !known.has(id))
  if (ids.length === 0) return undefined
  // A system check: it tells only that a link leads nowhere.
  const { totalDocs } = await change.req.payload.count({
    collection: field.relationTo,
    where: { id: { in: ids } },
    overrideAccess: true,
    req: change.req,
  })
  return totalDocs === ids.length
    ? undefined
    : { path: place.path, said: say('The linked document does not exist.') }
}
