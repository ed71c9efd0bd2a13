import type { ClientBase } from 'pg'
import { inEach, type Sentence } from '@/lib/sentence'
import type { UnitRow } from './revisions'

// An embargo means absence: before its moment nothing of a document is on the public side. The clock of the database
// decides, and the database refuses too.

/** The moment before which nobody may use the text, while it is ahead. */
export async function openEmbargo(
  client: ClientBase,
  rows: ReadonlyMap<string, UnitRow>,
): Promise<Date | undefined> {
  const until: unknown = rows.get('shared')?.revision.values['embargo']
  if (typeof until !== 'string') return undefined
  const found = await client.query<{ isOpen: boolean }>(
    'select $1::timestamptz > clock_timestamp() as "isOpen"',
    [until],
  )
  return found.rows[0]?.isOpen ? new Date(until) : undefined
}

/** "10 October 2031 at 09:00 UTC". */
export const momentInWords = (moment: Date): Sentence =>
  inEach((language) => {
    const clock = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'UTC',
    })
    return `${clock.format(moment)} UTC`
  })
