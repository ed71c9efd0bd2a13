import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { mayUse } from '@/access'
import { deskEnv, webhookEnv } from '@/lib/env'
import { refuse } from '@/lib/errors'
import { readHold } from '@/lib/hold'
import { poolOf } from '@/lib/postgres'
import {
  addEndpoint,
  changeEndpoint,
  deleteEndpoint,
  renewSecretOf,
  replayOne,
  replaySince,
  resolveByDns,
  say,
  sendTest,
  turnOff,
  turnOn,
  type Desk,
} from '@/webhooks'

// What the screens “Webhooks” ask for. All are POST, for administrators. A schema says what a program must send; what a
// person typed is refused by the room, in words.

const wishSchema = z.strictObject({
  url: z.string(),
  description: z.string().default(''),
  events: z.array(z.string()),
})
const nothing = z.strictObject({})
const replaySchema = z.union([
  z.strictObject({ delivery: z.uuid() }),
  z.strictObject({ since: z.iso.datetime({ offset: true }) }),
])

/** What is answered as JSON; nothing is `{}`. */
type Act<Body> = (desk: Desk, id: string, body: Body) => Promise<object | void>

const post = <Body>(path: string, schema: z.ZodType<Body>, act: Act<Body>): Endpoint => ({
  path: `/webhooks${path}`,
  method: 'post',
  handler: async (req) => {
    const desk = deskOf(req)
    const id = (req.routeParams as { id?: string } | undefined)?.id ?? ''
    return Response.json((await act(desk, id, await readBody(req, schema))) ?? {})
  },
})

/** POST /webhooks and /webhooks/:id/renew → { secret }, told this once; /webhooks/:id/replay → { count }; /webhooks/:id/test → { isOnHold }; else {}. */
export const webhookEndpoints: Endpoint[] = [
  post('', wishSchema, (desk, _id, wish) => addEndpoint(desk, wish)),
  post('/:id', wishSchema, changeEndpoint),
  post('/:id/on', nothing, turnOn),
  post('/:id/off', nothing, turnOff),
  post('/:id/renew', nothing, renewSecretOf),
  post('/:id/test', nothing, test),
  post('/:id/replay', replaySchema, replay),
  post('/:id/delete', nothing, deleteEndpoint),
]

/** `isOnHold`: it waits for the end of the hold. */
async function test(desk: Desk, id: string): Promise<{ isOnHold: boolean }> {
  await sendTest(desk, id)
  return { isOnHold: (await readHold(desk.pool)) !== undefined }
}

async function replay(
  desk: Desk,
  id: string,
  asked: z.infer<typeof replaySchema>,
): Promise<{ count: number }> {
  if ('since' in asked) return { count: await replaySince(desk, id, new Date(asked.since)) }
  await replayOne(desk, id, asked.delivery)
  return { count: 1 }
}

function deskOf({ user, payload }: PayloadRequest): Desk {
  if (!user) throw refuse('not_signed_in')
  if (!mayUse(user, 'manage-webhooks')) throw refuse('not_allowed', { action: say('look after webhooks') })
  return {
    pool: poolOf(payload),
    key: deskEnv().PAYLOAD_SECRET,
    person: user.id,
    now: new Date(),
    allowed: webhookEnv().WEBHOOK_ALLOW_NETWORKS,
    resolve: resolveByDns,
  }
}

async function readBody<Body>(req: PayloadRequest, schema: z.ZodType<Body>): Promise<Body> {
  const parsed = schema.safeParse(parseJson((await req.text?.()) ?? ''))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw refuse('bad_input', {
    place: issue?.path.join('.') || 'The request',
    reason: issue?.message ?? 'cannot be read.',
  })
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw refuse('bad_input', { place: 'The request', reason: 'is not JSON.' })
  }
}
