import type { ClientBase } from 'pg'
import type { WebhookType } from '@/contract'
import { nextTry } from './schedule'
import type { Outcome } from './post'

// The queue in the database. Whoever sends takes an endpoint for a while, writes down that it tries, sends, and writes
// down what became of it. When it dies in between, the time runs out and the same delivery is sent again.

/** How long a try keeps its endpoint: longer than any try takes, in ms. */
const leaseMs = 30_000

/**
 * Makes the deliveries of all releases since the last time, for the endpoints that are on and asked for this kind. A release
 * that changed nothing in public has none; an endpoint hears of nothing that was before it.
 */
export async function queueReleases(client: ClientBase, now: Date): Promise<void> {
  const { rows } = await client.query<{ last: string; newest: string }>(
    `select c.release as last, h.release as newest from webhooks.cursor c, published.head h
      where c.release <> h.release for update of c skip locked`,
  )
  const [range] = rows
  if (!range) return
  await client.query(
    `insert into webhooks.deliveries (endpoint, type, release, made_at, due_at)
     select e.id, t.type, r.number, $3, $3 ${unheard} and r.number > $1 and r.number <= $2
      order by r.number
     on conflict (endpoint, release) do nothing`,
    [range.last, range.newest, now],
  )
  await client.query('update webhooks.cursor set release = $1', [range.newest])
}

/** A release that did nothing but take down is a withdrawal. */
export const typeOfRelease = `
  select case when bool_and(u.is_withdrawn) then 'release.withdrawn' else 'release.published' end as type
    from published.units u where u.release = r.number`

/** Releases `r` and the endpoints `e` that hear of them. */
export const unheard = `
  from published.releases r
 cross join lateral (${typeOfRelease}) t
  join webhooks.endpoints e on e.is_on and t.type = any (e.events) and e.created_at <= r.at
 where exists (select from published.events v where v.release = r.number)`

export type Claimed = {
  endpoint: string
  url: string
  description: string
  delivery: string
  try: string
  tries: number
  type: WebhookType | 'webhook.test'
  release: string | null
}

/**
 * Takes what is due: of each endpoint that nobody is sending to the oldest one. Nothing while the desk is on hold. A test is
 * also sent to an endpoint that is off.
 */
export async function claimDue(client: ClientBase, now: Date): Promise<Claimed[]> {
  const { rows } = await client.query<Claimed>(
    `with free as (
       select e.id, e.url, e.description, e.is_on from webhooks.endpoints e
        where (e.busy_until is null or e.busy_until <= $1)
          and exists (select from webhooks.deliveries d
                       where d.endpoint = e.id and d.state = 'waiting' and d.due_at <= $1 and (e.is_on or d.release is null))
          and not exists (select from desk.hold)
        for update of e skip locked
     ), next as (
       select free.id as endpoint, free.url, free.description, d.id as delivery
         from free cross join lateral (
           select id from webhooks.deliveries d
            where d.endpoint = free.id and d.state = 'waiting' and d.due_at <= $1 and (free.is_on or d.release is null)
            order by d.place limit 1) d
     ), busy as (
       update webhooks.endpoints e set busy_until = $2 from next where e.id = next.endpoint
     ), counted as (
       update webhooks.deliveries d set tries = tries + 1 from next where d.id = next.delivery
       returning d.id, d.tries, d.type, d.release
     ), noted as (
       insert into webhooks.tries (delivery, began_at) select id, $1 from counted returning id, delivery
     )
     select next.endpoint, next.url, next.description, next.delivery, noted.id as try, counted.tries, counted.type, counted.release
       from next join counted on counted.id = next.delivery join noted on noted.delivery = next.delivery`,
    [now, new Date(now.getTime() + leaseMs)],
  )
  return rows
}

type Finishing = { claimed: Claimed; outcome: Outcome; now: Date; random: number }

/** Writes down what became of a try, and when there is another one. True when the endpoint was turned off by it. */
export async function finishTry(
  client: ClientBase,
  { claimed, outcome: { result, status }, now, random }: Finishing,
): Promise<boolean> {
  await client.query('update webhooks.tries set ended_at = $2, result = $3, status = $4 where id = $1', [
    claimed.try,
    now,
    result,
    status ?? null,
  ])
  const isLast = claimed.type === 'webhook.test' || result === 'gone'
  const again = isLast ? undefined : nextTry(claimed.tries, now, random)
  const state = result === 'accepted' ? 'delivered' : again ? 'waiting' : 'given-up'
  await client.query(
    'update webhooks.deliveries set state = $2, due_at = coalesce($3, due_at) where id = $1 and tries = $4',
    [claimed.delivery, state, again ?? null, claimed.tries],
  )
  await client.query('update webhooks.endpoints set busy_until = null where id = $1', [claimed.endpoint])
  if (result !== 'gone') return false
  const { rowCount } = await client.query(
    'update webhooks.endpoints set is_on = false, gone_at = $2 where id = $1 and is_on',
    [claimed.endpoint, now],
  )
  return rowCount === 1
}

/** How long what is done with stays in the list, in days. */
const keptDays = 90

/** Forgets deliveries that are done with and old, and secrets that do not hold any more. */
export async function forgetOld(client: Pick<ClientBase, 'query'>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000)
  await client.query(`delete from webhooks.deliveries where state <> 'waiting' and made_at < $1`, [before])
  await client.query('delete from webhooks.secrets where ends_at <= $1', [now])
}
