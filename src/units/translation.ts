import type { ClientBase, Pool } from 'pg'
import type { DocumentRef } from './revisions'

/** A document that is with the translators of a language. */
export type TranslationRequest = {
  locale: string
  note: string | null
  assignee: string | null
  /** RFC 3339 full-date. */
  due: string | null
  sentBy: string
  sentAt: Date
}

/** The languages that a document was sent to and not taken back from, with who sent it and by when it is due. */
export async function openRequests(
  client: ClientBase | Pool,
  { collection, id }: DocumentRef,
): Promise<Map<string, TranslationRequest>> {
  const { rows } = await client.query<TranslationRequest>(
    `select locale, note, assignee, due::text as due, sent_by as "sentBy", sent_at as "sentAt"
       from editorial.translation_requests
      where document_id = $2 and collection = $1 and taken_back_at is null`,
    [collection, id],
  )
  return new Map(rows.map((request) => [request.locale, request]))
}
