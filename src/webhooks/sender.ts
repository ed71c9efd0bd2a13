import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { appendAudit } from '@/audit'
import { inTransactionOn } from '@/lib/postgres'
import { releaseBody, testBody } from './event-body'
import { post, type Outcome, type Posting } from './post'
import { claimDue, finishTry, queueReleases, type Claimed } from './queue'
import { readSecrets } from './secrets'
import { signed } from './signature'
import { receiverDetails } from './receiver-details'

export type Sending = Posting & {
  pool: Pool
  /** PAYLOAD_SECRET, with which the secrets are sealed. */
  key: string
  /** Where delivery is read, for the addresses in messages. */
  apiUrl: string
  clock: () => Date
  /** 0–1, for how long a pause is. */
  random: () => number
}

const everyMs = 500

/**
 * Queues what was released since, and begins to send what is due; each promise ends when its receiver is done with.
 * Receivers do not wait for each other, and each gets one message at a time.
 */
export async function beginSending(sending: Sending): Promise<Promise<void>[]> {
  const { pool, clock } = sending
  const claimed = await inTransactionOn(pool, async (client) => {
    await queueReleases(client, clock())
    return claimDue(client, clock())
  })
  return claimed.map((one) => deliver(sending, one))
}

async function deliver(sending: Sending, claimed: Claimed): Promise<void> {
  const outcome = await attempt(sending, claimed)
  const { pool, clock, random } = sending
  await inTransactionOn(pool, async (client) => {
    const isTurnedOff = await finishTry(client, { claimed, outcome, now: clock(), random: random() })
    if (!isTurnedOff) return
    await appendAudit(client, { action: 'webhook-gone', person: null, details: receiverDetails(claimed) })
  })
}

async function attempt(
  sending: Sending,
  { delivery, endpoint, url, type, release }: Claimed,
): Promise<Outcome> {
  const { pool, key, apiUrl, clock } = sending
  const now = clock()
  const secrets = await readSecrets(pool, { endpoint, key, now })
  if (!secrets) return { result: 'unreadable-secret' }
  const isTest = type === 'webhook.test' || release === null
  const body = isTest ? testBody(now) : await releaseBody(pool, { type, release: Number(release), apiUrl })
  const headers = signed({ id: `msg_${delivery}`, at: now, body }, secrets)
  return post(new URL(url), { headers, body }, sending)
}

/**
 * Sends until `signal` ends it, then lets what is on its way arrive, for a while. Rejects when the database is lost: what
 * was begun is sent again by whoever comes next.
 */
export async function keepSending(sending: Sending, signal: AbortSignal): Promise<void> {
  const onTheWay = new Set<Promise<void>>()
  let failed: Error | undefined
  let wake = new AbortController()
  const track = (delivery: Promise<void>) => {
    const tracked = delivery
      .catch((error: Error) => void (failed ??= error))
      .finally(() => {
        onTheWay.delete(tracked)
        wake.abort()
      })
    onTheWay.add(tracked)
  }
  signal.addEventListener('abort', () => wake.abort(), { once: true })
  while (!signal.aborted) {
    wake = new AbortController()
    for (const delivery of await beginSending(sending)) track(delivery)
    await pause(everyMs, undefined, { signal: wake.signal }).catch(() => undefined)
    if (failed) throw failed
  }
  await Promise.race([Promise.all(onTheWay), pause(lastPatienceMs)])
}

const lastPatienceMs = 5000
