import type { Endpoint } from 'payload'
import { mayUse } from '@/access'
import { refuse } from '@/lib/errors'
import { inTransaction } from '@/lib/postgres'
import { phrasebook } from '@/lib/sentence'
import { endHold } from '@/operations'

const say = phrasebook({ 'end the hold': ['häva spärren', 'die Sperre aufzuheben'] })

/** POST /hold/end → `{ ended }`: false where the desk was not on hold. */
export const holdEndpoints: Endpoint[] = [
  {
    path: '/hold/end',
    method: 'post',
    handler: async ({ user }) => {
      if (!user) throw refuse('not_signed_in')
      if (!mayUse(user, 'end-hold')) throw refuse('not_allowed', { action: say('end the hold') })
      return Response.json({ ended: await inTransaction((client) => endHold(client, user.id)) })
    },
  },
]
