import type { ClientBase } from 'pg'
import type { CollectionSlug } from 'payload'
import { maySeeUnit, type ContentCollection, type Person } from '@/access'
import { holdDocument, inTransaction } from '@/lib/postgres'
import { refuse, sayRefusal, type RefusalCode } from '@/lib/errors'
import { inLanguage, type ScreenLanguage } from '@/lib/sentence'
import { publicPath } from '@/publishing'
import type { Actor } from './advance'
import { readFacts, type DocumentFacts, type UnitFacts } from './facts'
import { isForPerson, obstacleTo } from './obstacle'
import { namesOf } from './people'
import type { DocumentRef, UnitRow } from './revisions'
import { say } from './say'
import { transitions, verbs, type Stage, type Verb } from './stages'
import type { TranslationRequest } from './translation'

// Where the units of a document stand whose words the person who looks may see, as the document's screen shows it.

/** A verb that some role of this person holds here. `reason`: why it is not possible now, `code` for programs; null when it is. */
type PossibleVerb = {
  verb: Verb
  reason: string | null
  code: RefusalCode | null
  needsReason: boolean
}

/** Names are those of colleagues, instants RFC 3339, sentences in the language of the reader. */
export type UnitStatus = {
  /** 'shared' or a language, BCP-47. */
  unit: string
  /** Null while nothing was ever written in it. */
  stage: Stage | null
  stageAt: string | null
  stageBy: string | null
  /** The current revision, which verbs name; its number, and who wrote it when. */
  revision: string | null
  number: number
  changedAt: string | null
  changedBy: string | null
  publicState: 'never' | 'public' | 'taken-down'
  /** Public, but in other words than these. */
  publicIsOlder: boolean
  /** Shared facts that are public while no language is: nobody is shown them yet. */
  waitsForLanguage: boolean
  publishedAt: string | null
  publishedBy: string | null
  approval: { by: string; at: string; second: string | null; reason: string | null } | null
  /** The last time that changes were requested, while they are. */
  requested: { by: string; at: string; reason: string } | null
  /** The approval that a change ended, while the unit has none. */
  ended: { changedBy: string; at: string; approvedBy: string | null } | null
  exception: { by: string; at: string; reason: string } | null
  problems: string[]
  comments: number
  mustFix: number
  sourceChanged: boolean
  /** Of a language that the document was sent to translation into: by whom, when, and what for. */
  translation: { by: string; at: string; note: string | null } | null
  assignee: { id: string; name: string } | null
  /** The day by which it is due, RFC 3339 full-date. */
  due: string | null
  verbs: PossibleVerb[]
}

export type DocumentStatus = { units: UnitStatus[]; publicPath: string | null }

type Asked = DocumentRef & { language: ScreenLanguage }

/** Refusal: not_found, also for what this person may not read. */
export async function statusOf(actor: Actor, asked: Asked): Promise<DocumentStatus> {
  await refuseUnreadable(actor, asked)
  return inTransaction(async (client) => {
    await holdDocument(client, asked)
    const facts = await readFacts(client, actor.payload, asked)
    const told = await readTold(client, facts)
    const isShown = hasPublicLanguage([...facts.units.values()])
    const units = [...facts.units.values()]
      .filter((unit) => isSeen(unit, actor.user, asked))
      .map((unit) =>
        describe(unit, {
          told: told.of(unit.unit),
          nameOf: told.nameOf,
          person: actor.user,
          isShown,
          ...asked,
        }),
      )
    return { units, publicPath: await publicPath(client, asked) }
  })
}

const hasPublicLanguage = (units: readonly UnitFacts[]): boolean =>
  units.some(({ unit, published }) => unit !== 'shared' && published?.isPublic)

const isSeen = ({ unit, request }: UnitFacts, person: Person | null, { collection }: DocumentRef): boolean =>
  maySeeUnit(person, { collection: collection as ContentCollection, unit, isSent: request !== undefined })

/** Refuses (404) what this person may not read, and what does not exist. */
export async function refuseUnreadable(
  { payload, user }: Actor,
  { collection, id }: DocumentRef,
): Promise<void> {
  const { totalDocs } = await payload.count({
    collection: collection as CollectionSlug,
    where: { id: { equals: id } },
    overrideAccess: false,
    user,
  })
  if (totalDocs === 0) throw refuse('not_found', { what: say('This document') })
}

type Told = {
  verb: string
  unit: string
  person: string | null
  second: string | null
  reason: string | null
  at: Date
}
type Steps = ReadonlyMap<string, Told>
type NameOf = (id: string | null | undefined) => string | null

// The last step of each kind, and the names of everybody who is told of.
async function readTold(client: ClientBase, facts: DocumentFacts) {
  const { rows } = await client.query<Told>(
    `select distinct on (unit, verb) verb, unit, person, second, reason, at from editorial.steps
      where document_id = $1 and verb in ('approve', 'agree-exception', 'request-changes', 'approval-ended')
      order by unit, verb, id desc`,
    [facts.id],
  )
  const people = [...facts.units.values()].flatMap(({ row, request, published, exception }) => [
    row?.stageBy,
    row?.revision.author,
    row?.assignee,
    request?.assignee,
    request?.sentBy,
    published?.publishedBy,
    exception?.person,
  ])
  const names = await namesOf(client, [...people, ...rows.flatMap((told) => [told.person, told.second])])
  return {
    of: (unit: string): Steps =>
      new Map(rows.filter((told) => told.unit === unit).map((told) => [told.verb, told])),
    nameOf: ((id) => names.get(id ?? '') ?? null) as NameOf,
  }
}

type Describing = {
  told: Steps
  nameOf: NameOf
  person: Person | null
  collection: string
  language: ScreenLanguage
  /** Some language of the document is public. */
  isShown: boolean
}

function describe(facts: UnitFacts, about: Describing): UnitStatus {
  const { nameOf, language } = about
  return {
    unit: facts.unit,
    ...standing(facts.row, nameOf),
    ...inHands(facts, nameOf),
    ...inPublic(facts, about),
    ...happened(facts, about),
    problems: facts.problems.map((problem) => inLanguage(problem, language)),
    comments: facts.comments,
    mustFix: facts.mustFix,
    sourceChanged: facts.sourceChanged,
    verbs: verbsFor(facts, about),
  }
}

type Standing = Pick<
  UnitStatus,
  'stage' | 'stageAt' | 'stageBy' | 'revision' | 'number' | 'changedAt' | 'changedBy'
>

function standing(row: UnitRow | undefined, nameOf: NameOf): Standing {
  if (!row) return nowhere
  const { stage, stageAt, stageBy, revision } = row
  return {
    stage,
    stageAt: stageAt.toISOString(),
    stageBy: nameOf(stageBy),
    revision: revision.id,
    number: revision.number,
    changedAt: revision.at.toISOString(),
    changedBy: nameOf(revision.author),
  }
}

const nowhere: Standing = {
  stage: null,
  stageAt: null,
  stageBy: null,
  revision: null,
  number: 0,
  changedAt: null,
  changedBy: null,
}

type InHands = Pick<UnitStatus, 'translation' | 'assignee' | 'due'>

/** Whose turn it is and by when. Before a language is begun, that stands with what was sent to translation. */
function inHands({ row, request }: UnitFacts, nameOf: NameOf): InHands {
  const translation = request ? sending(request, nameOf) : null
  const { assignee, due } = row?.assignee || row?.due ? row : (request ?? row ?? nobody)
  return { translation, assignee: assignee ? { id: assignee, name: nameOf(assignee) ?? '' } : null, due }
}

const nobody = { assignee: null, due: null }

const sending = (
  { sentBy, sentAt, note }: TranslationRequest,
  nameOf: NameOf,
): UnitStatus['translation'] => ({
  by: nameOf(sentBy) ?? '',
  at: sentAt.toISOString(),
  note,
})

type InPublic = Pick<
  UnitStatus,
  'publicState' | 'publicIsOlder' | 'waitsForLanguage' | 'publishedAt' | 'publishedBy'
>

const unpublished: InPublic = {
  publicState: 'never',
  publicIsOlder: false,
  waitsForLanguage: false,
  publishedAt: null,
  publishedBy: null,
}

function inPublic({ unit, row, published }: UnitFacts, { nameOf, isShown }: Describing): InPublic {
  if (!published) return unpublished
  return {
    publicState: published.isPublic ? 'public' : 'taken-down',
    publicIsOlder: published.isPublic && row?.stage !== 'public',
    waitsForLanguage: unit === 'shared' && published.isPublic && !isShown,
    publishedAt: published.publishedAt.toISOString(),
    publishedBy: nameOf(published.publishedBy),
  }
}

const newer = (one: Told | undefined, other: Told | undefined): Told | undefined =>
  !one || (other && other.at > one.at) ? other : one

type Happened = Pick<UnitStatus, 'approval' | 'requested' | 'ended' | 'exception'>

function happened({ row, exception }: UnitFacts, { told, nameOf }: Describing): Happened {
  const given = newer(told.get('approve'), told.get('agree-exception'))
  const name = (id: string | null) => nameOf(id) ?? ''
  const by = ({ person, at, reason }: Told) => ({
    by: name(person),
    at: at.toISOString(),
    reason: reason ?? '',
  })
  const requested = row?.stage === 'changes-requested' ? told.get('request-changes') : undefined
  const approval =
    row?.approval && given ? { ...by(given), second: nameOf(given.second), reason: given.reason } : null
  return {
    approval,
    requested: requested ? by(requested) : null,
    ended: row?.approval ? null : endedBy(told.get('approval-ended'), given, nameOf),
    exception: exception ? by({ ...exception, verb: '', unit: '', second: null }) : null,
  }
}

/** The change that ended the last approval, when nothing was approved since. */
function endedBy(ended: Told | undefined, given: Told | undefined, nameOf: NameOf): UnitStatus['ended'] {
  if (!ended || !given || ended.at <= given.at) return null
  const changedBy = nameOf(ended.person) ?? ''
  return { changedBy, at: ended.at.toISOString(), approvedBy: nameOf(given.person) }
}

function verbsFor(facts: UnitFacts, { person, collection, language }: Describing): PossibleVerb[] {
  return verbs
    .filter((verb) => isForPerson({ person, collection, verb }))
    .map((verb) => {
      const obstacle = obstacleTo({ person, collection, facts, verb })
      return {
        verb,
        reason: obstacle ? sayRefusal(obstacle, language).message : null,
        code: obstacle?.code ?? null,
        needsReason: transitions[verb].needsReason ?? false,
      }
    })
}
