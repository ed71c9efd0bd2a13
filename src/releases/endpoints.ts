import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { ContentCollection } from '@/access'
import { refuse } from '@/lib/errors'
import { isLocale, localeCodes } from '@/lib/locales'
import {
  advance,
  bodyAs,
  doorOf,
  holdsVerb,
  refuseUnreadable,
  statusOf,
  verbs,
  type Actor,
  type Asked,
  type Chosen,
  type DocumentStatus,
  type Verb,
} from '@/units'
import { publishNow, takeDown } from './publish-now'
import { say } from './say'

// The verbs of a document, for its screen: GET …/status, POST …/submit, …/approve, …/publish and so on.

const bodySchema = z.strictObject({
  units: z
    .array(z.strictObject({ unit: z.string().max(20), revision: z.uuid().optional() }))
    .min(1)
    .max(50),
  reason: z.string().max(4000).optional(),
  /** Of what is submitted: who shall review it. */
  reviewer: z.uuid().optional(),
})
const here = verbs.filter((verb) => verb !== 'restore')

/** The endpoints of one content collection. Answers are DocumentStatus; refusals are {errors:[{message}]} with their status. */
export const unitEndpoints = (collection: ContentCollection): Omit<Endpoint, 'root'>[] => {
  const door = doorOf(collection)
  return [
    door({ method: 'get', path: '/status', work: (asked) => statusOf(asked.actor, asked) }),
    ...here.map((verb) => door({ method: 'post', path: `/${verb}`, work: (asked) => pressed(asked, verb) })),
  ]
}

type Doing = Exclude<Verb, 'restore'>

async function pressed(asked: Asked, verb: Doing): Promise<DocumentStatus> {
  const { actor, collection, id, person } = asked
  // Whoever may not do this at all hears that, whatever the body.
  if (!holdsVerb({ person, collection, verb })) throw refuse('not_allowed', { action: say('do this') })
  await perform(actor, { collection, id, verb, ...(await bodyAs(asked, bodySchema)) })
  return statusOf(actor, asked)
}

type Performing = {
  collection: string
  id: string
  verb: Doing
  units: Chosen[]
  reason?: string | undefined
  reviewer?: string | undefined
}

async function perform(actor: Actor, { verb, reason, reviewer, ...target }: Performing): Promise<void> {
  const wrong = target.units.find(({ unit }) => unit !== 'shared' && !isLocale(unit))
  if (wrong) throw refuse('unknown_language', { language: wrong.unit, known: localeCodes.join(', ') })
  if (verb === 'publish') return publishNow(actor, [target])
  if (verb === 'take-down') return takeDown(actor, [target], reason ?? '')
  await refuseUnreadable(actor, target)
  return advance(actor, { ...target, verb, reason, reviewer })
}
