import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { until, useWorld } from './delivery-world'
import { history, ids, publicFor, reader, releaseBy, type Deed } from './sync-histories'

// A copy that follows `/v1/sync` ends with exactly what is public, wherever it was stopped.

const world = useWorld()
const seed = Date.now() % 1_000_000
const runs = Number(process.env['SYNC_RUNS'] ?? 25)
afterAll(() => process.stdout.write(`fast-check seed ${seed}\n`))

const release = releaseBy(() => world.writer)

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

test(
  'a copy that was stopped anywhere ends with what is public',
  { timeout: 120_000 + runs * 1000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(history, reader, async (steps, of) => {
        const copy: Copy = { ...of, bodies: new Map() }
        for (const { deeds, pages } of steps) {
          await Promise.all(deeds.map(release))
          await follow(copy, pages)
        }
        const truth = await publicFor(world.writer, copy)
        await until(async () => (await follow(copy, 100)).release === truth.release)
        expect(copy.bodies).toEqual(truth.bodies)
      }),
      { numRuns: runs, seed, endOnFailure: true },
    )
  },
)

test('no two releases are of the same second, which is all that Last-Modified says', async () => {
  for (const version of [0, 1, 2]) await release({ who: 1, what: 'publish', language: 0, version })
  const { rows } = await world.writer.query<{ at: Date }>(
    "select date_trunc('second', at) as at from published.releases",
  )
  expect(new Set(rows.map(({ at }) => at.getTime())).size).toBe(rows.length)
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
