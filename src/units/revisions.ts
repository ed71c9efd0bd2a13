import type { ClientBase, Pool } from 'pg'
import type { Stage } from './stages'
import type { Values } from './unit-values'

// Reading and writing the tables of schema `editorial`.

export type DocumentRef = { collection: string; id: string }
export type UnitRef = DocumentRef & { unit: string }

export type Revision = {
  id: string
  number: number
  values: Values
  valuesHash: string
  /** As it is published; null where that is not possible. */
  content: unknown
  contentHash: string | null
  restoredFrom: string | null
  author: string | null
  at: Date
}

/** Where a unit stands, with its current revision. */
export type UnitRow = {
  unit: string
  stage: Stage
  stageAt: Date
  stageBy: string | null
  approval: string | null
  sourceRevision: string | null
  assignee: string | null
  due: string | null
  revision: Revision
}

export const revisionColumns = `r.id, r.number, r."values", r.values_hash as "valuesHash", r.content,
  r.content_hash as "contentHash", r.restored_from as "restoredFrom", r.author, r.at`

type Read = Omit<UnitRow, 'revision'> & { current: Omit<Revision, 'at'> & { at: string } }

/** All units of a document that were ever written, by name. */
export async function readUnits(
  client: ClientBase | Pool,
  { collection, id }: DocumentRef,
): Promise<Map<string, UnitRow>> {
  const { rows } = await client.query<Read>(
    `select u.unit, u.stage, u.stage_at as "stageAt", u.stage_by as "stageBy", u.approval,
            u.source_revision as "sourceRevision", u.assignee, u.due::text as due,
            to_jsonb(cur) as current
       from editorial.units u
       cross join lateral (select ${revisionColumns} from editorial.revisions r where r.id = u.revision) cur
      where u.collection = $1 and u.document_id = $2`,
    [collection, id],
  )
  return new Map(
    rows.map(({ current, ...row }) => [
      row.unit,
      { ...row, revision: { ...current, at: new Date(current.at) } },
    ]),
  )
}

/** One revision by its id; undefined where there is none, or it is of another document. */
export async function readRevision(
  client: ClientBase | Pool,
  { collection, id }: DocumentRef,
  revision: string,
): Promise<(Revision & { unit: string }) | undefined> {
  const { rows } = await client.query<Revision & { unit: string }>(
    `select r.unit, ${revisionColumns} from editorial.revisions r
      where r.id::text = $3 and r.collection = $1 and r.document_id = $2`,
    [collection, id, revision],
  )
  return rows[0]
}

export type NewRevision = Pick<Revision, 'values' | 'valuesHash' | 'content' | 'contentHash' | 'author'> & {
  restoredFrom?: string | null
  door: 'saved' | 'restored' | 'found'
}

/** Appends a revision. The caller holds the document's lock, so numbers follow each other. Returns id and number. */
export async function insertRevision(
  client: ClientBase,
  { collection, id, unit }: UnitRef,
  made: NewRevision,
): Promise<{ id: string; number: number }> {
  const { rows } = await client.query<{ id: string; number: number }>(
    `insert into editorial.revisions
       (collection, document_id, unit, number, "values", values_hash, content, content_hash, restored_from, author, door)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9, $10
       from editorial.revisions where collection = $1 and document_id = $2 and unit = $3
     returning id, number`,
    [
      collection,
      id,
      unit,
      JSON.stringify(made.values),
      made.valuesHash,
      made.content === null ? null : JSON.stringify(made.content),
      made.contentHash,
      made.restoredFrom ?? null,
      made.author,
      made.door,
    ],
  )
  const [row] = rows
  if (!row) throw new Error('The revision was not stored.')
  return row
}

/** The unit now stands at a new revision: in writing, without approval. */
export async function moveToRevision(
  client: ClientBase,
  { collection, id, unit }: UnitRef,
  to: { revision: string; by: string | null; sourceRevision: string | null },
): Promise<void> {
  await client.query(
    `insert into editorial.units (collection, document_id, unit, revision, stage_by, source_revision)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (collection, document_id, unit) do update set
       revision = $4, stage = 'writing', approval = null, stage_by = $5, stage_at = clock_timestamp(),
       source_revision = coalesce(editorial.units.source_revision, $6)`,
    [collection, id, unit, to.revision, to.by, to.sourceRevision],
  )
}

export type Step = {
  verb: string
  revision: string | null
  person: string | null
  second?: string | null
  reason?: string | null
}

/** Appends to the history of a unit. */
export async function insertStep(
  client: ClientBase,
  { collection, id, unit }: UnitRef,
  step: Step,
): Promise<void> {
  await client.query(
    `insert into editorial.steps (collection, document_id, unit, verb, revision, person, second, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [collection, id, unit, step.verb, step.revision, step.person, step.second ?? null, step.reason ?? null],
  )
}
