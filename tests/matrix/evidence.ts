import { withClient } from '../../src/processes/database.mjs'
import type { TestDesk } from '../payload'

// What a refusal must leave: the same rows, and nothing of the content in the answer.

/** Nothing of the documents of `createDocuments` may be in a refusal. */
export const secrets = [
  'Maria Lind',
  'Aurelia',
  'Ida Berg',
  'CANARY',
  'UNSENT',
  'A. Ek',
  'prize amount',
  '@example.org',
]

const bookkeeping = ['presence', 'screen_languages', 'payload_preferences', 'payload_preferences_rels']

/** Every row of content, people, editing and the public world; sessions, own column widths and the log are what refusals may leave. `only`: of these tables. */
export async function fingerprint({ database }: TestDesk, only?: readonly string[]): Promise<string> {
  return withClient(database.owner, async (client) => {
    const { rows } = await client.query(
      `select string_agg(format('%s %s', name, hash), E'\\n' order by name) as all from (
         select table_schema || '.' || table_name as name, (xpath('/row/h/text()', query_to_xml(format(
           'select md5(coalesce(string_agg(t::text, ''|'' order by t::text), '''')) as h from %I.%I t', table_schema, table_name), false, true, '')))[1]::text as hash
         from information_schema.tables
         where table_schema in ('public', 'published', 'editorial', 'webhooks') and table_type = 'BASE TABLE'
           and case when $1::text[] is null then table_name <> all ($2) else table_name = any ($1) end) as tables`,
      [only ?? null, bookkeeping],
    )
    return String(rows[0].all)
  })
}

/** What is public, and what may become so: nothing of it moves by saving. */
export async function publicState({ database }: TestDesk): Promise<string> {
  return withClient(database.owner, async (client) => {
    const { rows } = await client.query(
      `select md5(concat(
         (select string_agg(t::text, '|' order by t::text) from published.units t),
         (select string_agg(t::text, '|' order by t::text) from published.current t),
         (select string_agg(t::text, '|' order by t::text) from editorial.approvals t),
         (select count(*) from editorial.units where stage in ('approved', 'public', 'taken-down')))) as all`,
    )
    return String(rows[0].all)
  })
}
