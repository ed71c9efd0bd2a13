import type { ClientBase } from 'pg'
import { appendAudit } from '@/audit'
import { may, type ContentCollection } from '@/access'
import { refuse } from '@/lib/errors'
import { isLocale, localeCodes, sourceLocale } from '@/lib/locales'
import { holdDocument, inTransaction } from '@/lib/postgres'
import { insertStep, refuseUnable, refuseUnreadable, type Actor, type DocumentRef } from '@/units'
import { refusePast } from './due-day'
import { say } from './say'

// What is with the translators of a language, and what is not any more. Translators see nothing else.

export type Sending = {
  /** All of them or none. */
  documents: readonly DocumentRef[]
  languages: readonly string[]
  /** RFC 3339 full-date. */
  due?: string | undefined
  note?: string | undefined
  /** The translator of a language, by id. */
  assignees?: Readonly<Record<string, string>> | undefined
}

/**
 * Sends documents to the translators of each language; where they are already, day, note and translator are renewed.
 * Refusals: not_found, not_allowed, unknown_language, not_translated, cannot_take_it, day_is_past.
 */
export async function sendToTranslation(actor: Actor, sending: Sending): Promise<void> {
  checkLanguages(sending.languages)
  refusePast(sending.due)
  await eachDocument(actor, sending, async (client, ref) => {
    for (const locale of sending.languages) {
      const assignee = sending.assignees?.[locale]
      if (assignee !== undefined)
        await refuseUnable(client, assignee, { ...ref, unit: locale, needs: ['update'] })
      await store(client, actor, { ...sending, ...ref, locale, assignee })
    }
  })
}

/** Takes documents back: their translators no longer see them. What they wrote stays. Refusals: not_found, not_allowed. */
export async function takeFromTranslation(
  actor: Actor,
  { documents, languages }: Pick<Sending, 'documents' | 'languages'>,
): Promise<void> {
  checkLanguages(languages)
  await eachDocument(actor, { documents }, async (client, ref) => {
    const { rows } = await client.query<{ locale: string }>(
      `update editorial.translation_requests set taken_back_by = $4, taken_back_at = clock_timestamp()
        where collection = $1 and document_id = $2 and locale = any ($3) and taken_back_at is null
        returning locale`,
      [ref.collection, ref.id, languages, actor.user?.id],
    )
    for (const { locale } of rows)
      await tell(client, actor, { ...ref, locale, verb: 'take-from-translation' })
  })
}

function checkLanguages(languages: readonly string[]): void {
  const wrong = languages.find((language) => !isLocale(language))
  if (wrong !== undefined)
    throw refuse('unknown_language', { language: wrong, known: localeCodes.join(', ') })
  if (languages.includes(sourceLocale)) throw refuse('not_translated')
}

/** A document with the source's revision, which is what is sent. */
type Sent = DocumentRef & { source: string | null }
type Work = (client: ClientBase, ref: Sent) => Promise<void>

// In the order of their ids, so that two orders of the same documents never wait for each other.
async function eachDocument(
  actor: Actor,
  { documents }: Pick<Sending, 'documents'>,
  work: Work,
): Promise<void> {
  const inOrder = documents.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  for (const ref of inOrder) {
    await refuseUnreadable(actor, ref)
    if (!may(actor.user, ref.collection as ContentCollection, 'send-to-translation'))
      throw refuse('not_allowed', { action: say('send this to translation') })
  }
  await inTransaction(async (client) => {
    for (const ref of inOrder) {
      await holdDocument(client, ref)
      await work(client, { ...ref, source: await sourceOf(client, ref) })
    }
  })
}

async function sourceOf(client: ClientBase, { collection, id }: DocumentRef): Promise<string | null> {
  const { rows } = await client.query<{ revision: string }>(
    'select revision from editorial.units where collection = $1 and document_id = $2 and unit = $3',
    [collection, id, sourceLocale],
  )
  return rows[0]?.revision ?? null
}

type Request = Sent & Pick<Sending, 'due' | 'note'> & { locale: string; assignee: string | undefined }

async function store(client: ClientBase, actor: Actor, request: Request): Promise<void> {
  const { collection, id, locale, source, due, assignee } = request
  const note = request.note?.trim() || null
  await client.query(
    `insert into editorial.translation_requests as t (collection, document_id, locale, sent_by, note, due, assignee)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (collection, locale, document_id) where taken_back_at is null do update set
       note = coalesce(excluded.note, t.note), due = coalesce(excluded.due, t.due),
       assignee = coalesce(excluded.assignee, t.assignee)`,
    [collection, id, locale, actor.user?.id, note, due ?? null, assignee ?? null],
  )
  await client.query(
    `update editorial.units set due = coalesce($4, due), assignee = coalesce($5, assignee)
      where collection = $1 and document_id = $2 and unit = $3`,
    [collection, id, locale, due ?? null, assignee ?? null],
  )
  await tell(client, actor, { collection, id, locale, source, verb: 'send-to-translation', reason: note })
}

type Telling = Sent & {
  locale: string
  verb: 'send-to-translation' | 'take-from-translation'
  reason?: string | null
}

const actionOf = {
  'send-to-translation': 'sent-to-translation',
  'take-from-translation': 'taken-from-translation',
} as const

/** History and log. */
async function tell(client: ClientBase, actor: Actor, telling: Telling): Promise<void> {
  const { collection, id, locale: unit, source: revision, verb, reason = null } = telling
  const person = actor.user?.id ?? null
  await insertStep(client, { collection, id, unit }, { verb, revision, person, reason })
  await appendAudit(client, {
    action: actionOf[verb],
    person,
    collection,
    document: id,
    unit,
    ...(revision === null ? {} : { revision }),
    ...(reason === null ? {} : { reason }),
  })
}
