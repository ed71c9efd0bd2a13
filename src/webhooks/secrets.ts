import type { ClientBase } from 'pg'
import { seal, unseal, type Lock } from '@/lib/seal'
import { newSecret } from './signature'

// The secrets of an endpoint, sealed for it. At most two hold: the newest, and for a day the one before it, so that the
// receiver can change over in peace.

/** How long the secret before holds, in ms. */
const overlapMs = 24 * 60 * 60 * 1000

const lock = (secret: string): Lock => ({ secret, purpose: 'webhooks' })

export type Renewing = { endpoint: string; key: string; now: Date }

/** Makes the newest secret of an endpoint and returns it, this once. */
export async function renewSecret(client: ClientBase, { endpoint, key, now }: Renewing): Promise<string> {
  await client.query('delete from webhooks.secrets where endpoint = $1 and ends_at is not null', [endpoint])
  await client.query('update webhooks.secrets set ends_at = $2 where endpoint = $1', [
    endpoint,
    new Date(now.getTime() + overlapMs),
  ])
  const secret = newSecret()
  await client.query('insert into webhooks.secrets (endpoint, sealed, made_at) values ($1, $2, $3)', [
    endpoint,
    seal(lock(key), endpoint, secret),
    now,
  ])
  return secret
}

/** The secrets that hold, the newest first; undefined where the newest cannot be opened with this key. */
export async function readSecrets(
  client: Pick<ClientBase, 'query'>,
  { endpoint, key, now }: Renewing,
): Promise<string[] | undefined> {
  const { rows } = await client.query<{ sealed: Buffer }>(
    `select sealed from webhooks.secrets where endpoint = $1 and (ends_at is null or ends_at > $2)
      order by ends_at desc nulls first`,
    [endpoint, now],
  )
  const opened = rows.map(({ sealed }) => unseal(lock(key), endpoint, sealed))
  return opened[0] === undefined ? undefined : opened.filter((secret) => secret !== undefined)
}
