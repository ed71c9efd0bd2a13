import type { PoolClient } from 'pg'
import type { Person } from '@/access'
import { isBlank } from '@/formats'
import { holdDocument, inTransaction } from '@/lib/postgres'
import { refuse } from '@/lib/errors'
import { isLocale, localeCodes, sourceLocale } from '@/lib/locales'
import {
  beginRelease,
  isPublishable,
  publishRelease,
  type Publishable,
  type UnitChange,
  type UnitName,
} from '@/publishing'
import {
  chosenUnit,
  markPublic,
  obstacleTo,
  readFacts,
  refuseUnreadable,
  unitInWords,
  type Actor,
  type Chosen,
  type DocumentFacts,
  type PublicStep,
} from '@/units'
import { inWords } from './open-references'
import { say } from './say'

// "Publish now" is a release of one. It is the only code path to the public world.

/** `revision` is the one that the person saw; another by now is refused. */
export type Target = { collection: string; id: string; units: readonly (string | Chosen)[] }

type Deed = { verb: 'publish' } | { verb: 'take-down'; reason: string }
type Parsed = { collection: Publishable; id: string; units: (Chosen & { unit: UnitName })[] }
type Change = UnitChange & { step: PublicStep }

/**
 * Publishes the named units ('shared' or languages) of each target, together, in one transaction: exactly the approved
 * revision of each. The first language of a document brings its shared facts along, since none are public yet, and a
 * replaced file all public languages of its picture; otherwise a language never carries a pending change of another unit. Refusals: not_allowed, not_assigned,
 * not_approved, words_changed, not_complete, not_ready, not_found.
 */
export const publishNow = (actor: Actor, targets: readonly Target[]): Promise<void> =>
  release(actor, targets, { verb: 'publish' })

/**
 * Takes the named units down; 'shared' takes the whole document down. What shows a picture that is taken down is composed
 * anew without it, in the same transaction. Refusals: reason_missing, not_allowed, not_public, still_needed.
 */
export const takeDown = (actor: Actor, targets: readonly Target[], reason: string): Promise<void> =>
  release(actor, targets, { verb: 'take-down', reason: reason.trim() })

async function release(actor: Actor, targets: readonly Target[], deed: Deed): Promise<void> {
  const order = oncePerDocument(targets).map(parseTarget)
  if (deed.verb === 'take-down' && isBlank(deed.reason)) throw refuse('reason_missing')
  for (const target of order) await refuseUnreadable(actor, target)
  await inTransaction(async (client) => {
    await beginRelease(client)
    const changes: Change[] = []
    const isAlone = order.length === 1 && order[0]?.units.length === 1
    for (const target of order) changes.push(...(await changesOf(client, actor, { target, deed, isAlone })))
    await publishRelease(client, { changes, person: actor.user?.id ?? null })
    for (const { step } of changes) await markPublic(client, step, actor.user?.id ?? null)
  }).catch(async (error: unknown) => {
    throw await inWords(actor.payload, error, deed.verb === 'publish' ? 'not_ready' : 'still_needed')
  })
}

// A document that is named twice is one target: none of its units enters a release twice.
function oncePerDocument(targets: readonly Target[]): Target[] {
  const byDocument = new Map<string, Target>()
  for (const target of targets) {
    const key = `${target.collection}:${target.id}`
    const units = [...(byDocument.get(key)?.units ?? []), ...target.units]
    byDocument.set(key, { ...target, units })
  }
  return [...byDocument.values()]
}

function parseTarget({ collection, id, units }: Target): Parsed {
  if (!isPublishable(collection))
    throw refuse('door_closed', { what: say('Publishing this kind of document') })
  if (units.length === 0) throw refuse('bad_input', { place: 'units', reason: 'names no language.' })
  const chosen = units.map((one) => (typeof one === 'string' ? { unit: one } : one))
  const byName = new Map(chosen.map((one) => [one.unit, { ...one, unit: unitName(one.unit) }]))
  return { collection, id, units: [...byName.values()].toSorted((a, b) => rank(a.unit) - rank(b.unit)) }
}

function unitName(unit: string): UnitName {
  if (unit === 'shared' || isLocale(unit)) return unit
  throw refuse('unknown_language', { language: unit, known: localeCodes.join(', ') })
}

// Shared facts first, then the source: a translation that is published beside it follows it.
const rank = (unit: UnitName): number => ['shared', sourceLocale].indexOf(unit) + 1 || 3

/** `isAlone`: nothing else becomes public with this unit, so what it needs is public already, or it waits. */
type Doing = { target: Parsed; deed: Deed; isAlone: boolean }

// The document's lock is the one that saving takes: nobody writes between reading and publishing.
async function changesOf(client: PoolClient, { payload, user }: Actor, doing: Doing): Promise<Change[]> {
  const { target, deed } = doing
  await holdDocument(client, target)
  const facts = await readFacts(client, payload, target)
  return deed.verb === 'publish'
    ? published(facts, doing, user)
    : withdrawn(facts, { target, reason: deed.reason }, user)
}

function published(facts: DocumentFacts, { target, isAlone }: Doing, person: Person | null): Change[] {
  const { collection, id, units } = target
  for (const chosen of units) {
    const unit = chosenUnit(facts, chosen)
    // Of what becomes public together, publishing itself looks at the whole.
    const alone = isAlone ? unit : { ...unit, needs: [] }
    const obstacle = obstacleTo({ person, collection, facts: alone, verb: 'publish' })
    if (obstacle) throw obstacle
  }
  return withAlong(facts, units).map((chosen) => {
    const unit = chosenUnit(facts, chosen)
    const revision = unit.row?.revision
    if (!revision?.contentHash) throw refuse('not_approved', { unit: unitInWords(chosen.unit) })
    const step = { collection, id, unit: chosen.unit, verb: 'publish', revision: revision.id } as const
    return { collection, id, unit: chosen.unit, content: revision.content, hash: revision.contentHash, step }
  })
}

/** The chosen units with those that they bring along, each once. */
function withAlong(facts: DocumentFacts, units: Parsed['units']): Parsed['units'] {
  const along = units.flatMap((chosen) => chosenUnit(facts, chosen).along)
  const all = [...along.map(({ unit }) => ({ unit: unitName(unit) })), ...units]
  const byName = new Map(all.map((one) => [one.unit, one]))
  return [...byName.values()].toSorted((a, b) => rank(a.unit) - rank(b.unit))
}

type Withdrawing = { target: Parsed; reason: string }

function withdrawn(facts: DocumentFacts, { target, reason }: Withdrawing, person: Person | null): Change[] {
  const { collection, id, units } = target
  for (const chosen of units) {
    const obstacle = obstacleTo({ person, collection, facts: chosenUnit(facts, chosen), verb: 'take-down' })
    if (obstacle) throw obstacle
  }
  const open = [...facts.units.values()].filter(({ published: state }) => state?.isPublic)
  const isNamed = (unit: string) => units.some((chosen) => chosen.unit === unit)
  const left = open.filter(({ unit }) => unit !== 'shared' && !isNamed(unit))
  // Without its shared facts or its last language a document is not public: everything goes.
  const gone = isNamed('shared') || left.length === 0 ? open : open.filter(({ unit }) => isNamed(unit))
  return gone.map(({ unit, row, published: state }) => ({
    collection,
    id,
    unit: unitName(unit),
    content: null,
    hash: state?.hash ?? '',
    step: { collection, id, unit, verb: 'take-down', revision: row?.revision.id ?? null, reason },
  }))
}
