import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { refuse, Refusal } from '@/lib/errors'
import { publicationOf } from './publication'
import { publishNow, takeDown } from './publish-now'

// The verbs of a document, for its screen: GET …/publication, POST …/publish, POST …/take-down.

const bodySchema = z.strictObject({ units: z.array(z.string().max(20)).min(1).max(50) })
const idSchema = z.uuid()

/** The endpoints of one content collection. Answers are Publication; refusals are {errors:[{message}]} with their status. */
export const publicationEndpoints = (collection: string): Omit<Endpoint, 'root'>[] => [
  { path: '/:id/publication', method: 'get', handler: (req) => answer(req, collection) },
  { path: '/:id/publish', method: 'post', handler: (req) => answer(req, collection, publishNow) },
  { path: '/:id/take-down', method: 'post', handler: (req) => answer(req, collection, takeDown) },
]

async function answer(req: PayloadRequest, collection: string, verb?: typeof publishNow): Promise<Response> {
  try {
    const { payload, user } = req
    if (!user) throw refuse('not_signed_in')
    const id = idSchema.safeParse(req.routeParams?.['id'])
    if (!id.success) throw refuse('not_found', { what: 'This document' })
    if (verb) await verb({ payload, user }, [{ collection, id: id.data, units: await unitsOf(req) }])
    return Response.json(await publicationOf({ payload, user, collection, id: id.data }), {
      headers: { 'Cache-Control': 'no-store' },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return Response.json({ errors: [{ message: error.message, data: error.data }] }, { status: error.status })
  }
}

async function unitsOf(req: PayloadRequest): Promise<string[]> {
  const body: unknown = await req.json?.().catch(() => undefined)
  const parsed = bodySchema.safeParse(body)
  if (!parsed.success)
    throw refuse('bad_input', { place: 'units', reason: 'must be a list of languages, or "shared".' })
  return parsed.data.units
}
