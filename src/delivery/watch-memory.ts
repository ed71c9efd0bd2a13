import type { Memory } from './memory'

// What the process really occupies is more than what memory counts: objects that nobody needs any more and are not collected
// yet, pieces between others. Where that is too much, memory makes do with less.

const mib = 1024 * 1024
// The program itself, and what is under way.
const besideMib = 24
const everyMs = 500
// Where nothing is known yet, so much stays free for what is under way.
const startMib = 160

/** Keeps the process within the bound of memory and some 120 MiB. Returns what ends it. */
export function watchMemory(memory: Memory): () => void {
  let given = startMib * mib
  memory.giveBack(given)
  const look = () => {
    const over = process.memoryUsage.rss() - memory.size().limitBytes - besideMib * mib
    const before = given
    // Gives fast and takes back slowly: garbage comes in waves.
    given = over > 0 ? given + Math.max(mib, over / 2) : Math.max(0, given - mib)
    given = Math.min(given, memory.size().limitBytes)
    if (given !== before) memory.giveBack(given)
  }
  const timer = setInterval(look, everyMs).unref()
  return () => clearInterval(timer)
}
