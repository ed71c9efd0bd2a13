import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { beginRelease, projectUnits, publishRelease, type UnitChange } from '@/publishing'
import { until, useWorld } from './delivery-world'

// A copy that follows `/v1/sync` ends with exactly what is public, wherever it was stopped.

const world = useWorld()
const seed = Date.now() % 1_000_000
const runs = Number(process.env['SYNC_RUNS'] ?? 25)
afterAll(() => process.stdout.write(`fast-check seed ${seed}\n`))

const ids = Array.from({ length: 6 }, () => randomUUID())
const locales = ['en', 'sv', 'ar'] as const

type Deed = { who: number; what: 'publish' | 'withdraw'; language: number; version: number }

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

async function release(deed: Deed): Promise<void> {
  const client = await world.writer.connect()
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

type Copy = { locale: string; fallback: string; token?: string; bodies: Map<string, string> }
type Change = { state: string; id: string; body?: unknown }

/** Follows at most `pages` answers; what was followed stays when it stops. Whether there is more, and of which release. */
async function follow(copy: Copy, pages: number) {
  for (let page = 0; page < pages; page += 1) {
    const { data, meta } = await (await world.get(`/v1/sync?${asked(copy)}`)).json()
    for (const { state, id, body } of data as Change[])
      if (state === 'public') copy.bodies.set(id, JSON.stringify(body))
      else copy.bodies.delete(id)
    copy.token = meta.token
    if (!meta.more) return { more: false, release: Number(meta.release) }
  }
  return { more: true, release: 0 }
}

const asked = ({ locale, fallback, token }: Copy) =>
  new URLSearchParams({ locale, fallback, limit: '2', ...(token ? { since: token } : {}) }).toString()

async function published({
  locale,
  fallback,
}: Copy): Promise<{ release: number; bodies: Map<string, string> }> {
  const { rows } = await world.writer.query<{ id: string; body: string }>(
    `select c.document_id::text as id, convert_from(b.body, 'UTF8') as body
       from published.current c join published.bodies b using (sha256)
      where c.locale = $1 and c.fallback = $2`,
    [locale, fallback],
  )
  const { rows: head } = await world.writer.query<{ release: string }>('select release from published.head')
  return { release: Number(head[0]?.release), bodies: new Map(rows.map(({ id, body }) => [id, body])) }
}

const deed = fc.record({
  who: fc.nat(5),
  what: fc.constantFrom('publish' as const, 'publish' as const, 'withdraw' as const),
  language: fc.nat(2),
  version: fc.nat(2),
})
/** Several publish at once; then the copy follows some answers and stops. */
const history = fc.array(fc.record({ deeds: fc.array(deed, { maxLength: 3 }), pages: fc.nat(2) }), {
  minLength: 1,
  maxLength: 6,
})

const reader = fc.record({
  locale: fc.constantFrom(...locales),
  fallback: fc.constantFrom('none', 'declared'),
})

test('a copy that was stopped anywhere ends with what is public', async () => {
  await fc.assert(
    fc.asyncProperty(history, reader, async (steps, of) => {
      const copy: Copy = { ...of, bodies: new Map() }
      for (const { deeds, pages } of steps) {
        await Promise.all(deeds.map(release))
        await follow(copy, pages)
      }
      const truth = await published(copy)
      await until(async () => (await follow(copy, 100)).release === truth.release)
      expect(copy.bodies).toEqual(truth.bodies)
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
})

// Two looks at the head later, memory is of the latest release.
const settled = () => new Promise((resolve) => setTimeout(resolve, 1000))

test('what is gone is named by its id only', async () => {
  const first: Deed = { who: 0, what: 'publish', language: 0, version: 0 }
  await release(first)
  const { meta } = await (await world.get('/v1/sync?limit=200')).json()
  for (const language of [0, 1, 2]) await release({ ...first, what: 'withdraw', language })
  const ask = async () => (await world.get(`/v1/sync?since=${meta.token}`)).json()
  await until(async () => (await ask()).data.length > 0)
  expect((await ask()).data).toEqual([
    { state: 'withdrawn', resource: 'laureates', id: ids[0], at: expect.any(String) },
  ])
  // Who begins anew hears nothing of it.
  await settled()
  const anew = await (await world.get('/v1/sync?limit=200')).json()
  expect(anew.data.map(({ id }: Change) => id)).not.toContain(ids[0])
})

test('one query each time, none for a repeat; a token from further on waits until it is reached', async () => {
  await settled()
  expect(await world.queriesOf(() => world.get('/v1/sync?limit=3'))).toBe(1)
  expect(await world.queriesOf(() => world.get('/v1/sync?limit=3'))).toBe(0)
  const ahead = await (await world.get('/v1/sync?since=c99999999')).json()
  expect(ahead).toMatchObject({ data: [], meta: { token: 'c99999999', more: false } })
})
