// What is published in the demonstration of many machines, and how it is seen everywhere.

import { Client } from 'pg'
import { beginRelease, projectUnits, publishRelease, type UnitChange } from '../src/publishing'
import { approve, inviteReviewer } from './approve'
import { inventFoundation, inventLaureate, languages, type Invented } from './invented'
import type { Delivery } from './scale-servers'

const most = 500

export type World = {
  /** Publishes so many new laureates in one release; returns its number and the addresses. */
  publish: (count: number) => Promise<{ release: number; addresses: string[] }>
}

/** Begins to publish on the server of `url` (role `desk_writer`), or goes on there. */
export async function openWorld(url: string, begun = 0): Promise<World & { count: () => number }> {
  let count = begun
  const reviewer = await connected(url, async (client) => {
    if (begun > 0) return reviewerOf(client)
    const invited = await inviteReviewer(client, languages)
    await releaseTogether(client, inventFoundation(most), invited)
    return invited
  })
  const publish = (wanted: number) =>
    connected(url, async (client) => {
      const numbers = Array.from({ length: wanted }, (_, index) => count + index)
      count += wanted
      const made = numbers.map(inventLaureate)
      const number = await releaseTogether(client, made.flat(), reviewer)
      const slugs = made
        .flat()
        .flatMap(({ collection, draft }) => (collection === 'laureates' ? [String(draft['slug'])] : []))
      return { release: number, addresses: slugs.map((slug) => `/v1/laureates/${slug}`) }
    })
  return { publish, count: () => count }
}

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function reviewerOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "select id from public.users where email = 'reviewer@example.org'",
  )
  return rows[0]?.id ?? ''
}

async function releaseTogether(
  client: Client,
  invented: readonly Invented[],
  reviewer: string,
): Promise<number> {
  const changes: UnitChange[] = invented.flatMap(({ collection, draft }) =>
    projectUnits(collection, draft)
      .filter(({ hasContent }) => hasContent)
      .map(({ unit, content, hash }) => ({ collection, id: draft.id, unit, content, hash })),
  )
  await client.query('begin')
  await approve(client, changes, reviewer)
  await beginRelease(client)
  await publishRelease(client, { changes, person: null, note: 'demonstration' })
  await client.query('commit')
  const { rows } = await client.query<{ release: string }>('select release from published.head')
  return Number(rows[0]?.release)
}

/** The release that a delivery serves; undefined while it serves none. */
export async function servedBy({ get }: Delivery): Promise<number | undefined> {
  const { status, text } = await get('/v1/laureates?limit=1&fields=id')
  if (status !== 200) return undefined
  return (JSON.parse(text) as { meta: { release: number } }).meta.release
}

/** Milliseconds until a delivery serves this release. Rejects after `limitMs`. */
export async function waitForRelease(delivery: Delivery, release: number, limitMs = 20_000): Promise<number> {
  const since = performance.now()
  while (((await servedBy(delivery).catch(() => undefined)) ?? -1) < release) {
    if (performance.now() - since > limitMs)
      throw new Error(`${delivery.name} does not serve release ${release} after ${limitMs / 1000} s.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return performance.now() - since
}

/** What `/readyz` says: `ready`, `cut-off`, `behind`, or `not ready`. */
export async function readinessOf({ get }: Delivery): Promise<string> {
  const { status, text } = await get('/readyz')
  return status === 200 ? (JSON.parse(text) as { status: string }).status : 'not ready'
}

/**
 * Leaves words at home that no reader may ever see: a draft, and words that were on their way to the public when their
 * release was rolled back.
 */
export async function hideWords(url: string, words: string): Promise<void> {
  await connected(url, async (client) => {
    await client.query(
      `insert into editorial.revisions (collection, document_id, unit, number, "values", values_hash, door)
       values ('laureates', gen_random_uuid(), 'en', 1, jsonb_build_object('story', $1::text), 'x', 'found')`,
      [words],
    )
    await client.query('begin')
    await client.query(
      "insert into published.bodies (sha256, body) select encode(sha256(b), 'hex'), b from convert_to($1, 'UTF8') b",
      [`{"story":"${words}"}`],
    )
    await client.query('rollback')
    await client.query('checkpoint').catch(() => undefined)
  })
}
