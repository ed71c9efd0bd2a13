import { isBlank } from '@/formats'
import type { Payload, PayloadRequest } from 'payload'
import type { ClientBase } from 'pg'
import { appendAudit } from '@/audit'
import { holdDocument, inTransaction } from '@/lib/postgres'
import { refuse } from '@/lib/errors'
import { sourceLocale } from '@/lib/locales'
import { refuseUnable, storeAssignment } from './assign'
import { readFacts, type DocumentFacts, type UnitFacts } from './facts'
import { obstacleTo } from './obstacle'
import { insertStep, type DocumentRef, type UnitRef } from './revisions'
import { unitInWords } from './say'
import { actionOf, transitions, type Verb } from './stages'

// The verbs of units that change nothing in public. One transaction for all units of an order: all or none.

/** Who acts, and through which Payload. */
export type Actor = { payload: Payload; user: PayloadRequest['user'] }
/** `revision` is the one that the person read. */
export type Chosen = { unit: string; revision?: string | undefined }
export type Order = DocumentRef & {
  verb: Exclude<Verb, 'publish' | 'take-down' | 'restore'>
  units: readonly Chosen[]
  reason?: string | undefined
  /** Of what is submitted: who shall review it, by id. */
  reviewer?: string | undefined
}

/**
 * Does `verb` to each unit, as the person may and as the stages allow. Refusals: not_found, not_allowed, not_assigned,
 * words_changed, revision_missing, reason_missing, cannot_take_it, reviewer_wrote, and what `obstacleTo` says.
 */
export async function advance(actor: Actor, order: Order): Promise<void> {
  const reason = order.reason?.trim() ?? ''
  if (transitions[order.verb].needsReason && isBlank(reason)) throw refuse('reason_missing')
  await inTransaction(async (client) => {
    await holdDocument(client, order)
    const submitting = order.verb === 'submit' ? order.units.map(({ unit }) => unit) : []
    const facts = await readFacts(client, actor.payload, { ...order, submitting })
    for (const chosen of order.units) {
      const unit = chosenUnit(facts, chosen)
      const obstacle = obstacleTo({ ...order, person: actor.user, facts: unit })
      if (obstacle) throw obstacle
      refuseUnread(order.verb, chosen)
      await step(client, { facts, unit, order, reason, person: actor.user?.id ?? null })
    }
  })
}

// Nobody approves words that they do not name: others may have taken their place since they were read.
function refuseUnread(verb: Verb, { unit, revision }: Chosen): void {
  if (transitions[verb].needsRevision && revision === undefined)
    throw refuse('revision_missing', { unit: unitInWords(unit) })
}

/** The unit as the person read it. Refusals: not_found, words_changed. */
export function chosenUnit(facts: DocumentFacts, { unit, revision }: Chosen): UnitFacts {
  const found = facts.units.get(unit)
  if (!found) throw refuse('not_found', { what: unitInWords(unit) })
  if (revision !== undefined && found.row && found.row.revision.id !== revision)
    throw refuse('words_changed', { unit: unitInWords(unit) })
  return found
}

type Doing = {
  facts: DocumentFacts
  unit: UnitFacts
  order: Order
  reason: string
  person: string | null
}

async function step(client: ClientBase, doing: Doing): Promise<void> {
  const { facts, unit, order, person } = doing
  const ref = { collection: facts.collection, id: facts.id, unit: unit.unit }
  const approval = await approve(client, doing)
  if (order.verb === 'follow-source') await followSource(client, ref, facts)
  if (order.verb === 'submit' && order.reviewer !== undefined) await askReviewer(client, ref, doing)
  const { to } = transitions[order.verb]
  if (to !== undefined) await moveTo(client, ref, { stage: to, by: person, approval: approval?.id ?? null })
  await tell(client, ref, { ...doing, approval })
}

async function askReviewer(client: ClientBase, ref: UnitRef, { unit, order, person }: Doing): Promise<void> {
  const { reviewer = '' } = order
  await refuseUnable(client, reviewer, { ...ref, needs: ['approve'] })
  if (unit.authors.includes(reviewer)) throw refuse('reviewer_wrote', { unit: unitInWords(ref.unit) })
  await storeAssignment(client, ref, { assignee: reviewer, by: person })
}

type Telling = Doing & { approval: Approval | undefined }

/** History and log. Of an agreed exception the approval is that of the person who asked for it. */
async function tell(
  client: ClientBase,
  ref: UnitRef,
  { unit, order, person, approval, reason }: Telling,
): Promise<void> {
  const { approver, second, reason: why } = approval ?? { approver: person, second: null, reason: null }
  const revision = unit.row?.revision.id ?? null
  const said = why ?? (reason || null)
  await insertStep(client, ref, { verb: order.verb, revision, person: approver, second, reason: said })
  const { collection, id: document } = ref
  await appendAudit(client, {
    action: actionOf[order.verb],
    person,
    collection,
    document,
    unit: ref.unit,
    ...(revision ? { revision } : {}),
    ...(said ? { reason: said } : {}),
    ...(second ? { details: { approver } } : {}),
  })
}

type Given = { approver: string | null; second: string | null; reason: string | null }
type Approval = Given & { id: string }

const givenBy: Partial<Record<Verb, (doing: Doing) => Given>> = {
  approve: ({ person }) => ({ approver: person, second: null, reason: null }),
  'agree-exception': ({ unit: { exception }, person }) => ({
    approver: exception?.person ?? null,
    second: person,
    reason: exception?.reason ?? null,
  }),
}

/** The approval that this step gives, bound to the words; undefined for other verbs. */
async function approve(client: ClientBase, doing: Doing): Promise<Approval | undefined> {
  const given = givenBy[doing.order.verb]?.(doing)
  if (!given) return undefined
  const revision = doing.unit.row?.revision
  const { rows } = await client.query<{ id: string }>(
    `insert into editorial.approvals (revision, values_hash, approver, second, reason)
     values ($1, $2, $3, $4, $5) returning id`,
    [revision?.id, revision?.valuesHash, given.approver, given.second, given.reason],
  )
  const [row] = rows
  if (!row) throw new Error('The approval was not stored.')
  return { ...row, ...given }
}

type Place = { stage: string; by: string | null; approval: string | null }

async function moveTo(client: ClientBase, { collection, id, unit }: UnitRef, to: Place): Promise<void> {
  await client.query(
    `update editorial.units set stage = $4, stage_by = $5, approval = $6, stage_at = clock_timestamp()
      where collection = $1 and document_id = $2 and unit = $3`,
    [collection, id, unit, to.stage, to.by, to.approval],
  )
}

async function followSource(
  client: ClientBase,
  { collection, id, unit }: UnitRef,
  facts: DocumentFacts,
): Promise<void> {
  await client.query(
    `update editorial.units set source_revision = $4 where collection = $1 and document_id = $2 and unit = $3`,
    [collection, id, unit, facts.units.get(sourceLocale)?.row?.revision.id],
  )
}
