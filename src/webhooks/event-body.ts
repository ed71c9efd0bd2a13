import type { ClientBase } from 'pg'
import type { WebhookEvent, WebhookType } from '@/contract'
import { sourceLocale } from '@/lib/locales'
import { mostBytes } from './post'

// The body of a message, written anew at each try from what publishing recorded: kinds, ids, addresses.

type Row = {
  kind: 'published' | 'changed' | 'withdrawn'
  resource: string
  id: string
  slug: string
  locales: string[]
  at: Date
}
type Item = Extract<WebhookEvent, { type: WebhookType }>['data']['items'][number]

// No more than this fits whatever the addresses are.
const mostItems = 200

/** `apiUrl`: where delivery is read, without a slash at the end. */
export async function releaseBody(
  client: Pick<ClientBase, 'query'>,
  { type, release, apiUrl }: { type: WebhookType; release: number; apiUrl: string },
): Promise<string> {
  const { rows } = await client.query<Row>(
    `select kind, resource, document_id as id, slug, locales, at from published.events
      where release = $1 order by seq limit ${mostItems + 1}`,
    [release],
  )
  const whole = write({ type, release, apiUrl }, rows)
  return rows.length <= mostItems && Buffer.byteLength(whole) <= mostBytes
    ? whole
    : write({ type, release, apiUrl }, rows, false)
}

/** The body of a test. */
export const testBody = (at: Date): string =>
  JSON.stringify({ type: 'webhook.test', timestamp: at.toISOString(), data: {} } satisfies WebhookEvent)

function write(
  { type, release, apiUrl }: { type: WebhookType; release: number; apiUrl: string },
  rows: readonly Row[],
  isComplete = true,
): string {
  const items = isComplete ? rows.map((row) => itemOf(row, apiUrl)) : []
  const timestamp = rows[0]?.at.toISOString() ?? ''
  const data = { release, isComplete, items, sync: `${apiUrl}/v1/sync?locale=${sourceLocale}` }
  return JSON.stringify({ type, timestamp, data } satisfies WebhookEvent)
}

function itemOf({ resource, id, kind: change, locales, slug }: Row, apiUrl: string): Item {
  const locale = locales.includes(sourceLocale) ? sourceLocale : (locales[0] ?? sourceLocale)
  const path = `/v1/${resource}/${slug.split('/').map(encodeURIComponent).join('/')}`
  return {
    resource,
    id,
    change,
    locales,
    url: `${apiUrl}${path}?locale=${locale}`,
  }
}
