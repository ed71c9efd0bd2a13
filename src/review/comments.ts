import type { ClientBase } from 'pg'
import { mayOnUnit, type ContentCollection, type Person } from '@/access'
import { appendAudit, type AuditAction } from '@/audit'
import { refuse } from '@/lib/errors'
import { holdDocument, inTransaction } from '@/lib/postgres'
import { fieldAt, fieldsOf, isLocalized, readUnits, unitInWords, type Actor, type DocumentRef } from '@/units'
import { cleanPassage, cleanText } from './clean-comment'
import { findPassage, textOf, type KeptPassage, type Passage } from './passage'
import { unitsFor } from './readable-units'

// Comments on a unit, a field of it, or a passage of that field. What was said stays as it was said; a comment is
// answered, resolved and opened again. An open one that must be fixed keeps the unit from being approved and published.

export type NewComment = {
  unit: string
  /** The dotted path of a field of this unit. */
  field?: string | undefined
  passage?: Passage | undefined
  text: string
  mustFix?: boolean | undefined
  /** The comment that this one answers. */
  answers?: string | undefined
}

/** Refusals: not_assigned, comment_gone, bad_input, bad_text. The caller has seen that the person may read the document. */
export async function addComment(actor: Actor, ref: DocumentRef, comment: NewComment): Promise<void> {
  const text = cleanText(comment.text, 'text')
  // An answer is about what it answers.
  const passage = comment.passage && !comment.answers ? cleanPassage(comment.passage) : undefined
  await inTransaction(async (client) => {
    await holdDocument(client, ref)
    const about = comment.answers === undefined ? comment : await answered(client, ref, comment.answers)
    await refuseNotTheirs(client, actor.user, { ...ref, unit: about.unit })
    checkField(actor, ref, about)
    const kept = passage && (await keptIn(client, ref, { ...about, passage }))
    const id = await insert(client, actor, {
      ...ref,
      ...about,
      text,
      passage: kept,
      answers: comment.answers,
    })
    if (about.mustFix)
      await log(client, actor, { document: ref, unit: about.unit, comment: id, action: 'must-fix-asked' })
  })
}

export type Change = DocumentRef & { comment: string; verb: 'resolve' | 'reopen' }

/**
 * Resolves a comment or opens it again. Of what must be fixed, whoever asked for it says that it is, or somebody who
 * may approve it. Refusals: comment_gone, not_assigned, must_fix_not_yours.
 */
export async function changeComment(actor: Actor, { comment, verb, ...ref }: Change): Promise<void> {
  const person = actor.user
  await inTransaction(async (client) => {
    await holdDocument(client, ref)
    const known = await readOne(client, ref, comment)
    if (!known || known.answers !== null) throw refuse('comment_gone')
    const at = { ...ref, unit: known.unit }
    await refuseNotTheirs(client, person, at)
    if (verb === 'resolve' && !mayResolve(person, { ...at, ...known })) throw refuse('must_fix_not_yours')
    const { rowCount } = await client.query(
      verb === 'resolve'
        ? `update editorial.comments set resolved_by = $2, resolved_at = clock_timestamp() where id = $1 and resolved_at is null`
        : `update editorial.comments set resolved_by = null, resolved_at = null where id = $1 and $2::uuid is not null and resolved_at is not null`,
      [comment, person?.id],
    )
    const action = verb === 'resolve' ? 'must-fix-resolved' : 'must-fix-reopened'
    if (known.mustFix && rowCount === 1)
      await log(client, actor, { document: ref, unit: known.unit, comment, action })
  })
}

type Resolving = DocumentRef & { unit: string; author: string; mustFix: boolean }

/** Of a unit on which this person may comment. */
export const mayResolve = (
  person: Person | null,
  { collection, unit, author, mustFix }: Resolving,
): boolean =>
  !mustFix ||
  author === person?.id ||
  mayOnUnit(person, 'approve', { collection: collection as ContentCollection, unit })

type About = Pick<NewComment, 'unit' | 'field' | 'mustFix'>

// An answer to an answer answers what both are about; it has no field or urgency of its own.
async function answered(client: ClientBase, ref: DocumentRef, id: string): Promise<About> {
  const known = await readOne(client, ref, id)
  if (!known || known.answers !== null) throw refuse('comment_gone')
  return { unit: known.unit }
}

async function refuseNotTheirs(
  client: ClientBase,
  person: Person | null,
  { unit, ...ref }: DocumentRef & { unit: string },
): Promise<void> {
  const isTheirs = person !== null && (await unitsFor(client, person, ref)).commentable.includes(unit)
  if (!isTheirs) throw refuse('not_assigned', { unit: unitInWords(unit) })
}

function checkField({ payload }: Actor, { collection }: DocumentRef, { unit, field }: About): void {
  if (field === undefined) return
  const found = fieldAt(fieldsOf(payload, collection), field.split('.'))
  if (!found || isLocalized(found) === (unit === 'shared'))
    throw refuse('bad_input', { place: 'field', reason: 'is not a field of this unit.' })
}

async function keptIn(
  client: ClientBase,
  ref: DocumentRef,
  { unit, field = '', passage }: About & { passage: Passage },
): Promise<KeptPassage> {
  const stored = (await readUnits(client, ref)).get(unit)?.revision.values[field]
  return findPassage(textOf(stored), passage) ? passage : { ...passage, isLoose: true }
}

type Row = DocumentRef & About & Pick<NewComment, 'text' | 'answers'> & { passage: KeptPassage | undefined }

async function insert(client: ClientBase, { user }: Actor, row: Row): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into editorial.comments (collection, document_id, unit, field, passage, revision, answers, text, must_fix, author)
     values ($1, $2, $3, $4, $5,
       (select u.revision from editorial.units u where u.collection = $1 and u.document_id = $2 and u.unit = $3),
       $6, $7, $8, $9) returning id`,
    [
      row.collection,
      row.id,
      row.unit,
      row.field ?? null,
      row.passage ? JSON.stringify(row.passage) : null,
      row.answers ?? null,
      row.text,
      row.mustFix ?? false,
      user?.id,
    ],
  )
  const [made] = rows
  if (!made) throw new Error('The comment was not stored.')
  return made.id
}

type Known = { unit: string; author: string; mustFix: boolean; answers: string | null }

async function readOne(client: ClientBase, ref: DocumentRef, id: string): Promise<Known | undefined> {
  const { rows } = await client.query<Known>(
    `select unit, author, must_fix as "mustFix", answers from editorial.comments
      where id = $3 and collection = $1 and document_id = $2`,
    [ref.collection, ref.id, id],
  )
  return rows[0]
}

type Logged = { document: DocumentRef; unit: string; comment: string; action: AuditAction }

// Never what the comment says.
const log = (client: ClientBase, { user }: Actor, { document, unit, comment, action }: Logged) =>
  appendAudit(client, {
    action,
    person: user?.id ?? null,
    collection: document.collection,
    document: document.id,
    unit,
    details: { comment },
  })
