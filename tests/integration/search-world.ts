import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, expect } from 'vitest'
import { localeCodes } from '@/lib/locales'
import { beginRelease, projectUnits, publishRelease, type Publishable, type UnitChange } from '@/publishing'
import { approve, inviteReviewer } from '../../bench/approve'
import { useDatabase } from '../database'
import { startTestDelivery, watchLooks } from './delivery-world'

// A public world made by the publishing code itself, and a delivery that serves it.

export type Made = { collection: Publishable; draft: Record<string, unknown> & { id: string } }
type Unit = Pick<UnitChange, 'collection' | 'id' | 'unit'>
type Hit = {
  type: string
  slug: string
  href: string
  title: { text: string; locale: string; isFallback: boolean } | null
  snippet: { text: string; html: string; locale: string } | null
}
type Found = { data: Hit[]; meta: { total: number; release: number }; links: { next: string | null } }

export function useSearchWorld() {
  const database = useDatabase()
  const world = {} as Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    Object.assign(world, await open(database))
  })
  afterAll(() => world.close?.())
  return world
}

async function open(database: ReturnType<typeof useDatabase>) {
  const connect = async () => {
    const client = new Client({ connectionString: database.desk })
    await client.connect()
    return client
  }
  const writer = await connect()
  const reviewer = await inviteReviewer(writer, localeCodes)
  const counted = { queries: 0 }
  const reports: unknown[] = []
  const looks = watchLooks()
  const delivery = await startTestDelivery({
    databaseUrl: database.delivery,
    memoryBytes: 32 * 1024 * 1024,
    report: (error) => reports.push(error),
    wrapDatabase: (real) => ({
      ...real,
      query: (statement, values) => {
        if (statement.name === 'head') return looks.see(real.query(statement, values))
        counted.queries += 1
        return real.query(statement, values)
      },
    }),
  })
  await looks.next()
  const get = (path: string) => fetch(`http://127.0.0.1:${delivery.port}${path}`, { redirect: 'manual' })
  const find = async (q: string, more: Record<string, string> = {}): Promise<Found> => {
    const answer = await get(`/v1/search?${new URLSearchParams({ q, ...more })}`)
    expect([q, answer.status]).toEqual([q, 200])
    return (await answer.json()) as Found
  }
  /** Publishes these drafts, all units with words, as one release of this connection. */
  const publishAs = (client: Client, made: readonly Made[]) =>
    release(client, made.flatMap(changesOf), (changes) => approve(client, changes, reviewer))
  return {
    database,
    writer,
    reports,
    connect,
    get,
    find,
    counted,
    publishAs,
    /** …and waits until delivery has seen it. */
    publish: async (made: readonly Made[]) => {
      await publishAs(writer, made)
      await looks.next()
    },
    publishUnit: async (made: Made, unit: string) => {
      const changes = changesOf(made).filter((change) => change.unit === unit)
      await release(writer, changes, () => approve(writer, changes, reviewer))
      await looks.next()
    },
    takeDown: async (units: readonly Unit[]) => {
      await release(
        writer,
        units.map((unit) => ({ ...unit, content: null, hash: 'none' })),
      )
      await looks.next()
    },
    seen: looks.next,
    slugs: async (q: string, more: Record<string, string> = {}) =>
      (await find(q, more)).data.map(({ slug }) => slug),
    close: async () => {
      await delivery.close()
      await writer.end()
    },
  }
}

function changesOf({ collection, draft }: Made): UnitChange[] {
  const units = projectUnits(collection, draft).filter(({ hasContent }) => hasContent)
  const problem = units.flatMap(({ problems }) => problems)[0]
  if (problem) throw new Error(`${collection}: ${problem.field} (${problem.kind})`)
  return units.map(({ unit, content, hash }) => ({ collection, id: draft.id, unit, content, hash }))
}

async function release(
  client: Client,
  changes: UnitChange[],
  first: (changes: UnitChange[]) => Promise<void> = async () => undefined,
) {
  await client.query('begin')
  try {
    await first(changes)
    await beginRelease(client)
    await publishRelease(client, { changes, person: null })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

type Words = Record<string, string>

/** A person with their names by language. */
export const person = (slug: string, knownName: Words, more: Record<string, unknown> = {}): Made => ({
  collection: 'laureates',
  draft: { id: randomUUID(), kind: 'person', slug, knownName, variants: [], ...more },
})

export const prize = (name: Words, slug = 'fjord'): Made => ({
  collection: 'prizes',
  draft: { id: randomUUID(), slug, timeZone: 'Europe/Oslo', name },
})

export const edition = (of: Made, year: number, note: Words = { en: 'A year.' }): Made => ({
  collection: 'editions',
  draft: { id: randomUUID(), prize: of.draft.id, year, status: 'announced', defaultContacts: [], note },
})

export const citation = (of: Made, laureate: Made, motivation: Words): Made => ({
  collection: 'citations',
  draft: {
    id: randomUUID(),
    edition: of.draft.id,
    laureates: [laureate.draft.id],
    slug: laureate.draft['slug'],
    awardType: 'prize',
    status: 'received',
    countries: [],
    themes: [],
    contactsOverride: [],
    motivation,
  },
})

export const biography = (
  of: Made,
  long: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Made => ({
  collection: 'biographies',
  draft: { id: randomUUID(), citation: of.draft.id, short: {}, long, ...more },
})
