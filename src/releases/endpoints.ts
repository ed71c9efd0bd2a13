import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { refuse, Refusal, sayRefusal } from '@/lib/errors'
import { screenLanguage } from '@/lib/sentence'
import { publicationOf } from './publication'
import { publishNow, refuseWithoutRight, takeDown } from './publish-now'
import { say } from './say'

// The verbs of a document, for its screen: GET …/publication, POST …/publish, POST …/take-down.

const bodySchema = z.strictObject({ units: z.array(z.string().max(20)).min(1).max(50) })
const idSchema = z.uuid()
const verbs = { publish: publishNow, 'take-down': takeDown }

/** The endpoints of one content collection. Answers are Publication; refusals are {errors:[{message}]} with their status. */
export const publicationEndpoints = (collection: string): Omit<Endpoint, 'root'>[] => [
  { path: '/:id/publication', method: 'get', handler: (req) => answer(req, collection) },
  { path: '/:id/publish', method: 'post', handler: (req) => answer(req, collection, 'publish') },
  { path: '/:id/take-down', method: 'post', handler: (req) => answer(req, collection, 'take-down') },
]

async function answer(req: PayloadRequest, collection: string, verb?: keyof typeof verbs): Promise<Response> {
  try {
    const { payload, user } = req
    const language = screenLanguage(req.i18n.language)
    if (!user) throw refuse('not_signed_in')
    const id = idSchema.safeParse(req.routeParams?.['id'])
    if (!id.success) throw refuse('not_found', { what: say('This document') })
    if (verb) refuseWithoutRight(user, verb)
    if (verb) await verbs[verb]({ payload, user }, [{ collection, id: id.data, units: await unitsOf(req) }])
    return Response.json(await publicationOf({ payload, user, collection, id: id.data, language }), {
      headers: { 'Cache-Control': 'no-store' },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const said = sayRefusal(error, screenLanguage(req.i18n.language))
    return Response.json({ errors: [said] }, { status: error.status })
  }
}

async function unitsOf(req: PayloadRequest): Promise<string[]> {
  const body: unknown = await req.json?.().catch(() => undefined)
  const parsed = bodySchema.safeParse(body)
  if (!parsed.success)
    throw refuse('bad_input', { place: 'units', reason: 'must be a list of languages, or "shared".' })
  return parsed.data.units
}
