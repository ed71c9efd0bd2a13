import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { mayUse } from '@/access'
import { refuse } from '@/lib/errors'
import { inTransaction } from '@/lib/postgres'
import { phrasebook } from '@/lib/sentence'
import { endHold } from '@/operations'
import { countWaiting, dropWaiting } from '@/webhooks'

const say = phrasebook({
  'end the hold': ['häva spärren', 'die Sperre aufzuheben'],
  'The end of the hold': ['Att häva spärren', 'Das Aufheben der Sperre'],
  'needs a choice: messages to webhooks wait by now.': [
    'kräver ett val: nu väntar meddelanden till webhookar.',
    'verlangt eine Wahl: Inzwischen warten Nachrichten an Webhooks.',
  ],
})

const schema = z.object({ waiting: z.enum(['send', 'drop']).optional().catch(undefined) })

/**
 * POST /hold/end `{ waiting }` → `{ ended }`: false where the desk was not on hold. `waiting` says what becomes of messages to
 * webhooks that wait, `send` or `drop`; where some do, it must be said.
 */
export const holdEndpoints: Endpoint[] = [
  {
    path: '/hold/end',
    method: 'post',
    handler: async (req) => {
      const { user } = req
      if (!user) throw refuse('not_signed_in')
      if (!mayUse(user, 'end-hold')) throw refuse('not_allowed', { action: say('end the hold') })
      const { waiting } = schema.parse(await readBody(req))
      const ended = await inTransaction(async (client) => {
        if (!(await endHold(client, user.id))) return false
        if (waiting === 'drop') await dropWaiting(client, { person: user.id, now: new Date() })
        else if (waiting === undefined && (await countWaiting(client)).messages > 0)
          throw refuse('unfit', {
            place: say('The end of the hold'),
            reason: say('needs a choice: messages to webhooks wait by now.'),
          })
        return true
      })
      return Response.json({ ended })
    },
  },
]

async function readBody(req: PayloadRequest): Promise<unknown> {
  try {
    return JSON.parse((await req.text?.()) ?? '{}') ?? {}
  } catch {
    return {}
  }
}
