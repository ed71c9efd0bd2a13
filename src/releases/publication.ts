import type { Payload } from 'payload'
import { mayUse } from '@/access'
import { refuse } from '@/lib/errors'
import { inLanguage, type ScreenLanguage } from '@/lib/sentence'
import {
  isPublishable,
  projectUnits,
  publicPath,
  unitStates,
  type ProjectedUnit,
  type UnitState,
} from '@/publishing'
import { readDraft, type Actor } from './read-draft'
import { sayProblem } from './problems'
import { say } from './say'
import { poolOf } from './transaction'

export type PublicationUnit = {
  /** 'shared' or a language, BCP-47. */
  unit: string
  state: 'never' | 'public' | 'taken-down'
  /** The draft differs from what is public. */
  hasChanges: boolean
  hasContent: boolean
  publishedAt: string | null
  publishedBy: string | null
  /** Sentences in the language of the reader: why this unit cannot be published now. */
  problems: string[]
}
export type Publication = { mayPublish: boolean; units: PublicationUnit[]; publicPath: string | null }

type Asked = Actor & { collection: string; id: string; language: ScreenLanguage }

/** Where each unit of a document stands, for the person who looks. Refusals: door_closed, not_found. */
export async function publicationOf({
  payload,
  user,
  collection,
  id,
  language,
}: Asked): Promise<Publication> {
  if (!isPublishable(collection))
    throw refuse('door_closed', { what: say('Publishing this kind of document') })
  const draft = await readDraft({ payload, user }, { collection, id })
  const pool = poolOf(payload)
  const [states, path] = await Promise.all([
    unitStates(pool, { collection, id }),
    publicPath(pool, { collection, id }),
  ])
  const names = await namesOf(payload, states)
  const byUnit = new Map(states.map((state) => [state.unit, state]))
  const units = projectUnits(collection, draft).map((unit) => ({
    ...describe(unit, byUnit.get(unit.unit), names),
    problems: unit.problems.map((problem) => inLanguage(sayProblem(payload, collection, problem), language)),
  }))
  return { mayPublish: mayUse(user, 'publish'), units, publicPath: path }
}

function describe(
  unit: ProjectedUnit,
  state: UnitState | undefined,
  names: ReadonlyMap<string, string>,
): Omit<PublicationUnit, 'problems'> {
  const isPublic = state?.isPublic ?? false
  return {
    unit: unit.unit,
    state: stateOf(state),
    hasChanges: !isPublic || state?.hash !== unit.hash,
    hasContent: unit.hasContent,
    publishedAt: state?.publishedAt.toISOString() ?? null,
    publishedBy: names.get(state?.publishedBy ?? '') ?? null,
  }
}

function stateOf(state: UnitState | undefined): PublicationUnit['state'] {
  if (!state) return 'never'
  return state.isPublic ? 'public' : 'taken-down'
}

// Names of colleagues, for "published by": everyone who may see the document may see who published it.
async function namesOf(payload: Payload, states: readonly UnitState[]): Promise<Map<string, string>> {
  const ids = [...new Set(states.flatMap((state) => state.publishedBy ?? []))]
  if (ids.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return new Map(docs.map((user) => [user.id, user.name]))
}
