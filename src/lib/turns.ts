import { refuse } from './errors'

type Limits = { atOnce: number; waiting: number }

/**
 * Lets `atOnce` pieces of work run at a time and `waiting` more wait in order; beyond that it refuses (503).
 * A save holds one database connection and needs a second one: without turns a crowd of savers would take all
 * connections and wait for each other.
 */
export function takeTurns({ atOnce, waiting }: Limits): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw refuse('too_busy')
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
