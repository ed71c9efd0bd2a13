import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { beginRelease, projectUnits, publishRelease, type UnitChange } from '@/publishing'
import { Pool } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import type { TestDatabase } from '../database'

// Histories of a small public world, for copies that follow it.

export const ids = Array.from({ length: 6 }, () => randomUUID())
const locales = ['en', 'sv', 'ar'] as const

export type Deed = { who: number; what: 'publish' | 'withdraw'; language: number; version: number }

/** The units that a deed changes: a laureate in one language, by one of three names and addresses, or no more. */
function changesOf({ who, what, language, version }: Deed): UnitChange[] {
  const id = ids[who] ?? ''
  const locale = locales[language] ?? 'en'
  const knownName = { [locale]: `Name ${who} ${version} ${locale}` }
  const units = projectUnits('laureates', { id, kind: 'person', slug: `l${who}-${version}`, knownName })
  const wanted = units.filter(({ unit }) => unit === locale || (what === 'publish' && unit === 'shared'))
  return wanted.map(({ unit, content, hash }) => ({
    collection: 'laureates',
    id,
    unit,
    content: what === 'publish' ? content : null,
    hash,
  }))
}

/** Publishes or withdraws, in a release of its own. Four may write at the same time. */
export function useReleases(world: { database: TestDatabase }) {
  let writers: Pool | undefined
  beforeAll(() => {
    writers = new Pool({ connectionString: world.database.unguarded(), max: 4 })
  })
  afterAll(() => writers?.end())
  return (deed: Deed) => releaseBy(writers, deed)
}

async function releaseBy(writers: Pool | undefined, deed: Deed) {
  if (!writers) throw new Error('no database yet')
  const client = await writers.connect()
  try {
    await client.query('begin')
    await beginRelease(client)
    await publishRelease(client, { changes: changesOf(deed), person: null })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** The seed and the number of histories, and a sign of life where there are many. */
export function useRuns() {
  const seed = Number(process.env['SYNC_SEED'] ?? Date.now() % 1_000_000)
  const runs = Number(process.env['SYNC_RUNS'] ?? 25)
  let done = 0
  afterAll(() => process.stdout.write(`fast-check seed ${seed}\n`))
  return {
    options: { seed, numRuns: runs, endOnFailure: true },
    timeout: 120_000 + runs * 2000,
    oneDone: () => {
      done += 1
      if (done % 100 === 0) process.stdout.write(`${done} histories\n`)
    },
  }
}

type Reader = { locale: string; fallback: string }

/** What is public for a reader, as bytes by id, and since which release. */
export async function publicFor(writer: Pool, { locale, fallback }: Reader) {
  const { rows } = await writer.query<{ id: string; body: string }>(
    `select c.document_id::text as id, convert_from(b.body, 'UTF8') as body
       from published.current c join published.bodies b using (sha256)
      where c.locale = $1 and c.fallback = $2`,
    [locale, fallback],
  )
  const { rows: head } = await writer.query<{ release: string }>(
    'select e.release from published.head h join published.events e on e.seq = h.seq',
  )
  return { release: Number(head[0]?.release ?? 0), bodies: new Map(rows.map(({ id, body }) => [id, body])) }
}

const deed = fc.record({
  who: fc.nat(5),
  what: fc.constantFrom('publish' as const, 'publish' as const, 'withdraw' as const),
  language: fc.nat(2),
  version: fc.nat(2),
})
/** In each step several publish at once, and meanwhile copies follow. */
export const history = fc.array(fc.array(deed, { maxLength: 4 }), { minLength: 1, maxLength: 6 })

export const reader = fc.record({
  locale: fc.constantFrom(...locales),
  fallback: fc.constantFrom('none' as const, 'declared' as const),
})
