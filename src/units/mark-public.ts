import type { ClientBase } from 'pg'
import { appendAudit } from '@/audit'
import { insertStep, type UnitRef } from './revisions'
import { actionOf } from './stages'

// What publishing leaves on the editing side, in the transaction that publishes.

export type PublicStep = UnitRef & { revision: string | null } & (
    | { verb: 'publish' }
    | { verb: 'take-down'; reason: string }
  )

/** The unit is public now, or no longer. Words that are being written anew stay where they are. */
export async function markPublic(client: ClientBase, step: PublicStep, person: string | null): Promise<void> {
  const { collection, id, unit, verb, revision } = step
  const said = step.verb === 'take-down' ? { reason: step.reason } : {}
  const [from, to] = verb === 'publish' ? [['approved', 'taken-down'], 'public'] : [['public'], 'taken-down']
  await client.query(
    `update editorial.units set stage = $5, stage_by = $6, stage_at = clock_timestamp()
      where collection = $1 and document_id = $2 and unit = $3 and stage = any ($4)`,
    [collection, id, unit, from, to, person],
  )
  await insertStep(client, { collection, id, unit }, { verb, revision, person, ...said })
  await appendAudit(client, {
    action: actionOf[verb],
    person,
    collection,
    document: id,
    unit,
    ...(revision ? { revision } : {}),
    ...said,
  })
}
