import type { ClientBase } from 'pg'
import { readInstant } from '@/lib/date-words'
import { inEach, type Sentence } from '@/lib/sentence'
import { firstZone, knownZone } from './foundation-zone'
import type { UnitRow } from './revisions'

// An embargo means absence: before its moment nothing of a document is on the public side. The clock of the database
// decides, and the database refuses too.

/** The moment before which nobody may use the text, and the clock of the foundation, on which it is told. */
export type Embargo = { until: Date; zone: string }

/** The embargo of a document, while its moment is ahead. */
export async function openEmbargo(
  client: ClientBase,
  rows: ReadonlyMap<string, UnitRow>,
): Promise<Embargo | undefined> {
  const until: unknown = rows.get('shared')?.revision.values['embargo']
  if (typeof until !== 'string') return undefined
  const found = await client.query<{ isOpen: boolean; zone: string | null }>(
    `select $1::timestamptz > clock_timestamp() as "isOpen", ${firstZone} as zone`,
    [until],
  )
  const [now] = found.rows
  return now?.isOpen ? { until: new Date(until), zone: knownZone(now.zone) } : undefined
}

/** "10 October 2031, 11:00 CEST". */
export const momentInWords = ({ until, zone }: Embargo): Sentence =>
  inEach((language) => readInstant(until, { language, zone }))
