import type { Pool } from 'pg'
import { stagesOf, type StageOfUnit } from '@/units'

// A list draws its cells one by one. Those that are drawn in the same turn ask the database once.

type Asking = { ids: Set<string>; answer: Promise<Map<string, StageOfUnit[]>> }
const asked = new WeakMap<Pool, Map<string, Asking>>()

/** Where the units of a document of a list stand. */
export async function stagesInList(pool: Pool, collection: string, id: string): Promise<StageOfUnit[]> {
  const { ids, answer } = askingFor(pool, collection)
  ids.add(id)
  return (await answer).get(id) ?? []
}

function askingFor(pool: Pool, collection: string): Asking {
  const open = asked.get(pool) ?? new Map<string, Asking>()
  asked.set(pool, open)
  const known = open.get(collection)
  if (known) return known
  const ids = new Set<string>()
  const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
    open.delete(collection)
    return stagesOf(pool, collection, [...ids])
  })
  const asking = { ids, answer }
  open.set(collection, asking)
  return asking
}
