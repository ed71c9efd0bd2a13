import { notFound } from 'next/navigation'
import type { DocumentViewServerProps, PayloadRequest } from 'payload'
import { contentCollections, type ContentCollection } from '@/access'
import { poolOf } from '@/lib/postgres'
import { fieldsOf, namesOf, readHistory, readUnits, seenUnits, type HistoryEntry } from '@/units'
import { fieldShapes, type DeskShape } from '../values/field-shapes'

// What the screens of the history read, with the rights of the person who looks.

/** A document that this person may read, with the units that they may see, in the order of screens. */
export type Shown = {
  req: PayloadRequest
  collection: ContentCollection
  id: string
  title: string
  /** Of the screens. */
  language: string
  units: readonly string[]
}

/** The document of a screen below it. The framework has read it with this person's rights; else there is no screen. */
export async function shownDocument({ initPageResult, doc }: DocumentViewServerProps): Promise<Shown> {
  const { req, collectionConfig, docID } = initPageResult
  const collection = contentCollections.find((one) => one === collectionConfig?.slug)
  if (!collection || typeof docID !== 'string' || !doc) notFound()
  const units = await seenUnits(poolOf(req.payload), req.user, { collection, id: docID })
  const title: unknown = doc['adminTitle']
  return {
    req,
    collection,
    id: docID,
    title: typeof title === 'string' ? title : '',
    language: req.i18n.language,
    units,
  }
}

export type History = {
  entries: readonly HistoryEntry[]
  /** Where the next page begins; null on the last. */
  next: string | null
  names: ReadonlyMap<string, string>
  fields: readonly DeskShape[]
  /** The units that have a history. */
  begun: readonly string[]
}

const pageSize = 50

export async function readShownHistory(
  { req, collection, id, language, units }: Shown,
  { unit, after }: { unit: string | undefined; after: string | undefined },
): Promise<History> {
  const pool = poolOf(req.payload)
  const wanted = units.filter((one) => unit === undefined || one === unit)
  const { entries, next } = await readHistory(pool, { collection, id, units: wanted, after, limit: pageSize })
  const begun = await readUnits(pool, { collection, id })
  const { shared, localized } = fieldShapes({ flattenedFields: fieldsOf(req.payload, collection) }, language)
  return {
    entries,
    next,
    names: await namesOf(
      pool,
      entries.flatMap(({ person, second }) => [person, second]),
    ),
    fields: [...shared, ...localized],
    begun: units.filter((one) => begun.has(one)),
  }
}
