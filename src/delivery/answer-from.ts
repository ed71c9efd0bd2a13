import { headOf, bodyOf, type Entry } from './entry'
import type { Publisher } from './publisher'
import { formEntry, includedIn } from './read-form'
import { singleEntry, type Asked, type FoundSingle } from './read-single'
import { readTarget, type Wanted } from './read-target'
import { notFound } from './refused'

/** Another world than the public one: one resource of it, with what is included. Throws Refused where it is not there. */
export type Finder = (wanted: Asked) => Promise<FoundSingle>

/** What is sent: the bytes, their media type, and their language. */
export type Given = { type: string; body: Buffer; contentLanguage: string }

/**
 * What this API would answer to `target` (`/v1/…`) if `find` were the public world: one resource, or a form of it. Throws
 * Refused.
 */
export async function answerFrom(find: Finder, publisher: Publisher, target: string): Promise<Given> {
  const wanted = readTarget(target)
  const entry = await entryFrom(find, publisher, wanted)
  if (entry.status !== 200) throw notFound
  const head = headOf(entry.identity)
  const language = head.indexOf('Content-Language')
  return {
    type: entry.type,
    body: Buffer.from(bodyOf(entry.identity)),
    contentLanguage: language < 0 ? '' : (head[language + 1] ?? ''),
  }
}

async function entryFrom(find: Finder, publisher: Publisher, wanted: Wanted): Promise<Entry> {
  if (wanted.kind === 'single') return singleEntry(await find(wanted), wanted)
  if (wanted.kind !== 'form') throw notFound
  return formEntry(await find({ ...wanted, include: includedIn(wanted) }), wanted, publisher)
}
