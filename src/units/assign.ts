import type { ClientBase } from 'pg'
import { appendAudit } from '@/audit'
import { refuse } from '@/lib/errors'
import { canDo, readColleagues } from './colleagues'
import type { UnitRef } from './revisions'
import { unitInWords } from './say'

// Whose turn it is, and by when. A unit that was begun carries both itself; a language that was only sent to translation
// carries them with that. Both are kept alike, so that beginning to write changes nothing.

/** Refuses (409) somebody who has none of the rights in `needs` on this unit. */
export async function refuseUnable(
  client: ClientBase,
  person: string,
  { needs, ...on }: UnitRef & { needs: readonly ('update' | 'approve')[] },
): Promise<void> {
  const [colleague] = await readColleagues(client, [person])
  if (!needs.some((right) => canDo(colleague, right, on)))
    throw refuse('cannot_take_it', { unit: unitInWords(on.unit) })
}

export type Assignment = {
  /** A person's id; null takes it from whoever had it. */
  assignee?: string | null | undefined
  /** RFC 3339 full-date; null: none. */
  due?: string | null | undefined
}

/** Stores what is given; what is undefined stays. Refusal: nothing_written where the unit is neither begun nor sent. */
export async function storeAssignment(
  client: ClientBase,
  { collection, id, unit }: UnitRef,
  assignment: Assignment & { by: string | null },
): Promise<void> {
  const { assignee, due, by } = assignment
  const values = [collection, id, unit, assignee !== undefined, assignee, due !== undefined, due]
  const set = `assignee = case when $4 then $5::uuid else assignee end, due = case when $6 then $7::date else due end`
  const begun = await client.query(
    `update editorial.units set ${set} where collection = $1 and document_id = $2 and unit = $3`,
    values,
  )
  const sent = await client.query(
    `update editorial.translation_requests set ${set}
      where collection = $1 and document_id = $2 and locale = $3 and taken_back_at is null`,
    values,
  )
  if (begun.rowCount === 0 && sent.rowCount === 0)
    throw refuse('nothing_written', { unit: unitInWords(unit) })
  const details = { ...(assignee === undefined ? {} : { assignee }), ...(due === undefined ? {} : { due }) }
  await appendAudit(client, { action: 'assigned', person: by, collection, document: id, unit, details })
}
