// How the commands talk to the person in front of them: one line per step with its time, one line per problem.

/** Something the reader can put right. The message is one line that says what to do; nothing else is shown. */
export class Problem extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message)
    this.name = 'Problem'
  }
}

const isTerminal = process.stdout.isTTY
const quietAfterMs = 10_000

/** @param {number} since a reading of `Date.now()` */
export const secondsSince = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs one step and prints its name, what came of it and how long it took. A long step says every ten
 * seconds that it is still running (a terminal shows a clock instead).
 *
 * @template T
 * @param {string} name
 * @param {(note: (text: string, isGood?: boolean) => void) => T | Promise<T>} work `note` sets what is printed
 *   when it is done, and whether that is good news
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const since = Date.now()
  let note = 'done'
  let mark = '✓'
  const label = name.padEnd(13)
  const timer = setInterval(() => showProgress(label, since), isTerminal ? 200 : quietAfterMs)
  try {
    const result = await work((text, isGood = true) => {
      note = text
      mark = isGood ? '✓' : '✗'
    })
    finishLine(`${mark} ${label} ${note} (${secondsSince(since)})`)
    return result
  } catch (error) {
    finishLine(`✗ ${label} failed (${secondsSince(since)})`)
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** @param {string} label @param {number} since */
function showProgress(label, since) {
  if (isTerminal) process.stdout.write(`\r… ${label} ${secondsSince(since)} `)
  else process.stdout.write(`… ${label} still working (${secondsSince(since)})\n`)
}

/** @param {string} line */
function finishLine(line) {
  process.stdout.write(isTerminal ? `\r\u001B[K${line}\n` : `${line}\n`)
}

/**
 * Prints why a command stopped: a `Problem` in one line, anything else as the bug it is.
 *
 * @param {unknown} error
 */
export function printFailure(error) {
  const full = asProblem(error)
  if (full instanceof Problem) process.stderr.write(`\n${full.message}\n`)
  else process.stderr.write(`\n${full instanceof Error ? (full.stack ?? full.message) : String(full)}\n`)
}

/** A full or read-only disk can show in any step; both have one answer. @param {unknown} error */
function asProblem(error) {
  if (!(error instanceof Error) || error instanceof Problem || !('code' in error)) return error
  if (error.code === 'ENOSPC') return new Problem('The disk is full. Free at least 1 GiB, then start again.')
  if (error.code === 'EROFS' || error.code === 'EACCES') {
    const place = 'path' in error ? String(error.path) : 'a file'
    return new Problem(
      `${place} cannot be written. Give this user the right to write there, or set DATA_DIR.`,
    )
  }
  return error
}
