import type { FlattenedField } from 'payload'
import type { ClientBase } from 'pg'
import { appendAudit } from '@/audit'
import { canonicalJson, sha256 } from '@/lib/hash'
import { localeCodes, sourceLocale } from '@/lib/locales'
import { isPublishable, projectUnits, type Draft } from '@/publishing'
import {
  insertRevision,
  insertStep,
  moveToRevision,
  readUnits,
  type DocumentRef,
  type NewRevision,
  type UnitRow,
} from './revisions'
import { valuesOf, type Values } from './unit-values'

// Every change of words becomes a revision, by whatever door it came, and ends the approval of the old words.

export type Recording = DocumentRef & {
  fields: readonly FlattenedField[]
  draft: Draft
  /** Who wrote; null where the desk cannot know. */
  author: string | null
  door: NewRevision['door']
  /** The units that may have changed; all of them unless named. */
  units?: readonly string[]
  restoredFrom?: string
  /** Languages that begin their life now, though nobody wrote a word in them. */
  evenEmpty?: readonly string[]
}

/** A unit that now stands at another revision. `before` is null for its first. */
export type Changed = { unit: string; before: string | null; after: string; hadApproval: boolean }

const allUnits = ['shared', ...localeCodes]

/** The hash by which words are approved: SHA-256 of their canonical JSON. */
export const hashOfValues = (values: Values): string => sha256(canonicalJson(values))

/** Stores a revision of each unit whose values differ from its current one. The caller holds the document's lock. */
export async function recordUnits(client: ClientBase, recording: Recording): Promise<Changed[]> {
  const { fields, draft, units = allUnits, evenEmpty = [] } = recording
  const known = await readUnits(client, recording)
  const changed: Changed[] = []
  for (const unit of units) {
    const values = valuesOf(fields, draft, unit)
    const row = known.get(unit)
    if (row ? row.revision.valuesHash === hashOfValues(values) : isNothing(values, unit, evenEmpty)) continue
    changed.push(await recordUnit(client, recording, { unit, values, known }))
  }
  return changed
}

// A language without words has no life of its own until somebody writes in it, or submits it as it is: a press contact
// needs no words to be public in a language.
const isNothing = (values: Values, unit: string, evenEmpty: readonly string[]): boolean =>
  unit !== 'shared' && Object.keys(values).length === 0 && !evenEmpty.includes(unit)

type Difference = { unit: string; values: Values; known: ReadonlyMap<string, UnitRow> }

async function recordUnit(
  client: ClientBase,
  recording: Recording,
  { unit, values, known }: Difference,
): Promise<Changed> {
  const { collection, id, draft, author, door, restoredFrom = null } = recording
  const ref = { collection, id, unit }
  const before = known.get(unit)
  const made = await insertRevision(client, ref, {
    values,
    valuesHash: hashOfValues(values),
    ...projectionOf(collection, draft, unit),
    author,
    door,
    restoredFrom,
  })
  const sourceRevision = sourceOf(unit, known)
  await moveToRevision(client, ref, { revision: made.id, by: author, sourceRevision })
  const changed = {
    unit,
    before: before?.revision.id ?? null,
    after: made.id,
    hadApproval: Boolean(before?.approval),
  }
  if (changed.hadApproval)
    await insertStep(client, ref, { verb: 'approval-ended', revision: changed.before, person: author })
  await appendAudit(client, {
    action: restoredFrom === null ? 'edited' : 'restored',
    person: author,
    collection,
    document: id,
    unit,
    revision: made.id,
    details: {
      fields: changedPaths(before?.revision.values ?? {}, values),
      endsApproval: changed.hadApproval,
    },
  })
  return changed
}

/** The words of the source that a translation begins to follow. */
const sourceOf = (unit: string, known: ReadonlyMap<string, UnitRow>): string | null =>
  unit === 'shared' || unit === sourceLocale ? null : (known.get(sourceLocale)?.revision.id ?? null)

/** What would be published: nothing where the unit is not complete, or its kind of document is never public. */
function projectionOf(
  collection: string,
  draft: Draft,
  unit: string,
): Pick<NewRevision, 'content' | 'contentHash'> {
  const projected = isPublishable(collection)
    ? projectUnits(collection, draft).find((one) => one.unit === unit)
    : undefined
  return projected && projected.problems.length === 0
    ? { content: projected.content, contentHash: projected.hash }
    : { content: null, contentHash: null }
}

const changedPaths = (before: Values, after: Values): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => canonicalJson(before[path] ?? null) !== canonicalJson(after[path] ?? null),
  )
