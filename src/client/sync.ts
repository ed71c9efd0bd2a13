import type { Changes, SyncQuery } from './api'
import { wait } from './ask'
import { ProblemError } from './problem-error'
import type { Resource, ResourceName, Signalled } from './shapes'

// A copy of everything public, kept by whoever needs one.

/** The latest change of one resource. */
export type SyncChange =
  | {
      [N in ResourceName]: { state: 'public'; resource: N; id: string; at: string; body: Resource<N> }
    }[ResourceName]
  | { state: 'withdrawn'; resource: ResourceName; id: string; at: string }

type Later<Value> = Value | Promise<Value>

/** Where a copy lives: of one language, with one `fallback`. */
export type SyncStore = {
  /** The token that was kept last; undefined where there is no copy yet. */
  token: () => Later<string | undefined>
  /** Empties the copy and forgets the token: it begins anew. */
  clear: () => Later<void>
  /** Applies the changes, then keeps the token, in one transaction where there are such. To apply changes twice is harmless. */
  apply: (changes: readonly SyncChange[], token: string) => Later<void>
}

export type SyncOptions = Omit<SyncQuery, 'since'> &
  Signalled & {
    /** Waits, ten seconds at most, until this release is there: a webhook may be faster than the server that is asked. */
    release?: number | undefined
  }

/** How many changes came, and the number of the latest release that the copy holds. */
export type Synced = { changes: number; release: number }

type ReadPage = (query: Record<string, unknown>) => Promise<Changes>

const patienceMs = 10_000

/** Follows `/v1/sync` until there is nothing more. A copy of a database that was restored or replaced begins anew, by itself. */
export async function sync(read: ReadPage, store: SyncStore, options: SyncOptions = {}): Promise<Synced> {
  const { release = 0, signal, ...reader } = options
  const giveUpAt = Date.now() + patienceMs
  let changes = 0
  let hasBegunAnew = false
  if ((await store.token()) === undefined) await store.clear()
  for (;;) {
    signal?.throwIfAborted()
    const meta = await followOnce(read, store, reader).catch(async (error: unknown) => {
      // Once: servers of two databases behind one address would send it in a circle.
      if (hasBegunAnew || !isOfOtherWorld(error)) throw error
      hasBegunAnew = true
      await store.clear()
      return { changes: 0, more: true, release: 0 }
    })
    changes += meta.changes
    if (meta.more) continue
    if (meta.release >= release || Date.now() > giveUpAt) return { changes, release: meta.release }
    await wait(300, signal)
  }
}

const isOfOtherWorld = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'begin-anew'

async function followOnce(read: ReadPage, store: SyncStore, reader: SyncQuery) {
  const since = await store.token()
  const { data, meta } = await read({ ...reader, since })
  if (data.length > 0 || meta.token !== since) await store.apply(data as SyncChange[], meta.token)
  return { changes: data.length, more: meta.more, release: meta.release }
}
