import type { ClientBase } from 'pg'
import type { Result } from './post'

// What administrators see of endpoints and deliveries. Never a secret, never what a receiver answered.

type Client = Pick<ClientBase, 'query'>

export type LastTry = { at: Date; result: Result | null; status: number | null }
export type EndpointState = {
  id: string
  url: string
  description: string
  events: string[]
  isOn: boolean
  goneAt: Date | null
  /** Until when the secret before the newest one holds. */
  oldSecretUntil: Date | null
  /** How many deliveries are not done with. */
  waiting: number
  last: LastTry | null
}

type Row = Omit<EndpointState, 'last' | 'waiting'> & {
  waiting: string
  at: Date | null
  result: Result | null
  status: number | null
}

/** All endpoints, the oldest first; or the one with this id. */
export async function readEndpoints(client: Client, now: Date, id?: string): Promise<EndpointState[]> {
  const { rows } = await client.query<Row>(
    `select e.id, e.url, e.description, e.events, e.is_on as "isOn", e.gone_at as "goneAt",
            (select s.ends_at from webhooks.secrets s where s.endpoint = e.id and s.ends_at > $1) as "oldSecretUntil",
            (select count(*) from webhooks.deliveries d where d.endpoint = e.id and d.state = 'waiting') as waiting,
            t.at, t.result, t.status
       from webhooks.endpoints e
       left join lateral (
         select coalesce(t.ended_at, t.began_at) as at, t.result, t.status
           from webhooks.deliveries d join webhooks.tries t on t.delivery = d.id
          where d.endpoint = e.id and t.ended_at is not null order by t.id desc limit 1) t on true
      where $2::uuid is null or e.id = $2
      order by e.created_at, e.id`,
    [now, id ?? null],
  )
  return rows.map(({ at, result, status, waiting, ...rest }) => ({
    ...rest,
    waiting: Number(waiting),
    last: at === null ? null : { at, result, status },
  }))
}

export type Delivery = {
  id: string
  place: string
  type: 'release.published' | 'release.withdrawn' | 'webhook.test'
  release: number | null
  madeAt: Date
  /** `dropped`: it waited when a hold ended, and was not to be sent. */
  state: 'waiting' | 'delivered' | 'given-up' | 'dropped'
  dueAt: Date
  tries: number
  last: LastTry | null
}

type DeliveryRow = Omit<Delivery, 'last' | 'release' | 'tries'> & {
  release: string | null
  tries: string
  at: Date | null
  result: Result | null
  status: number | null
}

/** At most `limit` deliveries of an endpoint, the newest first, before the place `before`. */
export async function readDeliveries(
  client: Client,
  endpoint: string,
  { limit, before }: { limit: number; before?: string },
): Promise<Delivery[]> {
  const { rows } = await client.query<DeliveryRow>(
    `select d.id, d.place, d.type, d.release, d.made_at as "madeAt", d.state, d.due_at as "dueAt",
            (select count(*) from webhooks.tries t where t.delivery = d.id) as tries,
            t.at, t.result, t.status
       from webhooks.deliveries d
       left join lateral (
         select coalesce(t.ended_at, t.began_at) as at, t.result, t.status
           from webhooks.tries t where t.delivery = d.id order by t.id desc limit 1) t on true
      where d.endpoint = $1 and ($2::bigint is null or d.place < $2)
      order by d.place desc limit $3`,
    [endpoint, before ?? null, limit],
  )
  return rows.map(({ at, result, status, release, tries, ...rest }) => ({
    ...rest,
    release: release === null ? null : Number(release),
    tries: Number(tries),
    last: at === null ? null : { at, result, status },
  }))
}
