import { may, mayOnUnit, type ContentCollection, type Person } from '@/access'
import { refuse, type Refusal } from '@/lib/errors'
import { isPublishable } from '@/publishing'
import type { UnitFacts } from './facts'
import { momentInWords } from './embargo'
import { sayNeeds } from './needs'
import { sayTogether } from './problems'
import { say, stageInWords, unitInWords } from './say'
import { transitions, type Verb } from './stages'

// Why a verb is not possible: the same answer for the button that says so and for the request that tries anyway.

export type Asked = { person: Person | null; collection: string; facts: UnitFacts; verb: Verb }

/** Does any role of this person hold this verb in this kind of document? */
export const holdsVerb = ({ person, collection, verb }: Omit<Asked, 'facts'>): boolean =>
  transitions[verb].needs.some((right) => may(person, collection as ContentCollection, right))

/** And is it ever possible there? If not, screens do not show it at all. */
export const isForPerson = (asked: Omit<Asked, 'facts'>): boolean =>
  holdsVerb(asked) &&
  (isPublishable(asked.collection) || (asked.verb !== 'publish' && asked.verb !== 'take-down'))

/** The refusal that this verb meets now; undefined when it is possible. The reason that some verbs ask for is not looked at. */
export function obstacleTo(asked: Asked): Refusal | undefined {
  if (!isForPerson(asked)) return refuse('not_allowed', { action: say('do this') })
  return notAssigned(asked) ?? notThere(asked) ?? own[asked.verb]?.(asked) ?? wrongStage(asked)
}

function notAssigned({ person, collection, facts, verb }: Asked): Refusal | undefined {
  const isSent = facts.request !== undefined
  const on = { collection: collection as ContentCollection, unit: facts.unit, isSent }
  const isTheirs = transitions[verb].needs.some((right) => mayOnUnit(person, right, on))
  return isTheirs ? undefined : refuse('not_assigned', { unit: unitInWords(facts.unit) })
}

// Where the facts say enough, the source can be submitted without words.
function notThere(asked: Asked): Refusal | undefined {
  const { facts, verb, collection } = asked
  if (facts.row) return undefined
  if (verb === 'submit' && isPublishable(collection)) return incomplete(asked)
  return refuse('nothing_written', { unit: unitInWords(facts.unit) })
}

function wrongStage({ facts, verb }: Asked): Refusal | undefined {
  const stage = facts.row?.stage ?? 'writing'
  if (transitions[verb].from.includes(stage)) return undefined
  return refuse('stage_not_reachable', { unit: unitInWords(facts.unit), stage: stageInWords[stage] })
}

type Check = (asked: Asked) => Refusal | undefined

const incomplete: Check = ({ facts }) =>
  facts.problems.length > 0
    ? refuse('not_complete', { unit: unitInWords(facts.unit), reason: sayTogether(facts.problems) })
    : undefined

const mustFix: Check = ({ facts }) =>
  facts.mustFix > 0 ? refuse('must_fix_open', { unit: unitInWords(facts.unit) }) : undefined

const wrote: Check = ({ facts, person }) =>
  facts.authors.includes(person?.id ?? '') ? refuse('wrote_it', { unit: unitInWords(facts.unit) }) : undefined

const notApproved: Check = (asked) => {
  const unit = unitInWords(asked.facts.unit)
  if (asked.facts.row?.stage === 'public') return refuse('already_public', { unit })
  if (!asked.facts.row?.approval) return refuse('not_approved', { unit })
  return asked.facts.isLapsed ? refuse('approval_lapsed', { unit }) : incomplete(asked)
}

const pointsToWhatIsNotPublic: Check = ({ facts }) =>
  facts.needs.length > 0 ? refuse('not_ready', { reason: sayNeeds(facts.needs) }) : undefined

const underEmbargo: Check = ({ facts }) =>
  facts.embargo ? refuse('under_embargo', { when: momentInWords(facts.embargo) }) : undefined

const publishing: Check = (asked) =>
  notApproved(asked) ??
  underEmbargo(asked) ??
  mustFix(asked) ??
  alongObstacle(asked) ??
  pointsToWhatIsNotPublic(asked)

const ofOldWords = new Set<string>(['not_approved', 'already_public'])

const alongObstacle: Check = (asked) =>
  asked.facts.along
    .map((facts) => {
      const obstacle = obstacleTo({ ...asked, facts })
      const isOfFormer = facts.unit !== 'shared' && ofOldWords.has(obstacle?.code ?? '')
      return isOfFormer ? refuse('describes_former', { unit: unitInWords(facts.unit) }) : obstacle
    })
    .find((obstacle) => obstacle !== undefined)

const secondPerson: Check = ({ facts, person }) => {
  const unit = unitInWords(facts.unit)
  if (!facts.exception) return refuse('no_exception_asked', { unit })
  const isFirst = facts.exception.person === person?.id || facts.authors.includes(person?.id ?? '')
  return isFirst ? refuse('second_person', { unit }) : undefined
}

/** Only a stage that fits can be looked at closer. */
const inStage =
  (...checks: Check[]): Check =>
  (asked) =>
    wrongStage(asked) ?? checks.map((check) => check(asked)).find((found) => found !== undefined)

const own: Partial<Record<Verb, Check>> = {
  submit: inStage(incomplete),
  approve: inStage(incomplete, mustFix, wrote),
  'ask-exception': inStage(mustFix, (asked) =>
    wrote(asked) ? undefined : refuse('can_approve', { unit: unitInWords(asked.facts.unit) }),
  ),
  'agree-exception': inStage(incomplete, mustFix, secondPerson),
  publish: publishing,
  'take-down': ({ facts }) =>
    facts.published?.isPublic ? undefined : refuse('not_public', { what: unitInWords(facts.unit) }),
  'follow-source': ({ facts }) =>
    facts.sourceChanged ? undefined : refuse('source_not_changed', { unit: unitInWords(facts.unit) }),
}
