import type { ClientBase, Pool } from 'pg'
import { sourceLocale } from '@/lib/locales'
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

const revisionColumns = `r.id, r.number, r."values", r.values_hash as "valuesHash", r.content,
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

/** One revision of a unit by its number; undefined where there is none. */
export async function readRevisionNumber(
  client: ClientBase | Pool,
  { collection, id, unit, number }: UnitRef & { number: number },
): Promise<Revision | undefined> {
  const { rows } = await client.query<Revision>(
    `select ${revisionColumns} from editorial.revisions r
      where r.collection = $1 and r.document_id = $2 and r.unit = $3 and r.number = $4`,
    [collection, id, unit, number],
  )
  return rows[0]
}

export type NewRevision = Pick<Revision, 'values' | 'valuesHash' | 'content' | 'contentHash'> & {
  unit: string
  /** The revision whose approval this one ends; null where the unit had none. */
  ends: string | null
}
export type NewRevisions = DocumentRef & {
  author: string | null
  door: 'saved' | 'restored' | 'found'
  restoredFrom?: string | undefined
  /** The revision of the source that a translation follows from its first words on. */
  source: string | null
  revisions: readonly NewRevision[]
}

/**
 * Appends a revision to each of these units, which stand at it from now on: in writing, without approval. The caller
 * holds the document's lock, so numbers follow each other. Returns the revision of each unit.
 */
export async function insertRevisions(
  client: ClientBase,
  { collection, id, author, door, restoredFrom, source, revisions }: NewRevisions,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ unit: string; id: string }>(
    `with made as (
       select * from jsonb_to_recordset($3) as (
         unit text, "values" jsonb, "valuesHash" text, content jsonb, "contentHash" text, ends uuid)
     ),
     kept as (
       insert into editorial.revisions
         (collection, document_id, unit, number, "values", values_hash, content, content_hash, restored_from, author, door)
       select $1, $2, m.unit, coalesce(last.number, 0) + 1, m."values", m."valuesHash", m.content, m."contentHash", $4, $5, $6
         from made m
         left join lateral (
           select max(r.number) as number from editorial.revisions r
            where r.collection = $1 and r.document_id = $2 and r.unit = m.unit
         ) last on true
       returning id, unit
     ),
     placed as (
       insert into editorial.units (collection, document_id, unit, revision, stage_by, source_revision)
       select $1, $2, k.unit, k.id, $5,
              case when k.unit not in ('shared', $8) then coalesce((select id from kept where unit = $8), $7) end
         from kept k
       on conflict (collection, document_id, unit) do update set
         revision = excluded.revision, stage = 'writing', approval = null, stage_by = excluded.stage_by,
         stage_at = clock_timestamp(),
         source_revision = coalesce(editorial.units.source_revision, excluded.source_revision)
     ),
     ended as (
       insert into editorial.steps (collection, document_id, unit, verb, revision, person)
       select $1, $2, unit, 'approval-ended', ends, $5 from made where ends is not null
     )
     select unit, id::text from kept`,
    [collection, id, JSON.stringify(revisions), restoredFrom ?? null, author, door, source, sourceLocale],
  )
  return new Map(rows.map((row) => [row.unit, row.id]))
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
