import type { ClientBase } from 'pg'
import { rolesOf } from '@/access'
import { screenLanguage } from '@/lib/sentence'
import { readColleagues, type Colleague } from '@/units'
import { writeDigest, type Message } from './digest-message'
import { countWork } from './work'

// Once a day everybody for whom something waits gets one e-mail.

export type Digests = {
  now: Date
  /** From this hour (0–23) on, in this IANA zone. */
  hour: number
  zone: string
  deskUrl: string
  send: (message: Message & { messageId: string }) => Promise<void>
}

/**
 * Sends the digests of the day that are not sent yet; returns how many. A row per person and day is claimed before
 * anything is sent, so two workers send one e-mail; what could not be sent is tried again, five times, ten minutes
 * apart. `failed` names how many could not be sent.
 */
export async function sendDigests(
  client: ClientBase,
  digests: Digests,
): Promise<{ sent: number; failed: number }> {
  const { day, hour } = localTime(digests.now, digests.zone)
  const outcome = { sent: 0, failed: 0 }
  if (hour < digests.hour) return outcome
  for (const colleague of await readColleagues(client)) {
    // A server that takes nothing would keep everything else waiting; the rest is tried with the next run.
    if (outcome.failed >= mostFailures) break
    const told = rolesOf(colleague).length > 0 ? await tell(client, digests, { colleague, day }) : undefined
    if (told) outcome[told] += 1
  }
  return outcome
}

type Telling = { colleague: Colleague; day: string }

/** One person's e-mail of a day. Undefined: somebody else sends it, or nothing waits. */
async function tell(
  client: ClientBase,
  { now, deskUrl, send }: Digests,
  { colleague, day }: Telling,
): Promise<'sent' | 'failed' | undefined> {
  if (!(await claim(client, { person: colleague.id, day, now }))) return undefined
  const reader = { ...colleague, language: screenLanguage(colleague.language ?? undefined) }
  const message = writeDigest(reader, await countWork(client, colleague), `${deskUrl}/admin`)
  const messageId = `<digest.${day}.${colleague.id}@${new URL(deskUrl).hostname}>`
  const isDone = message === undefined || (await isSent(send, { ...message, messageId }))
  if (isDone) await finish(client, colleague.id, day)
  if (message === undefined) return undefined
  return isDone ? 'sent' : 'failed'
}

const mostFailures = 3

/** The calendar day and the hour in a zone. */
function localTime(now: Date, zone: string): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) }
}

// The same name at each try: a server that took the message before can tell.
const isSent = (send: Digests['send'], message: Parameters<Digests['send']>[0]): Promise<boolean> =>
  send(message).then(
    () => true,
    () => false,
  )

type Claim = { person: string; day: string; now: Date }

async function claim(client: ClientBase, { person, day, now }: Claim): Promise<boolean> {
  const { rows } = await client.query(
    `insert into editorial.digests as d (person, day, claimed_at) values ($1, $2, $3)
     on conflict (person, day) do update set claimed_at = $3, attempts = d.attempts + 1
       where d.done_at is null and d.attempts < 5 and d.claimed_at <= $3::timestamptz - interval '10 minutes'
     returning person`,
    [person, day, now],
  )
  return rows.length > 0
}

async function finish(client: ClientBase, person: string, day: string): Promise<void> {
  await client.query(
    'update editorial.digests set done_at = clock_timestamp() where person = $1 and day = $2',
    [person, day],
  )
}
