import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Whether that process is alive and `text` is in its command line: numbers are used again, so a number that a
 * file has kept proves nothing.
 *
 * @param {number} pid
 * @param {string} text
 */
export function isRunning(pid, text) {
  if (!isAlive(pid)) return false
  const file = `/proc/${pid}/cmdline`
  if (existsSync(file)) return readFileSync(file, 'utf8').includes(text)
  return spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
    text,
  )
}
