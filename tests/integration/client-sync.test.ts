import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createClient, createMemoryStore, type MemoryStore, type SyncStore } from '@/client'
import { useWorld } from './delivery-world'
import { history, ids, publicFor, reader, releaseBy } from './sync-histories'

// A copy that the client keeps ends with exactly what is public, wherever it was stopped.

const world = useWorld()
const seed = Date.now() % 1_000_000
const runs = Number(process.env['SYNC_RUNS'] ?? 25)
afterAll(() => process.stdout.write(`fast-check seed ${seed}\n`))

const release = releaseBy(() => world.writer)

const stops = ['before the changes', 'between the changes and the token', 'by the signal'] as const
type Stop = { how: (typeof stops)[number]; afterPages: number }

class Stopped extends Error {}

/** The store, stopped at the page after so many. */
function stopping(store: MemoryStore, { how, afterPages }: Stop, stop: AbortController): SyncStore {
  let pages = 0
  return {
    ...store,
    apply: (changes, token) => {
      pages += 1
      if (how === 'by the signal' && pages > afterPages) stop.abort(new Stopped())
      if (how === 'by the signal' || pages <= afterPages) return store.apply(changes, token)
      const old = store.token()
      if (how === 'between the changes and the token' && old !== undefined) store.apply(changes, old)
      throw new Stopped()
    },
  }
}

const stop = fc.record({ how: fc.constantFrom(...stops), afterPages: fc.nat(2) })
const bodiesIn = (store: MemoryStore) =>
  new Map(store.all('laureates').map((body) => [body.id, JSON.stringify(body)]))

test(
  'a copy that was stopped anywhere goes on and ends with what is public',
  { timeout: 120_000 + runs * 1000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(history, reader, fc.array(stop, { maxLength: 6 }), async (steps, of, plan) => {
        const api = createClient({ url: world.base, retries: 0, ...of })
        const store = createMemoryStore()
        for (const [index, { deeds }] of steps.entries()) {
          await Promise.all(deeds.map(release))
          const next = plan[index]
          if (!next) continue
          const signal = new AbortController()
          const options = { limit: 2, signal: signal.signal }
          await api.sync(stopping(store, next, signal), options).catch((error: unknown) => {
            if (!(error instanceof Stopped)) throw error
          })
        }
        const truth = await publicFor(world.writer, of)
        const synced = await api.sync(store, { limit: 2, release: truth.release })
        expect(synced.release).toBe(truth.release)
        expect(bodiesIn(store)).toEqual(truth.bodies)
      }),
      { numRuns: runs, seed, endOnFailure: true },
    )
  },
)

test('a copy whose token is gone begins anew, without what was taken down meanwhile', async () => {
  const api = createClient({ url: world.base })
  const deed = { who: 0, what: 'publish', language: 0, version: 0 } as const
  const head = async () => (await publicFor(world.writer, { locale: 'en', fallback: 'declared' })).release
  await release(deed)
  const store = createMemoryStore()
  await api.sync(store, { release: await head() })
  expect(store.get('laureates', 'l0-0')?.id).toBe(ids[0])
  for (const language of [0, 1, 2]) await release({ ...deed, what: 'withdraw', language })
  // Seen by the server, so that the copy is not told of it as of something new.
  await api.sync(createMemoryStore(), { release: await head() })
  let token: string | undefined
  const forgetful: SyncStore = {
    ...store,
    token: () => token,
    apply: (changes, next) => store.apply(changes, (token = next)),
  }
  await api.sync(forgetful, { release: await head() })
  expect(store.get('laureates', ids[0] ?? '')).toBeUndefined()
})

test('a call that names a release waits until the server has it', async () => {
  const api = createClient({ url: world.base })
  const store = createMemoryStore()
  const before = await api.sync(store)
  const waiting = api.sync(store, { release: before.release + 1 })
  await release({ who: 1, what: 'publish', language: 1, version: 2 })
  expect((await waiting).release).toBe(before.release + 1)
})
