import { notFound } from 'next/navigation'
import { mayOnUnit } from '@/access'
import { difference, type FieldDifference, type Values } from '@/difference'
import { poolOf } from '@/lib/postgres'
import { unitStates } from '@/publishing'
import {
  fieldsOf,
  foundationZone,
  namesOf,
  publishedRevision,
  readRevision,
  readRevisionNumber,
  readUnits,
  type UnitRef,
} from '@/units'
import { fieldShapes, type DeskShape } from '../values/field-shapes'
import type { Shown } from './read-history'
import { readValues, relatedDocuments } from '../values/read-values'
import { storedTitles } from '../values/related-titles'

// One version of one unit, and what it differs in from others.

/** What a version can be compared with. Absent where there is none, or it has the same words. */
export type Compared = 'before' | 'public' | 'now'
export type Version = {
  unit: string
  number: number
  at: string
  by: string | null
  isFound: boolean
  /** Its words are the newest, and the public ones. */
  isNow: boolean
  isPublic: boolean
  /** The newest version, which bringing this one back replaces. */
  current: string | null
  mayRestore: boolean
  fields: readonly DeskShape[]
  /** In words. */
  values: Values
  /** Differences; of `before` from there to here, of the others from here to there. */
  differences: Readonly<Partial<Record<Compared, FieldDifference[]>>>
  before: { id: string; number: number } | null
}

/** There is no screen for a version of another document, or of a unit that this person may not see. */
export async function readVersion(shown: Shown, revision: string): Promise<Version> {
  const { req, collection, id } = shown
  const pool = poolOf(req.payload)
  const found = await readRevision(pool, { collection, id }, revision)
  if (!found || !shown.units.includes(found.unit)) notFound()
  const { unit, number, author } = found
  const others = await othersOf(shown, { collection, id, unit, number })
  const names = await namesOf(pool, [author])
  return {
    unit,
    number,
    at: found.at.toISOString(),
    by: names.get(author ?? '') ?? null,
    isFound: author === null,
    isNow: others.now?.valuesHash === found.valuesHash,
    isPublic: others.public?.valuesHash === found.valuesHash,
    current: others.now?.id ?? null,
    mayRestore: mayOnUnit(req.user, 'restore', { collection, unit }),
    before: others.before ? { id: others.before.id, number: others.before.number } : null,
    ...(await inWords(shown, unit, { found, others })),
  }
}

type Others = Partial<Record<Compared, Other>>
type States = { found: Other; others: Others }

async function inWords(
  { req, collection, language }: Shown,
  unit: string,
  { found, others }: States,
): Promise<Pick<Version, 'fields' | 'values' | 'differences'>> {
  const shapes = fieldShapes({ flattenedFields: fieldsOf(req.payload, collection) }, language)
  const fields = unit === 'shared' ? shapes.shared : shapes.localized
  const states = [found, ...Object.values(others)].map(({ values }) => values)
  const titles = await storedTitles(req, relatedDocuments(fields, ...states))
  const clock = { language, zone: await foundationZone(poolOf(req.payload)) }
  const read = readValues(fields, { clock, titles })
  const compare = (from: Other, to: Other) =>
    difference(read(from.values), read(to.values), { fields, locale: unit })
  const { before, ...later } = others
  const after = Object.entries(later)
    .filter(([, other]) => other.valuesHash !== found.valuesHash)
    .map(([kind, other]) => [kind, compare(found, other)] as const)
  return {
    fields,
    values: read(found.values),
    differences: { ...(before ? { before: compare(before, found) } : {}), ...Object.fromEntries(after) },
  }
}

type Other = { id: string; number: number; values: Values; valuesHash: string }

async function othersOf({ req }: Shown, ref: UnitRef & { number: number }): Promise<Others> {
  const pool = poolOf(req.payload)
  const now = (await readUnits(pool, ref)).get(ref.unit)?.revision
  const state = (await unitStates(pool, ref)).find(({ unit }) => unit === ref.unit)
  const published = state?.isPublic ? await publishedRevision(pool, ref) : undefined
  const before = await readRevisionNumber(pool, { ...ref, number: ref.number - 1 })
  const inPublic = published === undefined ? undefined : await readRevision(pool, ref, published)
  return {
    ...(before ? { before } : {}),
    ...(inPublic ? { public: inPublic } : {}),
    ...(now ? { now } : {}),
  }
}
