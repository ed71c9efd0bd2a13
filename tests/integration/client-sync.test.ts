import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createClient, createMemoryStore, type SyncChange, type SyncStore } from '@/client'
import { useWorld } from './delivery-world'
import { history, ids, publicFor, reader, useReleases, useRuns } from './sync-histories'

// A copy that the client keeps ends with exactly what is public, wherever it was stopped.

const world = useWorld()
const { options, timeout, oneDone } = useRuns()

const release = useReleases(world)

const stops = [
  'before the question',
  'in the middle of the answer',
  'before the changes',
  'in the middle of the changes',
  'between the changes and the token',
  'after the token',
  'by the signal',
  'while the copy is emptied',
] as const
type Stop = { how: (typeof stops)[number]; afterPages: number }

class Stopped extends Error {}
const stopped = () => {
  throw new Stopped()
}

/** What outlives the program: bodies and token, each written by itself. */
function createDisk() {
  const disk = { bodies: new Map<string, string>(), token: undefined as string | undefined }
  const write = (changes: readonly SyncChange[]) =>
    changes.forEach((change) =>
      change.state === 'public'
        ? disk.bodies.set(change.id, JSON.stringify(change.body))
        : disk.bodies.delete(change.id),
    )
  const store = {
    token: () => disk.token,
    clear() {
      disk.token = undefined
      disk.bodies.clear()
    },
    apply(changes: readonly SyncChange[], token: string) {
      write(changes)
      disk.token = token
    },
  }
  return { disk, write, store }
}
type Disk = ReturnType<typeof createDisk>

/** The store, stopped at the page after so many. */
function stopping({ disk, write, store }: Disk, { how, afterPages }: Stop, stop: AbortController): SyncStore {
  let pages = 0
  return {
    token: store.token,
    clear() {
      if (how !== 'while the copy is emptied') return store.clear()
      disk.token = undefined
      const [one] = disk.bodies.keys()
      disk.bodies.delete(one ?? '')
      stopped()
    },
    apply(changes, token) {
      pages += 1
      if (pages <= afterPages) return store.apply(changes, token)
      if (how === 'by the signal') stop.abort(new Stopped())
      if (how === 'before the changes') stopped()
      if (how === 'in the middle of the changes') write(changes.slice(0, 1))
      if (how === 'between the changes and the token') write(changes)
      if (how.includes('changes')) stopped()
      store.apply(changes, token)
      if (how === 'after the token') stopped()
    },
  }
}

/** `fetch`, stopped at the question after so many. */
function breaking({ how, afterPages }: Stop): typeof fetch {
  let asked = 0
  return async (input, init) => {
    asked += 1
    if (asked <= afterPages) return fetch(input, init)
    if (how === 'before the question') stopped()
    const answer = await fetch(input, init)
    if (how !== 'in the middle of the answer') return answer
    const part = (await answer.arrayBuffer()).slice(0, 40)
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(part)),
      pull: (controller) => controller.error(new Stopped()),
    })
    return new Response(body, { status: answer.status, headers: answer.headers })
  }
}

const stop = fc.record({ how: fc.constantFrom(...stops), afterPages: fc.nat(2) })
const plan = fc.array(fc.option(stop, { nil: undefined }), { minLength: 6, maxLength: 6 })

test(
  'a copy that was stopped anywhere, while others publish, goes on and ends with what is public',
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(history, reader, plan, async (steps, of, wanted) => {
        const copy = createDisk()
        const follow = async (next: Stop | undefined) => {
          if (!next) return
          const signal = new AbortController()
          const api = createClient({ url: world.base, retries: 0, fetch: breaking(next), ...of })
          const reading = api.sync(stopping(copy, next, signal), { limit: 2, signal: signal.signal })
          await reading.catch((error: unknown) => {
            if (!(error instanceof Stopped)) throw error
          })
        }
        for (const [index, deeds] of steps.entries())
          await Promise.all([...deeds.map(release), follow(wanted[index])])
        const truth = await publicFor(world.writer, of)
        const api = createClient({ url: world.base, retries: 0, ...of })
        const synced = await api.sync(copy.store, { limit: 2, release: truth.release })
        expect(synced.release).toBe(truth.release)
        expect(copy.disk.bodies).toEqual(truth.bodies)
        oneDone()
      }),
      options,
    )
  },
)

const head = async () => (await publicFor(world.writer, { locale: 'en', fallback: 'declared' })).release

test('a copy whose token is gone begins anew, without what was taken down meanwhile', async () => {
  const api = createClient({ url: world.base })
  const deed = { who: 0, what: 'publish', language: 0, version: 0 } as const
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
  // Releases in between may have shown nothing.
  const now = await head()
  expect(now).toBeGreaterThan(before.release)
  expect((await waiting).release).toBe(now)
})
