import type { ResourceName } from '@/contract'
import { refuse } from '@/lib/errors'
import type { LocaleCode } from '@/lib/locales'
import { holdDocument, inTransaction } from '@/lib/postgres'
import { joined } from '@/lib/sentence'
import {
  chosenUnit,
  readFacts,
  refuseUnreadable,
  seenUnits,
  unitInWords,
  type Actor,
  type DocumentFacts,
  type UnitFacts,
} from '@/units'
import type { Claims } from './token'
import { say } from './say'

/** `newest`: what is written. `approved`: what could be published now. */
type Which = 'newest' | 'approved'
type Wanted = { collection: ResourceName; id: string; locale: LocaleCode; which: Which }

/**
 * The revisions that a preview in one language shows in place of what is public: of the shared facts and of that
 * language, no other. Refusals: not_found, also for a language whose words this person may not read; nothing_written,
 * not_complete, not_approved.
 */
export async function chooseUnits(actor: Actor, wanted: Wanted): Promise<Claims['units']> {
  await refuseUnreadable(actor, wanted)
  return inTransaction(async (client) => {
    if (!(await seenUnits(client, actor.user, wanted)).includes(wanted.locale))
      throw refuse('not_found', { what: say('This document') })
    await holdDocument(client, wanted)
    const facts = await readFacts(client, actor.payload, wanted)
    return Object.fromEntries(
      (['shared', wanted.locale] as const).flatMap((unit) => pinned(facts, unit, wanted.which)),
    )
  })
}

type Pinned = [unit: string, revision: string | null][]

function pinned(facts: DocumentFacts, name: string, which: Which): Pinned {
  const unit = chosenUnit(facts, { unit: name })
  const revision = unit.row?.revision.id ?? null
  if (isStanding(unit)) return []
  if (which === 'approved') return pinnedApproved(unit)
  if (unit.problems.length === 0) return [[name, revision]]
  if (revision === null) throw refuse('nothing_written', { unit: unitInWords(name) })
  throw refuse('not_complete', { unit: unitInWords(name), reason: joined(unit.problems) })
}

/** What is public of it is what is written. */
const isStanding = ({ row, published }: UnitFacts): boolean =>
  published?.isPublic === true && row?.revision.contentHash === published.hash

function pinnedApproved({ unit, row, published }: UnitFacts): Pinned {
  if (row?.stage === 'approved') return [[unit, row.revision.id]]
  if (published?.isPublic) return []
  throw refuse('not_approved', { unit: unitInWords(unit) })
}
