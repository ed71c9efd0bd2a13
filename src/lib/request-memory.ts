import { AsyncLocalStorage } from 'node:async_hooks'

// What has been found out once while one request is answered need not be found out again.

type Memory = AsyncLocalStorage<Map<string, Promise<unknown>>>

// A bundler holds this module more than once; all of them share one memory.
const ours = Symbol.for('laureate-desk.request-memory')
const shared = globalThis as unknown as Record<symbol, Memory | undefined>
const memory = (shared[ours] ??= new AsyncLocalStorage())

/** Runs `work` with a memory that ends with it. */
export const withMemory = <T>(work: () => Promise<T>): Promise<T> => memory.run(new Map(), work)

/** Leaves `value` for who looks for `key` later in the same request. Outside of one nothing is kept. */
export const leaveInRequest = (key: string, value: unknown): void => {
  memory.getStore()?.set(key, Promise.resolve(value))
}

/** What was left last; undefined where nothing was. */
export const leftInRequest = async (key: string): Promise<unknown> => memory.getStore()?.get(key)

/** What `make` gives; within `withMemory`, the same for the same `key`. Elsewhere nothing is kept. */
export function onceInRequest<T>(key: string, make: () => Promise<T>): Promise<T> {
  const kept = memory.getStore()
  if (!kept) return make()
  const known = kept.get(key) as Promise<T> | undefined
  if (known) return known
  const made = make()
  kept.set(key, made)
  return made
}
