import type { ClientBase, Pool } from 'pg'
import { appendAudit, type AuditAction } from '@/audit'
import { webhookTypes, type WebhookType } from '@/contract'
import { refuse } from '@/lib/errors'
import { inTransactionOn } from '@/lib/postgres'
import { addressesOf, readAddress, type Reach, type Trouble } from './destination'
import { receiverDetails } from './receiver-details'
import { say } from './say'
import { renewSecret } from './secrets'

// What administrators do with endpoints. Each deed is in the log.

export type Desk = Reach & {
  pool: Pool
  /** PAYLOAD_SECRET. */
  key: string
  /** Id of who does it. */
  person: string
  now: Date
}
export type EndpointWish = { url: string; description: string; events: readonly string[] }

/** As many receivers as are sent to at the same time. */
const mostEndpoints = 50
const longestDescription = 300
const lookingMs = 8000

/** A new endpoint, which is on. The secret is told this once. Refusals: unfit, no_event, bad_input. */
export async function addEndpoint(desk: Desk, wish: EndpointWish): Promise<{ id: string; secret: string }> {
  const { url, description, events } = await check(desk, wish)
  return inTransactionOn(desk.pool, async (client) => {
    await client.query('lock table webhooks.endpoints in share row exclusive mode')
    const { rows: counted } = await client.query<{ number: string }>(
      'select count(*) as number from webhooks.endpoints',
    )
    if (Number(counted[0]?.number) >= mostEndpoints)
      throw refuse('unfit', {
        place: say('Webhooks'),
        reason: say('are limited to {number}. Delete one that is not needed any more.', {
          number: mostEndpoints,
        }),
      })
    const { rows } = await client.query<{ id: string }>(
      'insert into webhooks.endpoints (url, description, events) values ($1, $2, $3) returning id',
      [url, description, events],
    )
    const id = rows[0]?.id ?? ''
    const secret = await renewSecret(client, { endpoint: id, key: desk.key, now: desk.now })
    await note(client, desk, { action: 'webhook-added', url, description })
    return { id, secret }
  })
}

/** What waits is sent to the new address, soon. Refusals: unfit, no_event, bad_input, not_found. */
export async function changeEndpoint(desk: Desk, id: string, wish: EndpointWish): Promise<void> {
  const { url, description, events } = await check(desk, wish)
  await change(desk, id, async (client, { url: before }) => {
    await client.query(
      'update webhooks.endpoints set url = $2, description = $3, events = $4 where id = $1',
      [id, url, description, events],
    )
    if (url !== before) await hurry(client, id, desk.now)
    return { action: 'webhook-changed', url, description }
  })
}

/** What waited is sent soon. Refusals: not_found. */
export const turnOn = (desk: Desk, id: string): Promise<void> =>
  change(desk, id, async (client, receiver) => {
    await client.query('update webhooks.endpoints set is_on = true, gone_at = null where id = $1', [id])
    await hurry(client, id, desk.now)
    return { action: 'webhook-turned-on', ...receiver }
  })

/** Nothing is sent to it, and of what is released meanwhile nothing is kept for it. Refusals: not_found. */
export const turnOff = (desk: Desk, id: string): Promise<void> =>
  change(desk, id, async (client, receiver) => {
    await client.query('update webhooks.endpoints set is_on = false where id = $1', [id])
    return { action: 'webhook-turned-off', ...receiver }
  })

/** A new secret, told this once; the one before holds for another day. Refusals: not_found. */
export async function renewSecretOf(desk: Desk, id: string): Promise<{ secret: string }> {
  let secret = ''
  await change(desk, id, async (client, receiver) => {
    secret = await renewSecret(client, { endpoint: id, key: desk.key, now: desk.now })
    return { action: 'webhook-secret-renewed', ...receiver }
  })
  return { secret }
}

/** Sends a message without content, once, also to an endpoint that is off. Refusals: not_found. */
export const sendTest = (desk: Desk, id: string): Promise<void> =>
  change(desk, id, async (client, receiver) => {
    await client.query(
      `insert into webhooks.deliveries (endpoint, type, made_at, due_at) values ($1, 'webhook.test', $2, $2)`,
      [id, desk.now],
    )
    return { action: 'webhook-tested', ...receiver }
  })

/** With its secrets and deliveries. Refusals: not_found. */
export const deleteEndpoint = (desk: Desk, id: string): Promise<void> =>
  change(desk, id, async (client, receiver) => {
    await client.query('delete from webhooks.endpoints where id = $1', [id])
    return { action: 'webhook-deleted', ...receiver }
  })

type Receiver = { url: string; description: string }
type Deed = { action: AuditAction } & Receiver

/** Holds the endpoint, does something to it and writes that into the log, all or nothing. */
export async function change(
  desk: Desk,
  id: string,
  act: (client: ClientBase, receiver: Receiver) => Promise<Deed>,
): Promise<void> {
  await inTransactionOn(desk.pool, async (client) => {
    const { rows } = await client.query<Receiver>(
      'select url, description from webhooks.endpoints where id = $1 for update',
      [id],
    )
    const [endpoint] = rows
    if (!endpoint) throw refuse('not_found', { what: say('This webhook') })
    await note(client, desk, await act(client, endpoint))
  })
}

const note = (client: ClientBase, { person }: Desk, { action, ...receiver }: Deed): Promise<void> =>
  appendAudit(client, { action, person, details: receiverDetails(receiver) })

const hurry = (client: ClientBase, id: string, now: Date) =>
  client.query(
    `update webhooks.deliveries set due_at = $2 where endpoint = $1 and state = 'waiting' and due_at > $2`,
    [id, now],
  )

async function check(desk: Desk, { url: typed, description, events }: EndpointWish) {
  const url = readAddress(typed.trim())
  const trouble = url instanceof URL ? await troubleAt(desk, url) : url
  if (trouble !== undefined || !(url instanceof URL))
    throw refuse('unfit', { place: say('The address'), reason: reasons[trouble ?? 'not-an-address'] })
  const purpose = description.trim()
  if (purpose.length > longestDescription)
    throw refuse('unfit', {
      place: say('The description'),
      reason: say('is longer than {number} characters.', { number: longestDescription }),
    })
  return { url: url.href, description: purpose, events: knownOf(events) }
}

function knownOf(events: readonly string[]): WebhookType[] {
  if (events.length === 0) throw refuse('no_event')
  const known = webhookTypes.filter((type) => events.includes(type))
  if (known.length !== new Set(events).size)
    throw refuse('bad_input', { place: 'events', reason: `one or more of ${webhookTypes.join(', ')}.` })
  return known
}

async function troubleAt(desk: Desk, url: URL): Promise<Trouble | undefined> {
  const addresses = await addressesOf(url, desk, AbortSignal.timeout(lookingMs))
  return Array.isArray(addresses) ? undefined : addresses
}

const reasons = {
  'not-an-address': say('must be a web address such as https://www.example.org/news, in the letters a to z.'),
  'not-https': say('must begin with https:// and name no port.'),
  'with-password': say('must not hold a name or a password before the host.'),
  'not-found': say('leads to no server that can be found.'),
  private: say('leads to a private network. Webhooks go to public addresses only.'),
} as const satisfies Record<Trouble, unknown>
