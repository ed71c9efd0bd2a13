import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { until, useWorld } from './delivery-world'
import { history, ids, publicFor, reader, useReleases, useRuns, type Deed } from './sync-histories'

// A copy that follows `/v1/sync` ends with exactly what is public, wherever it was stopped.

const world = useWorld()
const { options, timeout, oneDone } = useRuns()

const release = useReleases(world)

type Copy = { locale: string; fallback: string; token?: string; bodies: Map<string, string> }
type Change = { state: string; id: string; body?: unknown }
/** After how many answers the copy stops, and how many changes of the next one it applies without keeping its token. */
type Stop = { pages: number; changes: number }

const ask = async (copy: Copy) => (await world.get(`/v1/sync?${asked(copy)}`)).json()

/** Follows until it is stopped. Whether there is more, and of which release. */
async function follow(copy: Copy, { pages, changes }: Stop) {
  // What was applied before there was a token counts for nothing.
  if (copy.token === undefined) copy.bodies.clear()
  for (let page = 0; page < pages; page += 1) {
    const { data, meta } = await ask(copy)
    apply(copy, data)
    copy.token = meta.token
    if (!meta.more) return { more: false, release: Number(meta.release) }
  }
  if (changes > 0) apply(copy, (await ask(copy)).data.slice(0, changes))
  return { more: true, release: 0 }
}

function apply({ bodies }: Copy, changes: readonly Change[]): void {
  for (const { state, id, body } of changes)
    if (state === 'public') bodies.set(id, JSON.stringify(body))
    else bodies.delete(id)
}

const asked = ({ locale, fallback, token }: Copy) =>
  new URLSearchParams({ locale, fallback, limit: '2', ...(token ? { since: token } : {}) }).toString()

const stops = fc.array(fc.record({ pages: fc.nat(2), changes: fc.nat(2) }), { minLength: 6, maxLength: 6 })

test(
  'a copy that was stopped anywhere, while others publish, ends with what is public',
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(history, reader, stops, async (steps, of, plan) => {
        const copy: Copy = { ...of, bodies: new Map() }
        for (const [index, deeds] of steps.entries())
          await Promise.all([...deeds.map(release), follow(copy, plan[index] ?? { pages: 1, changes: 0 })])
        const truth = await publicFor(world.writer, copy)
        await until(async () => (await follow(copy, { pages: 100, changes: 0 })).release === truth.release)
        expect(copy.bodies).toEqual(truth.bodies)
        oneDone()
      }),
      options,
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
  const since = async () => (await world.get(`/v1/sync?since=${meta.token}`)).json()
  await until(async () => (await since()).data.length > 0)
  expect((await since()).data).toEqual([
    { state: 'withdrawn', resource: 'laureates', id: ids[0], at: expect.any(String) },
  ])
  // Who begins anew hears nothing of it.
  await settled()
  const anew = await (await world.get('/v1/sync?limit=200')).json()
  expect(anew.data.map(({ id }: Change) => id)).not.toContain(ids[0])
})

test('one query each time, none for a repeat', async () => {
  await settled()
  expect(await world.queriesOf(() => world.get('/v1/sync?limit=3'))).toBe(1)
  expect(await world.queriesOf(() => world.get('/v1/sync?limit=3'))).toBe(0)
})
