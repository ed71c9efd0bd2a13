import type { Payload } from 'payload'
import type { PoolClient } from 'pg'
import { mayUse } from '@/access'
import { languageInWords } from '@/formats'
import { refuse } from '@/lib/errors'
import { capitalised } from '@/lib/sentence'
import { isLocale, localeCodes, sourceLocale } from '@/lib/locales'
import {
  beginRelease,
  isPublishable,
  projectUnits,
  publishRelease,
  unitStates,
  type Draft,
  type ProjectedUnit,
  type Publishable,
  type UnitChange,
  type UnitName,
  type UnitState,
} from '@/publishing'
import { lockName } from '@/workflow'
import { inWords } from './open-references'
import { sayProblems } from './problems'
import { readDraft, type Actor } from './read-draft'
import { say } from './say'
import { inTransaction } from './transaction'

// "Publish now" is a release of one. It is the only code path to the public world.

export type Target = { collection: string; id: string; units: readonly string[] }

/**
 * Publishes the named units ('shared' or languages) of each target, together, in one transaction.
 * The first language of a document brings its shared facts along, since none are public yet; otherwise a
 * language never carries a pending change of another unit. Refusals: not_allowed, not_ready, bad_input.
 */
export async function publishNow(actor: Actor, targets: readonly Target[]): Promise<void> {
  refuseWithoutRight(actor.user, 'publish')
  await release(actor, targets, publishChanges)
}

/** Takes the named units down; 'shared' takes the whole document down. Refusals: not_allowed, not_public, still_needed. */
export async function takeDown(actor: Actor, targets: readonly Target[]): Promise<void> {
  refuseWithoutRight(actor.user, 'take-down')
  await release(actor, targets, withdrawChanges)
}

const actions = { publish: say('publish'), 'take-down': say('take this down') }

/** Refuses (403) whose roles do not hold the right. */
export function refuseWithoutRight(user: Actor['user'], right: keyof typeof actions): void {
  if (!mayUse(user, right)) throw refuse('not_allowed', { action: actions[right] })
}

type Known = {
  payload: Payload
  collection: Publishable
  id: string
  units: readonly UnitName[]
  draft: Draft
  states: UnitState[]
}
type Decide = (known: Known) => UnitChange[]

async function release(actor: Actor, targets: readonly Target[], decide: Decide): Promise<void> {
  const order = targets.map(parseTarget)
  await inTransaction(async (client) => {
    await beginRelease(client)
    const changes: UnitChange[] = []
    for (const target of order) changes.push(...decide(await readTarget(actor, client, target)))
    await publishRelease(client, { changes, person: actor.user?.id ?? null })
  }).catch(async (error: unknown) => {
    throw await inWords(actor.payload, error, decide === withdrawChanges ? 'still_needed' : 'not_ready')
  })
}

type Parsed = { collection: Publishable; id: string; units: UnitName[] }

function parseTarget({ collection, id, units }: Target): Parsed {
  if (!isPublishable(collection))
    throw refuse('door_closed', { what: say('Publishing this kind of document') })
  const wrong = units.find((unit) => unit !== 'shared' && !isLocale(unit))
  if (wrong !== undefined)
    throw refuse('unknown_language', { language: wrong, known: localeCodes.join(', ') })
  if (units.length === 0) throw refuse('bad_input', { place: 'units', reason: 'names no language.' })
  return { collection, id, units: [...new Set(units as UnitName[])].toSorted((a, b) => rank(a) - rank(b)) }
}

// Shared facts first, then the source: a translation that is published beside it follows it.
const rank = (unit: UnitName): number => ['shared', sourceLocale].indexOf(unit) + 1 || 3

// The document's lock is the one that saving takes: nobody writes between reading and publishing.
async function readTarget(actor: Actor, client: PoolClient, target: Parsed): Promise<Known> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    lockName(target.collection, target.id),
  ])
  const draft = await readDraft(actor, target)
  return { ...target, payload: actor.payload, draft, states: await unitStates(client, target) }
}

function publishChanges({ payload, collection, id, units, draft, states }: Known): UnitChange[] {
  const isFirst = !states.some((state) => state.unit === 'shared' && state.isPublic)
  const wanted: UnitName[] = isFirst && !units.includes('shared') ? ['shared', ...units] : [...units]
  const projected = new Map(projectUnits(collection, draft).map((unit) => [unit.unit, unit]))
  return wanted.map((name) => {
    const unit = projected.get(name)
    if (!unit) throw new Error(`No unit ${name}`)
    refuseProblems(payload, collection, unit)
    return { collection, id, unit: name, content: unit.content, hash: unit.hash }
  })
}

function refuseProblems(payload: Payload, collection: Publishable, { unit, problems }: ProjectedUnit): void {
  if (problems.length === 0) return
  const said = { unit: nameOf(unit), problems: sayProblems(payload, collection, problems) }
  throw refuse('not_ready', { reason: say('{unit}: {problems}', said) })
}

const nameOf = (unit: UnitName) =>
  unit === 'shared' ? say('Shared facts') : capitalised(languageInWords(unit))

function withdrawChanges({ collection, id, units, states }: Known): UnitChange[] {
  const open = states.filter((state) => state.isPublic)
  const closed = units.find((unit) => !open.some((state) => state.unit === unit))
  if (closed)
    throw refuse('not_public', {
      what: closed === 'shared' ? say('This document') : capitalised(languageInWords(closed)),
    })
  const left = open.filter((state) => state.unit !== 'shared' && !units.some((unit) => unit === state.unit))
  // Without its shared facts or its last language a document is not public: everything goes.
  const isWhole = units.includes('shared') || left.length === 0
  const gone = isWhole ? open : open.filter((state) => units.some((unit) => unit === state.unit))
  return gone.map((state) => ({
    collection,
    id,
    unit: state.unit as UnitName,
    content: null,
    hash: state.hash,
  }))
}
