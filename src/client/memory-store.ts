import type { Resource, ResourceName } from './shapes'
import type { SyncChange } from './sync'

/** A copy in memory, for `sync`. It is as old as that was. */
export type MemoryStore = {
  token: () => string | undefined
  clear: () => void
  apply: (changes: readonly SyncChange[], token: string) => void
  /** By id or slug. */
  get: <N extends ResourceName>(resource: N, idOrSlug: string) => Resource<N> | undefined
  /** Everything of a kind, in no order. */
  all: <N extends ResourceName>(resource: N) => Resource<N>[]
}

export function createMemoryStore(): MemoryStore {
  let token: string | undefined
  const kinds = new Map<string, Map<string, Resource>>()
  const kindOf = (resource: string): Map<string, Resource> => {
    const known = kinds.get(resource) ?? new Map<string, Resource>()
    kinds.set(resource, known)
    return known
  }
  const all = <N extends ResourceName>(resource: N) => [...kindOf(resource).values()] as Resource<N>[]
  const applyOne = (change: SyncChange) => {
    if (change.state === 'public') kindOf(change.resource).set(change.id, change.body)
    else kindOf(change.resource).delete(change.id)
  }
  return {
    token: () => token,
    clear() {
      kinds.clear()
      token = undefined
    },
    apply(changes, next) {
      changes.forEach(applyOne)
      token = next
    },
    get: <N extends ResourceName>(resource: N, idOrSlug: string) =>
      all(resource).find(({ id, slug }) => id === idOrSlug || slug === idOrSlug),
    all,
  }
}
