import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import type { PoolClient } from 'pg'
import { appendAudit } from '@/audit'
import { refuse, type Refusal } from '@/lib/errors'
import type { Sentence } from '@/lib/sentence'
import { inTransactionOn, poolOf } from '@/lib/postgres'
import { codeAnywhereLimit, codeLimit, networkLimit, passwordLimit, type Limit } from './limits'
import { say } from './say'
import { admitAll, type Bucket } from './throttle'

// Tries are paid for before anything is checked and given back when they were right, so that a thousand at once
// count as a thousand. They stand in Postgres: every process and every restart knows them.

type Purse = { key: string; limit: Limit }
/** `person`: whose second step is tried; who tries a password is nobody yet. */
export type Try = { purses: readonly Purse[]; network: string; person?: string }

// What people type stays out of the table: it may be a password in the wrong field.
const short = (account: string): string => createHash('sha256').update(account).digest('hex')

const networkPurse = (network: string): Purse => ({ key: `network ${network}`, limit: networkLimit })

/** A password for `account` (an address as typed, in lower case) from `network`. */
export const passwordTry = (network: string, account: string): Try => ({
  network,
  purses: [networkPurse(network), { key: `password ${network} ${short(account)}`, limit: passwordLimit }],
})

/** A code of the app, or another proof of who one is, for the account of `person`. */
export const codeTry = (network: string, person: string): Try => ({
  network,
  person,
  purses: [
    networkPurse(network),
    { key: `code ${network} ${person}`, limit: codeLimit },
    { key: `code anywhere ${person}`, limit: codeAnywhereLimit },
  ],
})

/** A recovery code: too long to be guessed, so that nobody elsewhere can use up the tries of its owner. */
export const recoveryTry = (network: string, person: string): Try => ({
  network,
  person,
  purses: [networkPurse(network), { key: `recovery ${network} ${person}`, limit: codeLimit }],
})

/** Pays for a try. Refuses (429, `too_many_tries`) when there were too many, in the same words for every account. */
export async function payForTry(payload: Payload, tried: Try): Promise<void> {
  const refusal = await inTransactionOn(poolOf(payload), async (client) => {
    const now = await clockOf(client)
    const outcome = admitAll(await lockBuckets(client, tried.purses, now), now)
    if ('retryAt' in outcome) {
      await tell(client, tried)
      return tooMany(outcome.retryAt - now)
    }
    for (const [key, until] of outcome.spent) await spend(client, key, until)
    return undefined
  })
  if (refusal) throw refusal
}

/** Gives a right try back: its own purses are whole again, the network's is as it was before. */
export async function giveBack(payload: Payload, { purses }: Try): Promise<void> {
  const [network, ...own] = purses
  const pool = poolOf(payload)
  await pool.query('delete from sign_in.tries where key = any($1)', [own.map(({ key }) => key)])
  await pool.query(
    "update sign_in.tries set spent_until = spent_until - $2 * interval '1 millisecond' where key = $1",
    [network?.key, network?.limit.every],
  )
  await forgetOld(payload)
}

async function clockOf(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
  return rows[0]?.now.getTime() ?? Date.now()
}

// Always the network's first: two tries that meet wait for each other instead of blocking each other.
async function lockBuckets(client: PoolClient, purses: readonly Purse[], now: number): Promise<Bucket[]> {
  const buckets: Bucket[] = []
  for (const { key, limit } of purses) {
    const { rows } = await client.query<{ until: Date }>(
      `insert into sign_in.tries (key, spent_until) values ($1, $2)
       on conflict (key) do update set key = excluded.key returning spent_until as until`,
      [key, new Date(now)],
    )
    buckets.push({ key, limit, spentUntil: rows[0]?.until.getTime() ?? now })
  }
  return buckets
}

async function spend(client: PoolClient, key: string, until: number): Promise<void> {
  await client.query('update sign_in.tries set spent_until = $2 where key = $1', [key, new Date(until)])
}

// Once a minute: the log must not grow as fast as somebody can knock. Passwords are told of at the edge.
async function tell(client: PoolClient, { purses, network, person }: Try): Promise<void> {
  if (person === undefined) return
  const { rowCount } = await client.query(
    `update sign_in.tries set told_at = now()
     where key = $1 and (told_at is null or told_at < now() - interval '1 minute')`,
    [purses.at(1)?.key],
  )
  if (rowCount === 1)
    await appendAudit(client, { action: 'second-step-throttled', person, details: { network } })
}

function tooMany(wait: number): Refusal {
  const seconds = Math.max(1, Math.ceil(wait / 1000))
  return refuse('too_many_tries', { when: inWords(seconds), retryAfter: seconds })
}

function inWords(seconds: number): Sentence {
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 2) return say('in a minute')
  return minutes < 120
    ? say('in {number} minutes', { number: minutes })
    : say('in {number} hours', { number: Math.ceil(minutes / 60) })
}

async function forgetOld(payload: Payload): Promise<void> {
  await poolOf(payload).query(
    `delete from sign_in.tries where key in (
       select key from sign_in.tries where spent_until < now() - interval '1 hour'
       limit 100 for update skip locked)`,
  )
}
