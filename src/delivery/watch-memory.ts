import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Memory } from './memory'

// What the process really occupies is more than what memory counts: objects that nobody needs any more and are not collected
// yet, pieces between others. Where that is too much, memory makes do with less, and what nobody needs is collected at once.

const mib = 1024 * 1024
// The program itself, and what is under way.
const besideMib = 55
// Garbage comes in waves of some 64 MiB: so much later the engine looks by itself at what lies outside its heap.
const mostBesideMib = 92
const everyMs = 100
const looksInSecond = 1000 / everyMs
// Where nothing is known yet, so much stays free for what is under way.
const startMib = 160

// The engine counts what lies outside its heap as if it were part of it, and would collect for every few MiB that come.
setFlagsFromString('--heap-growing-percent=100')
setFlagsFromString('--expose-gc')
/** Takes some 30 ms. */
const collect = runInNewContext('gc') as () => void

/** Keeps the process within the bound of memory and some 120 MiB. Returns what ends it. */
export function watchMemory(memory: Memory): () => void {
  let given = startMib * mib
  let collectedAt = 0
  memory.giveBack(given)
  const look = () => {
    const { limitBytes } = memory.size()
    const beside = process.memoryUsage.rss() - limitBytes
    if (beside > mostBesideMib * mib && Date.now() - collectedAt > 1000) {
      collect()
      collectedAt = Date.now()
    }
    const over = beside - besideMib * mib
    const before = given
    // Gives fast and takes back slowly.
    const step = (2 * mib) / looksInSecond
    given = over > 0 ? given + Math.max(step, over / looksInSecond) : Math.max(0, given - step)
    given = Math.min(given, limitBytes)
    if (given !== before) memory.giveBack(given)
  }
  const timer = setInterval(look, everyMs).unref()
  return () => clearInterval(timer)
}
