import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { may, type ContentCollection, type Person } from '@/access'
import { refuse, Refusal } from '@/lib/errors'
import { screenLanguage, type ScreenLanguage } from '@/lib/sentence'
import { tellRefusal } from '@/lib/told-refusal'
import type { Actor } from './advance'
import type { DocumentRef } from './revisions'
import { say } from './say'

// What every address of a document does before its own work, and after.

export type Asked = DocumentRef & {
  req: PayloadRequest
  actor: Actor
  person: Person
  language: ScreenLanguage
}

type Door = { method: 'get' | 'post' | 'delete'; path: string; work: (asked: Asked) => Promise<unknown> }

/** An address of one document's: who asks, which document, and the answer or the refusal as JSON. */
export const doorOf =
  (collection: ContentCollection) =>
  ({ method, path, work }: Door): Omit<Endpoint, 'root'> => ({
    method,
    path: `/:id${path}`,
    handler: (req) => answer(req, collection, work),
  })

async function answer(
  req: PayloadRequest,
  collection: ContentCollection,
  work: Door['work'],
): Promise<Response> {
  const language = screenLanguage(req.i18n.language)
  try {
    if (!req.user) throw refuse('not_signed_in')
    // Whoever may not read this kind of document learns nothing of it, not even whether it exists.
    const id = String(req.routeParams?.['id'])
    if (!may(req.user, collection, 'read') || !isId(id))
      throw refuse('not_found', { what: say('This document') })
    const actor = { payload: req.payload, user: req.user }
    const told = await work({ req, actor, person: req.user, collection, id, language })
    return Response.json(told, { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return Response.json({ errors: [tellRefusal(error, language)] }, { status: error.status })
  }
}

export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

/** The body as `schema` describes it. Refusal: bad_input, naming the first place that is not so. */
export async function bodyAs<Schema extends z.ZodType>(
  { req }: Asked,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const body: unknown = await req.json?.().catch(() => undefined)
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw refuse('bad_input', {
    place: issue?.path.join('.') || 'The request',
    reason: issue?.message ?? 'is not readable.',
  })
}
