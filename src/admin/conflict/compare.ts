import type { FlattenedField, PayloadRequest } from 'payload'
import type { ContentCollection } from '@/access'
import { compareThree, difference, type FieldDifference, type Values } from '@/difference'
import type { Clock } from '@/lib/date-words'
import { poolOf } from '@/lib/postgres'
import { inLanguage, screenLanguage } from '@/lib/sentence'
import {
  fieldName,
  fieldsOf,
  foundationZone,
  insideFields,
  readableInside,
  readNewestDraft,
  readRevision,
  readUnits,
  revisionsAfter,
  seenUnits,
  sentValues,
  type DocumentRef,
} from '@/units'
import { fieldShapes, type DeskShape } from '../values/field-shapes'
import { readValues, relatedDocuments } from '../values/read-values'
import { relatedTitles } from '../values/related-titles'

// Two people wrote from the same words. For the second: what the first changed, and what they changed themselves, field
// by field.

/** `mine` and `theirs` are the differences to the words that both started from, in the language of the screens. */
export type ComparedField = {
  path: string
  state: 'mine' | 'theirs' | 'both-same' | 'conflict'
  mine: FieldDifference
  theirs: FieldDifference
}

/** A unit that changed since the form was opened; 'inside' is what a document keeps beside its units. */
export type ComparedUnit = {
  unit: string
  /** Who saved since, and when last (RFC 3339); nobody and null where that is not known. */
  by: string[]
  at: string | null
  /** Without the fields that nobody changed. */
  fields: ComparedField[]
}

/** `base` is what a save names from now on: the words that are compared with here. */
export type Comparison = { units: ComparedUnit[]; base: Record<string, unknown> }

/** What the form holds: its language, the base that it was opened with, and its data as it would be sent. */
type FormState = { locale: string; base: Values; data: Values }

type Asked = DocumentRef & { collection: ContentCollection; form: FormState; language: string }
type States = { base: Values; mine: Values; theirs: Values }
type Moved = States & {
  unit: string
  fields: readonly DeskShape[]
  revision: unknown
  by: string[]
  at: string | null
}

/** Compares the form with the document as it is now. The caller has seen that this person may read the document. */
export async function compareForm(req: PayloadRequest, asked: Asked): Promise<Comparison> {
  const fields = fieldsOf(req.payload, asked.collection)
  const moved = [...(await movedUnits(req, asked, fields)), ...(await movedInside(req, asked, fields))]
  const shapes = moved.flatMap((one) => one.fields)
  const values = moved.flatMap(({ base, mine, theirs }) => [base, mine, theirs])
  const titles = await relatedTitles(req, relatedDocuments(shapes, ...values))
  const clock = { language: asked.language, zone: await foundationZone(poolOf(req.payload)) }
  const now = Object.fromEntries(moved.map(({ unit, revision }) => [unit, revision]))
  return {
    units: moved.map((one) => compared(one, { titles, clock })),
    base: { ...asked.form.base, ...now },
  }
}

async function movedUnits(
  { payload, user }: PayloadRequest,
  { collection, id, form, language }: Asked,
  fields: readonly FlattenedField[],
): Promise<Moved[]> {
  const pool = poolOf(payload)
  const rows = await readUnits(pool, { collection, id })
  const shapes = fieldShapes({ flattenedFields: fields }, language)
  const moved: Moved[] = []
  const seen = await seenUnits(pool, user, { collection, id })
  for (const unit of ['shared', form.locale].filter((one) => seen.includes(one))) {
    const now = rows.get(unit)?.revision
    const from = form.base[unit]
    if (!now || now.id === from) continue
    const opened = typeof from === 'string' ? await readRevision(pool, { collection, id }, from) : undefined
    const base = opened?.unit === unit ? opened : { values: {}, number: 0 }
    const isShared = unit === 'shared'
    const sent = sentValues({ fields, data: form.data, isShared })
    moved.push({
      unit,
      fields: isShared ? shapes.shared : shapes.localized,
      base: base.values,
      mine: { ...base.values, ...Object.fromEntries(sent.map(({ path, value }) => [path, value])) },
      theirs: now.values,
      revision: now.id,
      ...(await revisionsAfter(pool, { collection, id, unit, number: base.number })),
    })
  }
  return moved
}

// Of what is beside the units there are no revisions: the form itself says how it was.
async function movedInside(
  req: PayloadRequest,
  { collection, id, form, language }: Asked,
  fields: readonly FlattenedField[],
): Promise<Moved[]> {
  const base = form.base['inside']
  if (!isRow(base)) return []
  const draft = await readNewestDraft(req.payload, { collection, id })
  const theirs = await readableInside(req, fields, draft ?? {})
  const shapes = insideFields(fields)
    .filter(({ name }) => name in theirs && name in form.data)
    .map((field) => insideShape(field, language))
  const mine = Object.fromEntries(shapes.map(({ path }) => [path, form.data[path]]))
  const isMoved = compareThree({ base, mine, theirs }, shapes).some(
    ({ state }) => state === 'theirs' || state === 'conflict',
  )
  return isMoved
    ? [{ unit: 'inside', fields: shapes, base, mine, theirs, revision: theirs, by: [], at: null }]
    : []
}

const insideShape = (field: FlattenedField, language: string): DeskShape => ({
  path: field.name,
  label: inLanguage(fieldName(field), screenLanguage(language)),
  kind: field.type === 'checkbox' ? 'check' : field.type === 'textarea' ? 'lines' : 'text',
})

type Said = { titles: ReadonlyMap<string, string>; clock: Clock }

function compared({ unit, fields, base, mine, theirs, by, at }: Moved, said: Said): ComparedUnit {
  const states = compareThree({ base, mine, theirs }, fields)
  const read = readValues(fields, said)
  const form = { fields, locale: unit }
  const [was, own, other] = [read(base), read(mine), read(theirs)]
  const changes = { mine: difference(was, own, form), theirs: difference(was, other, form) }
  const found = states.flatMap(({ path, state }, place): ComparedField[] => {
    const [ours, others] = [changes.mine[place], changes.theirs[place]]
    return state === 'untouched' || !ours || !others ? [] : [{ path, state, mine: ours, theirs: others }]
  })
  return { unit, by, at, fields: found }
}

const isRow = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
