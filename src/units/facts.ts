import type { FlattenedField, Payload } from 'payload'
import type { ClientBase, Pool } from 'pg'
import { localeCodes, sourceLocale } from '@/lib/locales'
import { refuse } from '@/lib/errors'
import type { Sentence } from '@/lib/sentence'
import { isPublishable, shownFile, unitStates, type Draft, type UnitState } from '@/publishing'
import { openEmbargo, type Embargo } from './embargo'
import { exceptionStands } from './exception-stands'
import { formerPictures, type FormerPicture } from './former-picture'
import { needsOf, type Need, type Titled } from './needs'
import { problemsOf } from './problems'
import { readNewestDraft } from './read-draft'
import { recordUnits } from './record'
import { readUnits, type DocumentRef, type UnitRow } from './revisions'
import { say } from './say'
import { openRequests, type TranslationRequest } from './translation'

// Everything that decides what may happen to the units of one document.

type Exception = { person: string; reason: string; at: Date }

export type UnitFacts = {
  unit: string
  /** Undefined while nothing was ever written in it. */
  row: UnitRow | undefined
  published: UnitState | undefined
  /** Why it cannot be published as it stands. */
  problems: readonly Sentence[]
  /** Who wrote in it since its last approval. */
  authors: readonly string[]
  /** Open comments, and how many of them must be fixed. */
  comments: number
  mustFix: number
  /** An exception from four eyes that somebody asked for, of these words. */
  exception: Exception | undefined
  /** Whoever approved it may not approve it any more: the database lets nothing of it become public. */
  isLapsed: boolean
  /** Of a translation: the source has other words now than it follows. */
  sourceChanged: boolean
  /** It is with the translators of this language. */
  request: TranslationRequest | undefined
  /** What else has to be public before this is. */
  needs: readonly Need[]
  /** Of shared facts: pictures that they name and that were taken down, so that readers see them without. */
  lost: readonly Titled[]
  /** Before this moment nobody may use the text; undefined once it has come. */
  embargo: Embargo | undefined
  /** Of words about a picture that are not approved for its present file: the file before, and what is as it was for it. */
  former: FormerPicture | undefined
  /**
   * What it brings along when it is published: the shared facts where none are public yet; where the file was replaced, all
   * that is public of its document, since words are public only with the file that they describe.
   */
  along: readonly UnitFacts[]
}

export type DocumentFacts = DocumentRef & { draft: Draft; units: ReadonlyMap<string, UnitFacts> }

/** The fields of a collection, groups not unfolded, as the model has them. */
export const fieldsOf = (payload: Payload, collection: string): readonly FlattenedField[] =>
  (payload.collections as Record<string, { config: { flattenedFields: FlattenedField[] } }>)[collection]
    ?.config.flattenedFields ?? []

/**
 * Reads the facts. What was written behind the desk's back is recorded first, so the caller holds the document's lock
 * in the transaction of `client`. A language in `submitting` begins its life even without words. Refusal: not_found. A read of the system: the caller looks at rights.
 */
export async function readFacts(
  client: ClientBase,
  payload: Payload,
  { collection, id, submitting = [] }: DocumentRef & { submitting?: readonly string[] },
): Promise<DocumentFacts> {
  const ref = { collection, id }
  const draft = await readNewestDraft(payload, ref)
  if (!draft) throw refuse('not_found', { what: say('This document') })
  const fields = fieldsOf(payload, ref.collection)
  const known = await readUnits(client, ref)
  const found = await recordUnits(client, {
    ...ref,
    fields,
    draft,
    known,
    author: null,
    door: 'found',
    evenEmpty: submitting,
  })
  const rows = found.size > 0 ? await readUnits(client, ref) : known
  return { ...ref, draft, units: await factsOf(client, { ...ref, fields, draft, rows }) }
}

type Known = DocumentRef & {
  fields: readonly FlattenedField[]
  draft: Draft
  rows: ReadonlyMap<string, UnitRow>
}

async function factsOf(client: ClientBase, known: Known): Promise<Map<string, UnitFacts>> {
  const { rows } = known
  const states = new Map((await unitStates(client, known)).map((state) => [state.unit, state]))
  const more = new Map((await readMore(client, known)).map((one) => [one.unit, one]))
  const problems = problemsOf(known.collection, known.fields, known.draft)
  const requests = await openRequests(client, known)
  const needs = await needsOf(client, { ...known, states })
  const embargo = await openEmbargo(client, rows)
  const former = await formerPictures(client, known)
  const source = rows.get(sourceLocale)?.revision.id
  const factOf = (unit: string): UnitFacts => {
    const row = rows.get(unit)
    const extra = more.get(unit) ?? nothingMore
    return {
      unit,
      row,
      published: states.get(unit),
      problems: problems.get(unit) ?? [],
      authors: extra.authors,
      comments: extra.comments,
      mustFix: extra.mustFix,
      exception: extra.exception ? { ...extra.exception, at: new Date(extra.exception.at) } : undefined,
      isLapsed: extra.isLapsed,
      sourceChanged: isBehind(unit, row, source),
      request: requests.get(unit),
      needs: needs.of(unit),
      lost: unit === 'shared' ? needs.lost : [],
      embargo,
      former: former.get(unit),
      along: [],
    }
  }
  return withAlong(known, ['shared', ...localeCodes].map(factOf))
}

function withAlong(known: Known, facts: readonly UnitFacts[]): Map<string, UnitFacts> {
  const shared = facts.find(({ unit }) => unit === 'shared')
  const open = facts.filter(({ published }) => published?.isPublic)
  const isFirst = !shared?.published?.isPublic
  const brought = isFirst ? facts.slice(0, 1) : isFileNew(known, shared) ? open : []
  return new Map(
    facts.map((one) => {
      const along = brought.filter(({ unit }) => unit !== one.unit)
      return [one.unit, { ...one, along: isFirst && one.unit === 'shared' ? [] : along }]
    }),
  )
}

/** Another file is written than the one that is public. */
const isFileNew = ({ collection, draft }: Known, { published }: UnitFacts): boolean => {
  const file = isPublishable(collection) ? shownFile(collection, published?.content) : undefined
  return file !== undefined && file !== draft['filename']
}

const isBehind = (unit: string, row: UnitRow | undefined, source: string | undefined): boolean =>
  unit !== 'shared' &&
  unit !== sourceLocale &&
  row !== undefined &&
  source !== undefined &&
  row.sourceRevision !== source

type More = {
  unit: string
  authors: string[]
  comments: number
  mustFix: number
  exception: { person: string; reason: string; at: string } | null
  isLapsed: boolean
}

const nothingMore: Omit<More, 'unit'> = {
  authors: [],
  comments: 0,
  mustFix: 0,
  exception: null,
  isLapsed: false,
}

async function readMore(client: ClientBase | Pool, { collection, id }: DocumentRef): Promise<More[]> {
  const { rows } = await client.query<More>(
    `select u.unit,
            u.authors,
            c.comments, c.must_fix as "mustFix", e.exception,
            exists (select from editorial.approvals a
                     where a.id = u.approval and not editorial.may_approve(a.approver, u.collection, u.unit)) as "isLapsed"
       from editorial.units u
       cross join lateral (
         select count(*)::int as comments, (count(*) filter (where must_fix))::int as must_fix
           from editorial.comments c
          where c.collection = u.collection and c.document_id = u.document_id and c.unit = u.unit
            and c.resolved_at is null and c.answers is null
       ) c
       left join lateral (
         select jsonb_build_object('person', s.person, 'reason', s.reason, 'at', s.at) as exception
           from editorial.steps s
          where s.document_id = u.document_id and s.unit = u.unit and s.revision = u.revision and s.verb = 'ask-exception'
            and ${exceptionStands}
          order by s.id desc limit 1
       ) e on true
      where u.collection = $1 and u.document_id = $2`,
    [collection, id],
  )
  return rows
}
