import { readFileSync, statSync } from 'node:fs'
import { Problem } from './steps.mjs'

/** The bytes of a file of at most `limit` bytes. Throws a Problem that names the file. */
export function readBytes(file: string, limit: number): Uint8Array {
  try {
    if (statSync(file).size > limit)
      throw new Problem(`${file} is larger than ${Math.round(limit / 1024 / 1024)} MiB.`)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Problem) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reasons: Record<string, string> = {
      ENOENT: 'does not exist',
      EISDIR: 'is a folder',
      EACCES: 'may not be read by you',
    }
    throw new Problem(`${file} ${reasons[code] ?? `cannot be read (${code})`}.`)
  }
}
