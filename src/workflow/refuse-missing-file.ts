import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { SanitizedConfig } from 'payload'
import { refuse } from '@/lib/errors'
import { say } from './say'

// Payload answers 500 for a file that is not there.

/** Of common file systems. */
const longestName = 255

// Of these the collection knows more: a file that another one replaced is there in smaller sizes.
const isOfDesk = /^[A-Za-z0-9]{20}\.(?:jpg|png)$/

/** Refuses a path under `/api/<collection>/file/` whose name no file can have (400), and one that is not there (404). */
export async function refuseMissingFile(config: SanitizedConfig, pathname: string): Promise<void> {
  const [, , slug, door, encoded = ''] = pathname.split('/')
  const { staticDir: directory, disableLocalStorage } =
    config.collections.find((each) => each.slug === slug)?.upload ?? {}
  if (door !== 'file' || directory === undefined) return
  const name = readName(encoded)
  if (Buffer.byteLength(name) > longestName)
    throw refuse('unfit', { place: say('The file'), reason: say('has a name that is too long.') })
  // Of what lies in a bucket, the adapter answers that.
  if (disableLocalStorage || isOfDesk.test(name)) return
  if (!(await isFile(path.join(directory, path.basename(name)))))
    throw refuse('not_found', { what: say('This file') })
}

function readName(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    throw refuse('bad_input', { place: say('The file'), reason: 'is not percent-encoded UTF-8.' })
  }
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
