import { refuse } from '@/lib/errors'
import { change, type Desk } from './endpoints'
import { typeOfRelease } from './queue'
import { say } from './say'

// Sending once more. The message keeps its id, so a receiver that has it knows; it gets a new round of tries.

const mostReplayed = 1000

/** One delivery. Refusals: unfit (it is off), not_found. */
export const replayOne = (desk: Desk, id: string, delivery: string): Promise<void> =>
  change(desk, id, async (client, receiver) => {
    await refuseOff(client, id)
    const { rowCount } = await client.query(
      `update webhooks.deliveries set state = 'waiting', tries = 0, due_at = $3
        where endpoint = $1 and id = $2 and release is not null`,
      [id, delivery, desk.now],
    )
    if (rowCount !== 1) throw refuse('not_found', { what: say('This delivery') })
    return { action: 'webhook-replayed', ...receiver }
  })

/**
 * All releases since an instant of the kinds that the endpoint asks for, also those that it never got. Returns how many.
 * Refusals: unfit (it is off, too many, or a time to come), not_found.
 */
export async function replaySince(desk: Desk, id: string, since: Date): Promise<number> {
  if (since > desk.now)
    throw refuse('unfit', {
      place: say('The time'),
      reason: say('is still to come. Choose one that has passed.'),
    })
  let count = 0
  await change(desk, id, async (client, receiver) => {
    await refuseOff(client, id)
    const { rowCount } = await client.query(
      `insert into webhooks.deliveries (endpoint, type, release, made_at, due_at)
       select e.id, t.type, r.number, $3, $3
         from published.releases r
        cross join lateral (${typeOfRelease}) t
         join webhooks.endpoints e on e.id = $1 and t.type = any (e.events)
        where r.at >= $2 and exists (select from published.events v where v.release = r.number)
        order by r.number limit ${mostReplayed + 1}
       on conflict (endpoint, release) do update set state = 'waiting', tries = 0, due_at = $3`,
      [id, since, desk.now],
    )
    count = rowCount ?? 0
    if (count > mostReplayed)
      throw refuse('unfit', {
        place: say('The time'),
        reason: say('lies too far back: more than {number} releases came since.', { number: mostReplayed }),
      })
    return { action: 'webhook-replayed', ...receiver }
  })
  return count
}

async function refuseOff(client: Parameters<Parameters<typeof change>[2]>[0], id: string): Promise<void> {
  const { rows } = await client.query<{ is_on: boolean }>(
    'select is_on from webhooks.endpoints where id = $1',
    [id],
  )
  if (!rows[0]?.is_on)
    throw refuse('unfit', { place: say('This webhook'), reason: say('is off. Turn it on first.') })
}
