import { inArray, sql, type Column, type SQL, type SQLWrapper } from '@payloadcms/db-postgres/drizzle'
import type { DatabaseAdapterObj } from 'payload'
import { readSent } from '@/access'

// The database's answer to the rule `sentTo`: one subquery on an index, however many documents were sent. Payload builds
// each condition of each query (lists, counts, pickers, files, drafts and versions) with the operators of its adapter.

type In = (column: Column, values: unknown[] | SQLWrapper) => SQL
type Adapter = { operators: { in: In } }

const openFor = (collection: string, languages: string[]): SQL => sql`(
  select t.document_id from editorial.translation_requests t
   where t.collection = ${collection} and t.locale = any(${sql.param(languages)}::text[]) and t.taken_back_at is null)`

const isIn: In = (column, values) => {
  const sent = readSent(values)
  return inArray(column, sent ? openFor(sent.collection, sent.languages) : values)
}

/** The same adapter, which knows what "was sent to translation" means from its first query on. */
export const answerSent = (made: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...made,
  init: (args) => {
    const adapter = made.init(args) as ReturnType<typeof made.init> & Adapter
    adapter.operators = { ...adapter.operators, in: isIn }
    return adapter
  },
})
