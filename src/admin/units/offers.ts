import type { DocumentStatus, Stage, UnitStatus, Verb } from '@/units'

// What the document's panel offers to this person: the steps that are possible for the language on screen and for
// the shared facts, together where both can take the same one, and the next step that is not possible with its reason.

/** `reasons`: why it is not possible now, empty where it is. `gone`: the units that are public no longer after it. */
export type Offer = {
  verb: Exclude<Verb, 'restore'>
  units: readonly UnitStatus[]
  reasons: readonly string[]
  gone?: readonly UnitStatus[]
  /** Of the last language that is public: it goes with the whole document only. */
  isLast?: true
  /** What else changes for readers, in words. */
  effect?: string
  /** Of what is submitted: who shall review it, by id. */
  reviewer?: string
}

/** `apart` stands aside: steps of `together` for one unit alone, and what one seldom wants. */
export type Offers = { together: readonly Offer[]; apart: readonly Offer[] }

/** The way to the world, and where on it each stage stands: the steps that a person may look for. */
const ahead: Record<Stage, readonly Verb[]> = {
  writing: ['submit', 'approve', 'publish'],
  'in-review': ['approve', 'publish'],
  'changes-requested': ['submit', 'approve', 'publish'],
  approved: ['publish'],
  public: [],
  'taken-down': ['publish'],
}

const order = [
  'approve',
  'publish',
  'submit',
  'agree-exception',
  'follow-source',
  'request-changes',
  'ask-exception',
  'take-back',
] as const

type OfferVerb = (typeof order)[number]
type Single = { unit: UnitStatus; reason: string | null; code: string | null }

const isPublic = (unit: UnitStatus | undefined): unit is UnitStatus => unit?.publicState === 'public'
const reasonsOf = (...singles: readonly Single[]): string[] => [
  ...new Set(singles.flatMap(({ reason }) => reason ?? [])),
]

/** The offers for the unit of `locale` and the shared facts. */
export function offersFor({ units, staysPublic }: DocumentStatus, locale: string): Offers {
  const text = units.find(({ unit }) => unit === locale)
  const shared = units.find(({ unit }) => unit === 'shared')
  const found = order.map((verb) =>
    verb === 'publish' && !isPublic(shared)
      ? firstPublication(single(text, verb), standing(shared, verb))
      : offersOf(verb, single(text, verb), single(shared, verb)),
  )
  const together = found.flatMap((offers) => offers.together).map((offer) => withBrought(offer, units))
  return {
    together: [
      ...together.filter(({ reasons }) => reasons.length === 0),
      ...together.filter(({ reasons }) => reasons.length > 0),
      ...takeDowns({ units, staysPublic }, text),
    ],
    apart: found.flatMap((offers) => offers.apart).map((offer) => withBrought(offer, units)),
  }
}

// What becomes public together is named together.
function withBrought(offer: Offer, units: readonly UnitStatus[]): Offer {
  if (offer.verb !== 'publish' || offer.reasons.length > 0) return offer
  const named = new Set(offer.units.flatMap(({ unit, brings }) => [unit, ...brings]))
  const more = units.filter((one) => named.has(one.unit) && !offer.units.includes(one))
  return more.length === 0 ? offer : { ...offer, units: [...offer.units, ...more] }
}

function standing(unit: UnitStatus | undefined, verb: Verb): Single | undefined {
  const found = unit?.verbs.find((one) => one.verb === verb)
  return unit && found ? { unit, reason: found.reason, code: found.code } : undefined
}

/** Where this unit stands with `verb`; undefined where that is not worth a button. */
function single(unit: UnitStatus | undefined, verb: Verb): Single | undefined {
  const found = standing(unit, verb)
  return found && (found.reason === null ? isOffered(found, verb) : isLookedFor(found, verb))
    ? found
    : undefined
}

/** An exception is asked for once. */
const isOffered = ({ unit }: Single, verb: Verb): boolean => verb !== 'ask-exception' || !unit.exception

/** What is no task of this person is no step that they look for. */
const isLookedFor = ({ unit, code }: Single, verb: Verb): boolean =>
  code !== notTheirs && (verb === nearest(unit) || (verb === 'agree-exception' && isAsked(unit)))

const notTheirs = 'not_assigned'

const isAsked = ({ stage, exception }: UnitStatus): boolean => stage === 'in-review' && exception !== null

/** The first step on the way that this person takes, but not now. */
const nearest = (unit: UnitStatus): Verb | undefined =>
  ahead[unit.stage ?? 'writing'].find((verb) =>
    unit.verbs.some((one) => one.verb === verb && one.reason !== null && one.code !== notTheirs),
  )

function offersOf(verb: OfferVerb, text: Single | undefined, shared: Single | undefined): Offers {
  const alone = [text, shared].flatMap((one): Offer[] =>
    one ? [{ verb, units: [one.unit], reasons: reasonsOf(one) }] : [],
  )
  if (!text || !shared) return shared && isAside(verb, shared) ? aside(alone) : straight(alone)
  if (areAlike(verb, text, shared)) {
    const both: Offer = { verb, units: [text.unit, shared.unit], reasons: reasonsOf(text, shared) }
    return { together: [both], apart: both.reasons.length === 0 ? alone : [] }
  }
  return isAside(verb, shared) ? { together: alone.slice(0, 1), apart: alone.slice(1) } : straight(alone)
}

const straight = (together: Offer[]): Offers => ({ together, apart: [] })
const aside = (apart: Offer[]): Offers => ({ together: [], apart })

const leadsBack = new Set<OfferVerb>(['request-changes', 'take-back'])

/** Can both take the step as one? Going back does so only from the same stage. */
const areAlike = (verb: OfferVerb, text: Single, shared: Single): boolean =>
  (text.reason === null) === (shared.reason === null) &&
  (!leadsBack.has(verb) || text.unit.stage === shared.unit.stage)

/** Approved facts are seldom what one wants to go back on. */
const isAside = (verb: OfferVerb, { unit }: Single): boolean =>
  leadsBack.has(verb) && unit.stage === 'approved'

// The first language brings the shared facts along, so they have to be approved with it, and go nowhere alone.
function firstPublication(text: Single | undefined, shared: Single | undefined): Offers {
  if (!text || !shared) return { together: [], apart: [] }
  const offer: Offer = {
    verb: 'publish',
    units: [text.unit, shared.unit],
    reasons: reasonsOf(text, shared),
  }
  return { together: [offer], apart: [] }
}

const mayTakeDown = ({ verbs }: UnitStatus): boolean =>
  verbs.some(({ verb, reason }) => verb === 'take-down' && reason === null)

/** The language on screen, where others stay; and all of it. */
type Standing = Pick<DocumentStatus, 'units' | 'staysPublic'>

function takeDowns({ units, staysPublic }: Standing, text: UnitStatus | undefined): Offer[] {
  const open = units.filter(isPublic)
  const shared = open.find(({ unit }) => unit === 'shared')
  const verb = 'take-down' as const
  const hasOthers = open.some(({ unit }) => unit !== 'shared' && unit !== text?.unit)
  const one = isPublic(text) && mayTakeDown(text) ? [text] : []
  const last = hasOthers ? {} : { isLast: true as const }
  const all = shared && mayTakeDown(shared) ? [shared] : []
  return [
    ...one.map((unit) => ({ verb, units: [unit], reasons: [], gone: [unit], ...last })),
    ...all.map((unit) => ({
      verb,
      units: [unit],
      reasons: [],
      gone: open,
      ...(staysPublic === null ? {} : { effect: staysPublic }),
    })),
  ]
}
