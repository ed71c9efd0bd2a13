import type { FlattenedField } from 'payload'
import type { Pool } from 'pg'
import type { Person } from '@/access'
import { inLanguage, type ScreenLanguage } from '@/lib/sentence'
import { namesOf, pathName, readUnits, type DocumentRef, type UnitRow } from '@/units'
import { mayResolve } from './comments'
import { findPassage, textOf, type KeptPassage, type Passage, type Place } from './passage'
import { unitsFor } from './readable-units'

/** `by` is the name of a colleague, `at` RFC 3339. */
export type Said = { id: string; text: string; by: string; isMine: boolean; at: string }

export type CommentThread = Said & {
  /** 'shared' or a language, BCP-47. */
  unit: string
  /** The dotted path of the field that it is about, and its name; null: the whole unit. */
  field: string | null
  fieldName: string | null
  /** The passage that it is about, and where that stands now, if anywhere. */
  passage: (Passage & { place: Place | null; isGone: boolean }) | null
  mustFix: boolean
  resolved: { by: string; at: string } | null
  mayResolve: boolean
  answers: Said[]
}

/** `units`: those on which this person may comment. Threads: the open ones first, of both the oldest first. */
export type DocumentComments = { threads: CommentThread[]; units: string[] }

type Row = {
  id: string
  unit: string
  field: string | null
  passage: KeptPassage | null
  answers: string | null
  text: string
  mustFix: boolean
  author: string
  at: Date
  resolvedBy: string | null
  resolvedAt: Date | null
}

type Asked = DocumentRef & { person: Person; fields: readonly FlattenedField[]; language: ScreenLanguage }

const most = 2000

/** The comments of a document that this person may read; the caller has seen that they may read the document. */
export async function readComments(pool: Pool, asked: Asked): Promise<DocumentComments> {
  const { readable, commentable } = await unitsFor(pool, asked.person, asked)
  const rows = await readRows(pool, asked, readable)
  const names = await namesOf(
    pool,
    rows.flatMap(({ author, resolvedBy }) => [author, resolvedBy]),
  )
  const words = rows.some(({ passage }) => passage)
    ? await readUnits(pool, asked)
    : new Map<string, UnitRow>()
  const telling = {
    ...asked,
    rows,
    words,
    commentable,
    nameOf: (id: string | null) => names.get(id ?? '') ?? '',
  }
  const threads = rows.filter(({ answers }) => answers === null).map((row) => tell(row, telling))
  return {
    threads: [...threads.filter(isOpen), ...threads.filter((thread) => !isOpen(thread))],
    units: commentable,
  }
}

const isOpen = ({ resolved }: CommentThread): boolean => resolved === null

async function readRows(pool: Pool, { collection, id }: DocumentRef, units: string[]): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select id, unit, field, passage, answers, text, must_fix as "mustFix", author, at,
            resolved_by as "resolvedBy", resolved_at as "resolvedAt"
       from editorial.comments
      where document_id = $2 and collection = $1 and unit = any ($3) order by at, id limit ${most}`,
    [collection, id, units],
  )
  return rows
}

type Telling = Asked & {
  rows: readonly Row[]
  words: ReadonlyMap<string, UnitRow>
  commentable: readonly string[]
  nameOf: (id: string | null) => string
}

const said = ({ id, text, author, at }: Row, { person, nameOf }: Telling): Said => ({
  id,
  text,
  by: nameOf(author),
  isMine: author === person.id,
  at: at.toISOString(),
})

function tell(row: Row, telling: Telling): CommentThread {
  const { unit, field, mustFix, author, resolvedAt, resolvedBy } = row
  const { collection, id, person, fields, language, rows, nameOf, commentable } = telling
  return {
    ...said(row, telling),
    unit,
    field,
    fieldName: field === null ? null : inLanguage(pathName(fields, field.split('.')), language),
    passage: row.passage && placed(row.passage, row, telling),
    mustFix,
    resolved: resolvedAt && { by: nameOf(resolvedBy), at: resolvedAt.toISOString() },
    mayResolve: commentable.includes(unit) && mayResolve(person, { collection, id, unit, author, mustFix }),
    answers: rows.filter(({ answers }) => answers === row.id).map((answer) => said(answer, telling)),
  }
}

function placed(
  { isLoose, ...passage }: KeptPassage,
  { unit, field }: Row,
  { words }: Telling,
): CommentThread['passage'] {
  const value = words.get(unit)?.revision.values[field ?? '']
  const place = findPassage(textOf(value), passage)
  return { ...passage, place, isGone: place === null && !isLoose }
}
