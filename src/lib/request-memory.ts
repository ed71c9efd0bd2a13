import { AsyncLocalStorage } from 'node:async_hooks'

// What has been found out once while one request is answered need not be found out again.

const memory = new AsyncLocalStorage<Map<string, Promise<unknown>>>()

/** Runs `work` with a memory that ends with it. */
export const withMemory = <T>(work: () => Promise<T>): Promise<T> => memory.run(new Map(), work)

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
