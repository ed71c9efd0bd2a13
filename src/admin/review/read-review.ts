import type { PayloadRequest } from 'payload'
import { may, type ContentCollection } from '@/access'
import type { Values } from '@/difference'
import { refuse } from '@/lib/errors'
import { sourceLocale } from '@/lib/locales'
import { poolOf } from '@/lib/postgres'
import { screenLanguage } from '@/lib/sentence'
import {
  fieldsOf,
  foundationZone,
  namesOf,
  readComparable,
  readRevision,
  statusOf,
  unitInWords,
  type Actor,
  type Comparable,
  type DocumentRef,
  type DocumentStatus,
  type UnitStatus,
} from '@/units'
import { fieldShapes, type DeskShape } from '../values/field-shapes'
import { readValues, relatedDocuments } from '../values/read-values'
import { storedTitles } from '../values/related-titles'

// What the review screen shows, read with the rights of the person who looks. The words are exactly those of the
// revisions that `status` names, so that a verdict is about what was read.

/**
 * Words to compare with: since when they are approved or public, RFC 3339, and by whom; of words about a picture, the name
 * of its file then.
 */
export type ReviewBase = { values: Values; at: string | null; by: string | null; file: string | null }

/** One unit. Its values are in words, in the language of the screens. */
export type ReviewUnit = {
  status: UnitStatus
  fields: readonly DeskShape[]
  values: Values
  bases: Readonly<Partial<Record<keyof Comparable, ReviewBase>>>
}

export type Review = {
  title: string
  status: DocumentStatus
  shared: ReviewUnit
  text: ReviewUnit
  /** Of a translation. */
  source: ReviewUnit | null
}

type Asked = { collection: ContentCollection; id: string; locale: string; language: string }

/** Refusal: not_found, also for what this person may not read. */
export async function readReview(req: PayloadRequest, { locale, language, ...ref }: Asked): Promise<Review> {
  const actor = { payload: req.payload, user: req.user }
  if (!may(actor.user, ref.collection, 'read')) throw refuse('not_found', { what: unitInWords(locale) })
  const status = await statusOf(actor, { ...ref, language: screenLanguage(language) })
  const find = (name: string): UnitStatus => {
    const found = status.units.find(({ unit }) => unit === name)
    if (!found) throw refuse('not_found', { what: unitInWords(name) })
    return found
  }
  const wanted = { shared: find('shared'), text: find(locale), source: find(sourceLocale) }
  const shapes = fieldShapes({ flattenedFields: fieldsOf(actor.payload, ref.collection) }, language)
  const stored = await readStored(actor, ref, Object.values(wanted))
  const titles = await storedTitles(req, namedIn(ref, shapes, stored))
  const clock = { language, zone: await foundationZone(poolOf(req.payload)) }
  const readerOf = (fields: readonly DeskShape[]) => ({
    fields,
    read: readValues(fields, { clock, titles }),
  })
  const say = { shared: readerOf(shapes.shared), localized: readerOf(shapes.localized) }
  const describe = (unit: UnitStatus): ReviewUnit =>
    inWords(unit, stored, unit.unit === 'shared' ? say.shared : say.localized)
  return {
    title: titles.get(ref.id) ?? '',
    status,
    shared: describe(wanted.shared),
    text: describe(wanted.text),
    source: locale === sourceLocale ? null : describe(wanted.source),
  }
}

type Stored = { values: Values; bases: Partial<Record<keyof Comparable, ReviewBase>> }

/** The words of these units as stored: ids of documents, codes of countries. */
async function readStored(
  { payload }: Actor,
  ref: DocumentRef,
  units: readonly UnitStatus[],
): Promise<ReadonlyMap<string, Stored>> {
  const pool = poolOf(payload)
  const comparable = await readComparable(pool, ref)
  const people = [...comparable.values()].flatMap((one) => Object.values(one).map(({ by }) => by))
  const names = await namesOf(pool, people)
  const read = async ({ unit, revision }: UnitStatus): Promise<[string, Stored]> => {
    const now = revision === null ? undefined : await readRevision(pool, ref, revision)
    const bases = Object.entries(comparable.get(unit) ?? {}).map(([kind, { values, at, by }]) => [
      kind,
      { values, at: at?.toISOString() ?? null, by: names.get(by ?? '') ?? null, file: fileIn(values) },
    ])
    return [unit, { values: now?.values ?? {}, bases: Object.fromEntries(bases) as Stored['bases'] }]
  }
  return new Map(await Promise.all(units.map(read)))
}

const fileIn = ({ filename }: Values): string | null => (typeof filename === 'string' ? filename : null)

type Shapes = Record<'shared' | 'localized', readonly DeskShape[]>
/** This document, and those that its words name, by collection. */
function namedIn(
  { collection, id }: DocumentRef,
  { shared, localized }: Shapes,
  stored: ReadonlyMap<string, Stored>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const states = [...stored.values()].flatMap(({ values, bases }) => [
    values,
    ...Object.values(bases).map((base) => base.values),
  ])
  const found = relatedDocuments([...shared, ...localized], ...states)
  return found.set(collection, new Set([id, ...(found.get(collection) ?? [])]))
}

type Reader = { fields: readonly DeskShape[]; read: (values: Values) => Values }

function inWords(
  status: UnitStatus,
  stored: ReadonlyMap<string, Stored>,
  { fields, read }: Reader,
): ReviewUnit {
  const { values, bases } = stored.get(status.unit) ?? { values: {}, bases: {} }
  const said = Object.entries(bases).map(([kind, base]) => [kind, { ...base, values: read(base.values) }])
  return { status, fields, values: read(values), bases: Object.fromEntries(said) as ReviewUnit['bases'] }
}
