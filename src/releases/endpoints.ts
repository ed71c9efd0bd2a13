import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { may, type ContentCollection } from '@/access'
import { refuse, Refusal, sayRefusal } from '@/lib/errors'
import { isLocale, localeCodes } from '@/lib/locales'
import { screenLanguage } from '@/lib/sentence'
import {
  advance,
  holdsVerb,
  refuseUnreadable,
  statusOf,
  verbs,
  type Actor,
  type Chosen,
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
type Body = z.infer<typeof bodySchema>
const idSchema = z.uuid()
const here = verbs.filter((verb) => verb !== 'restore')

/** The endpoints of one content collection. Answers are DocumentStatus; refusals are {errors:[{message}]} with their status. */
export const unitEndpoints = (collection: ContentCollection): Omit<Endpoint, 'root'>[] => [
  { path: '/:id/status', method: 'get', handler: (req) => answer(req, collection) },
  ...here.map((verb) => ({
    path: `/:id/${verb}`,
    method: 'post' as const,
    handler: (req: PayloadRequest) => answer(req, collection, verb),
  })),
]

type Doing = Exclude<Verb, 'restore'>

async function answer(req: PayloadRequest, collection: ContentCollection, verb?: Doing): Promise<Response> {
  const language = screenLanguage(req.i18n.language)
  try {
    const actor = { payload: req.payload, user: req.user }
    if (!req.user) throw refuse('not_signed_in')
    // Whoever may not read this kind of document learns nothing of it, not even whether it exists.
    if (!may(req.user, collection, 'read')) throw refuse('not_found', { what: say('This document') })
    const id = idSchema.safeParse(req.routeParams?.['id'])
    if (!id.success) throw refuse('not_found', { what: say('This document') })
    const ref = { collection, id: id.data }
    if (verb) await perform(actor, { ...ref, ...(await orderOf(req, collection, verb)), verb })
    return Response.json(await statusOf(actor, { ...ref, language }), {
      headers: { 'Cache-Control': 'no-store' },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return Response.json({ errors: [sayRefusal(error, language)] }, { status: error.status })
  }
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
  if (verb === 'take-down') return takeDown(actor, [target])
  await refuseUnreadable(actor, target)
  return advance(actor, { ...target, verb, reason, reviewer })
}

// Whoever may not do this at all hears that, whatever the body.
async function orderOf(req: PayloadRequest, collection: string, verb: Verb): Promise<Body> {
  if (!holdsVerb({ person: req.user, collection, verb }))
    throw refuse('not_allowed', { action: say('do this') })
  const body: unknown = await req.json?.().catch(() => undefined)
  const parsed = bodySchema.safeParse(body)
  if (parsed.success) return parsed.data
  throw refuse('bad_input', {
    place: parsed.error.issues[0]?.path.join('.') || 'units',
    reason: 'must be a list of {unit, revision}, where unit is a language or "shared".',
  })
}
