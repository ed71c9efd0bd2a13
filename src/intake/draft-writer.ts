import type { PayloadRequest, Where } from 'payload'
import type { ContentCollection } from '@/access'
import type { LocaleCode } from '@/lib/locales'

// Drafts written with the rights of the person of `req`, in its transaction and in one language.

export type Row = { id: string } & Record<string, unknown>
export type SavedDocument = {
  collection: ContentCollection
  id: string
  title: string
  /** Fields that were empty and hold the page's words now; for documents that were there before. */
  completed?: string[]
}

export type Writer = {
  req: PayloadRequest
  locale: LocaleCode
  created: SavedDocument[]
  reused: SavedDocument[]
}

const options = ({ req, locale }: Writer) =>
  ({ req, user: req.user, locale, overrideAccess: false, draft: true, depth: 0 }) as const

/** The latest drafts that fit `where`, as this language has them. */
export async function findDrafts(
  writer: Writer,
  collection: ContentCollection,
  where: Where,
): Promise<Row[]> {
  const { docs } = await writer.req.payload.find({
    ...options(writer),
    collection,
    where,
    pagination: false,
    limit: 0,
  })
  return docs as unknown as Row[]
}

/** Makes a draft and answers its id. */
export async function createDraft(
  writer: Writer,
  collection: ContentCollection,
  data: object,
): Promise<string> {
  const made = await writer.req.payload.create({
    ...options(writer),
    collection,
    data: withoutUndefined(data) as never,
  })
  writer.created.push({ collection, id: made.id, title: titleOf(made) })
  return made.id
}

/** Writes the values of `data` for which `row` has none in this language; what staff wrote stays. Answers the id. */
export async function completeDraft(
  writer: Writer,
  { collection, row, data }: { collection: ContentCollection; row: Row; data: object },
): Promise<string> {
  const missing = missingValues(row, withoutUndefined(data) as Row)
  const completed = Object.keys(missing)
  if (completed.length > 0) {
    await writer.req.payload.update({ ...options(writer), collection, id: row.id, data: missing })
  }
  writer.reused.push({
    collection,
    id: row.id,
    title: titleOf(row),
    ...(completed.length > 0 ? { completed } : {}),
  })
  return row.id
}

const titleOf = (row: object): string =>
  'adminTitle' in row && typeof row.adminTitle === 'string' ? row.adminTitle : ''

const withoutUndefined = (data: object): object => JSON.parse(JSON.stringify(data)) as object

type Values = Record<string, unknown>
const isGroup = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('root' in value)
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The part of `wanted` that `row` lacks. A group comes with what it holds already. */
function missingValues(row: Values, wanted: Values): Values {
  const missing = Object.entries(wanted).flatMap(([key, value]): [string, unknown][] => {
    const before = row[key]
    if (!isGroup(value)) return isEmpty(before) && !isEmpty(value) ? [[key, value]] : []
    const inside = missingValues(isGroup(before) ? before : {}, value)
    return Object.keys(inside).length > 0 ? [[key, { ...(isGroup(before) ? before : {}), ...inside }]] : []
  })
  return Object.fromEntries(missing)
}
