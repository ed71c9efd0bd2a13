import type { ClientBase } from 'pg'
import { appendAudit } from '@/audit'
import { queueReleases, unheard } from './queue'

// Messages that wait while nothing may leave the desk. In a restored copy some of them were sent by the original.

type Client = Pick<ClientBase, 'query'>

type Waiting = { messages: number; receivers: number }

/** What is sent as soon as nothing stops it, also of releases of which no messages were made yet. */
export async function countWaiting(client: Client): Promise<Waiting> {
  const { rows } = await client.query<Waiting>(
    `select count(*)::int as messages, count(distinct endpoint)::int as receivers
       from (select d.endpoint
               from webhooks.deliveries d join webhooks.endpoints e on e.id = d.endpoint
              where d.state = 'waiting' and (e.is_on or d.release is null)
              union all
             select e.id ${unheard}
                and r.number > (select c.release from webhooks.cursor c)
                and not exists (select from webhooks.deliveries d where d.endpoint = e.id and d.release = r.number)) w`,
  )
  return rows[0] ?? { messages: 0, receivers: 0 }
}

/**
 * Nothing of what waits is sent by itself any more; each message can be sent again by hand. Inside the caller's transaction;
 * in the log, `person` null on the machine itself. Returns how many messages it were.
 */
export async function dropWaiting(
  client: ClientBase,
  { person, now }: { person: string | null; now: Date },
): Promise<number> {
  // Nobody makes messages of releases beside this.
  await client.query('select from webhooks.cursor for update')
  await queueReleases(client, now)
  const { rowCount } = await client.query(
    "update webhooks.deliveries set state = 'dropped' where state = 'waiting'",
  )
  const number = rowCount ?? 0
  if (number > 0) await appendAudit(client, { action: 'webhooks-dropped', person, details: { number } })
  return number
}
