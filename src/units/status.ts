import type { CollectionSlug } from 'payload'
import { isOnlyTranslating, maySeeUnit, type ContentCollection, type Person } from '@/access'
import { holdDocument, inTransaction } from '@/lib/postgres'
import { refuse, sayRefusal, type RefusalCode } from '@/lib/errors'
import { inLanguage, type ScreenLanguage, type Sentence } from '@/lib/sentence'
import { publicPath } from '@/publishing'
import type { Actor } from './advance'
import { readFacts, type UnitFacts } from './facts'
import { happened, readTold, type Happened, type NameOf, type Steps } from './happened'
import { isForPerson, obstacleTo } from './obstacle'
import { sayLost } from './needs'
import type { DocumentRef } from './revisions'
import { say } from './say'
import { sayTooManyShares } from './shares'
import { sayShownIn } from './shown-in'
import { transitions, verbs, type Stage, type Verb } from './stages'
import { standing } from './standing'
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
export type UnitStatus = Happened & {
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
  problems: string[]
  /** Of shared facts: what readers no longer see of them, and what to do. */
  lost: string[]
  /** Of shared facts: what can hardly be true and hinders nothing. */
  doubt: string | null
  /** Of shared facts that are not public: the moment before which nobody may use the text, while it is ahead. */
  embargo: string | null
  /** Of words about a picture that are not approved for its present file: the file before, and what is as it was for it. */
  former: { file: string | null; fields: string[] } | null
  comments: number
  mustFix: number
  sourceChanged: boolean
  /** The units that become public with it. */
  brings: string[]
  /** Of a language that the document was sent to translation into: by whom, when, and what for. */
  translation: { by: string; at: string; note: string | null } | null
  assignee: { id: string; name: string } | null
  /** The day by which it is due, RFC 3339 full-date. */
  due: string | null
  verbs: PossibleVerb[]
}

/** `staysPublic`: of a public picture, what its take-down does to the documents that show it; null where there are none. */
export type DocumentStatus = { units: UnitStatus[]; publicPath: string | null; staysPublic: string | null }

type Asked = DocumentRef & { language: ScreenLanguage }

/** Refusal: not_found, also for what this person may not read. */
export async function statusOf(actor: Actor, asked: Asked): Promise<DocumentStatus> {
  await refuseUnreadable(actor, asked)
  return inTransaction(async (client) => {
    await holdDocument(client, asked)
    const facts = await readFacts(client, actor.payload, asked)
    const told = await readTold(client, facts)
    const isShown = hasPublicLanguage([...facts.units.values()])
    const doubt = isSeeingAll(actor.user, asked) ? await sayTooManyShares(client, asked) : undefined
    const units = [...facts.units.values()]
      .filter((unit) => isSeen(unit, actor.user, asked))
      .map((unit) =>
        describe(unit, {
          told: told.of(unit.unit),
          nameOf: told.nameOf,
          person: actor.user,
          isShown,
          doubt,
          ...asked,
        }),
      )
    const shownIn = isSeeingAll(actor.user, asked) ? await sayShownIn(client, asked) : undefined
    return {
      units,
      publicPath: await publicPath(client, asked),
      staysPublic: shownIn ? inLanguage(shownIn, asked.language) : null,
    }
  })
}

const hasPublicLanguage = (units: readonly UnitFacts[]): boolean =>
  units.some(({ unit, published }) => unit !== 'shared' && published?.isPublic)

/** Whoever only translates reads no titles of what was not sent to them. */
const isSeeingAll = (person: Person | null, { collection }: Pick<DocumentRef, 'collection'>): boolean =>
  !isOnlyTranslating(person, collection as ContentCollection)

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

type Describing = {
  told: Steps
  nameOf: NameOf
  person: Person | null
  collection: string
  language: ScreenLanguage
  /** Some language of the document is public. */
  isShown: boolean
  doubt: Sentence | undefined
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
    lost: isSeeingAll(about.person, about)
      ? facts.lost.map((picture) => inLanguage(sayLost(picture), language))
      : [],
    doubt: facts.unit === 'shared' && about.doubt ? inLanguage(about.doubt, language) : null,
    embargo: embargoOf(facts),
    former: facts.former
      ? { ...facts.former, fields: facts.former.fields.map((field) => inLanguage(field, language)) }
      : null,
    comments: facts.comments,
    mustFix: facts.mustFix,
    sourceChanged: facts.sourceChanged,
    brings: facts.along.map(({ unit }) => unit),
    verbs: verbsFor(facts, about),
  }
}

const embargoOf = ({ unit, published, embargo }: UnitFacts): string | null =>
  unit === 'shared' && !published?.isPublic ? (embargo?.until.toISOString() ?? null) : null

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
