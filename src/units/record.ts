import type { FlattenedField } from 'payload'
import type { ClientBase } from 'pg'
import { appendAudit } from '@/audit'
import { canonicalJson, sha256 } from '@/lib/hash'
import { localeCodes, sourceLocale } from '@/lib/locales'
import { isPublishable, projectUnits, type Draft } from '@/publishing'
import { followNewPicture } from './follow-picture'
import {
  insertRevisions,
  type DocumentRef,
  type NewRevision,
  type NewRevisions,
  type UnitRow,
} from './revisions'
import { valuesOf, type Values } from './unit-values'

// Every change of words becomes a revision, by whatever door it came, and ends the approval of the old words.

export type Recording = DocumentRef & {
  fields: readonly FlattenedField[]
  draft: Draft
  /** Who wrote; null where the desk cannot know. */
  author: string | null
  door: NewRevisions['door']
  /** The units as they stood before. */
  known: ReadonlyMap<string, UnitRow>
  /** The units that may have changed; all of them unless named. */
  units?: readonly string[]
  restoredFrom?: string | undefined
  /** What the new file was called by who sent it. */
  sentName?: string | undefined
  /** Languages that begin their life now, though nobody wrote a word in them. */
  evenEmpty?: readonly string[]
}

const allUnits = ['shared', ...localeCodes]

/** The hash by which words are approved: SHA-256 of their canonical JSON. */
const hashOfValues = (values: Values): string => sha256(canonicalJson(values))

/**
 * Stores a revision of each unit whose values differ from its current one. The caller holds the document's lock. Returns
 * the new revisions by unit.
 */
export async function recordUnits(
  client: ClientBase,
  recording: Recording,
): Promise<ReadonlyMap<string, string>> {
  const { known, author, collection, id, restoredFrom, sentName } = recording
  const changed = changesIn(recording)
  if (changed.length === 0) return new Map()
  const made = await insertRevisions(client, {
    ...recording,
    source: known.get(sourceLocale)?.revision.id ?? null,
    revisions: changed,
  })
  const entries = changed.map(({ unit, values, ends }) => ({
    action: restoredFrom === undefined ? ('edited' as const) : ('restored' as const),
    person: author,
    collection,
    document: id,
    unit,
    ...idOf(made.get(unit)),
    details: {
      fields: changedPaths(known.get(unit)?.revision.values ?? {}, values),
      endsApproval: ends !== null,
      ...(unit === 'shared' && sentName !== undefined ? { file: sentName } : {}),
    },
  }))
  await appendAudit(client, ...entries)
  const renewed = changed.filter((one) => isRenewed(recording, one)).map(({ unit }) => unit)
  if (renewed.length > 0) await followNewPicture(client, { collection, id }, renewed)
  return made
}

/** Of a picture: other words in a language, not only another file that they are about. */
function isRenewed({ draft, known, restoredFrom }: Recording, { unit, values }: NewRevision): boolean {
  if (unit === 'shared' || fileIn(draft) === undefined || restoredFrom !== undefined) return false
  const paths = changedPaths(known.get(unit)?.revision.values ?? {}, values)
  return paths.some((path) => path !== 'filename')
}

const idOf = (revision: string | undefined) => (revision === undefined ? {} : { revision })

function changesIn(recording: Recording): NewRevision[] {
  const { collection, draft, known, units, evenEmpty } = recording
  const wanted = isFileReplaced(recording) ? allUnits : (units ?? allUnits)
  return wanted.flatMap((unit) => {
    const values = describedValues(recording, unit)
    const valuesHash = hashOfValues(values)
    const before = known.get(unit)
    const isSame = before
      ? before.revision.valuesHash === valuesHash
      : isNothing(values, unit, evenEmpty ?? [])
    if (isSame) return []
    const ends = before?.approval ? before.revision.id : null
    return [{ unit, values, valuesHash, ...projectionOf(collection, draft, unit), ends }]
  })
}

const fileIn = (values: Values | undefined): unknown => values?.['filename']

const isFileReplaced = ({ draft, known }: Recording): boolean => {
  const shared = known.get('shared')?.revision.values
  return shared !== undefined && fileIn(shared) !== fileIn(draft)
}

/**
 * The values of a unit. Words about a picture name its file, so that they are approved for that file and no other: when it
 * is replaced, every language gets a revision of its own. Words that name none are of the file that was there with them.
 */
function describedValues(recording: Recording, unit: string): Values {
  const { fields, draft, known } = recording
  const words = valuesOf(fields, draft, unit)
  const file = fileIn(draft)
  if (unit === 'shared' || typeof file !== 'string' || Object.keys(words).length === 0) return words
  const before = known.get(unit)
  const namesNone = before !== undefined && fileIn(before.revision.values) === undefined
  return namesNone && !isFileReplaced(recording) ? words : { ...words, filename: file }
}

// A language without words has no life of its own until somebody writes in it. The source of a press contact needs none: it
// is submitted as it is.
const isNothing = (values: Values, unit: string, evenEmpty: readonly string[]): boolean =>
  unit !== 'shared' && Object.keys(values).length === 0 && !evenEmpty.includes(unit)

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
