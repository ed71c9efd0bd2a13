import type { ClientBase } from 'pg'
import type { Person } from '@/access'
import { screenLanguage } from '@/lib/sentence'
import { writeDigest, type Message } from './digest-message'
import { countWork } from './work'

// Once a day everybody for whom something waits gets one e-mail.

export type Digests = {
  now: Date
  /** From this hour (0–23) on, in this IANA zone. */
  hour: number
  zone: string
  deskUrl: string
  send: (message: Message) => Promise<void>
}

type Colleague = Person & { name: string; email: string; language: string | null }

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
    if (!(await claim(client, { person: colleague.id, day, now: digests.now }))) continue
    const message = writeDigest(
      { ...colleague, language: screenLanguage(colleague.language ?? undefined) },
      await countWork(client, colleague),
      `${digests.deskUrl}/admin`,
    )
    const isDone = message === undefined || (await isSent(digests.send, message))
    if (isDone) await finish(client, colleague.id, day)
    if (message) outcome[isDone ? 'sent' : 'failed'] += 1
  }
  return outcome
}

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

const isSent = (send: Digests['send'], message: Message): Promise<boolean> =>
  send(message).then(
    () => true,
    () => false,
  )

async function readColleagues(client: ClientBase): Promise<Colleague[]> {
  const { rows } = await client.query<Colleague>(
    `select u.id::text, u.name, u.email, l.language,
            array(select value::text from public.users_roles r where r.parent_id = u.id) as roles,
            array(select value::text from public.users_review_collections c where c.parent_id = u.id) as "reviewCollections",
            array(select text from public.users_texts t where t.parent_id = u.id and t.path = 'locales') as locales,
            array(select text from public.users_texts t where t.parent_id = u.id and t.path = 'reviewLocales') as "reviewLocales"
       from public.users u left join editorial.screen_languages l on l.person = u.id
      where not coalesce(u.disabled, false) order by u.id`,
  )
  return rows
}

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
