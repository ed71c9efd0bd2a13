import { withClient } from '../../src/processes/database.mjs'
import type { TestDesk } from '../payload'

// What a refusal must leave: the same rows, and nothing of the content in the answer.

/** Nothing of the documents of `createDocuments` may be in a refusal. */
export const secrets = [
  'Maria Lind',
  'Aurelia',
  'Ida Berg',
  'CANARY',
  'A. Ek',
  'prize amount',
  '@example.org',
]

/** Every row of content, people, editing and the public world; sessions, own column widths and the log are what refusals may leave. */
export async function fingerprint({ database }: TestDesk): Promise<string> {
  return withClient(database.owner, async (client) => {
    const { rows } = await client.query(
      `select string_agg(format('%s %s', name, hash), E'\\n' order by name) as all from (
         select table_schema || '.' || table_name as name, (xpath('/row/h/text()', query_to_xml(format(
           'select md5(coalesce(string_agg(t::text, ''|'' order by t::text), '''')) as h from %I.%I t', table_schema, table_name), false, true, '')))[1]::text as hash
         from information_schema.tables
         where table_schema in ('public', 'published', 'editorial') and table_type = 'BASE TABLE'
           and table_name not in ('presence', 'screen_languages', 'payload_preferences', 'payload_preferences_rels')) as tables`,
    )
    return String(rows[0].all)
  })
}

const fields: Record<string, string> = {
  prizes: 'name',
  editions: 'note',
  laureates: 'knownName',
  citations: 'motivation',
  biographies: 'short',
  'press-releases': 'title',
  'press-contacts': 'label',
  media: 'alt',
  'glossary-terms': 'term',
}

/** A text of one language, in the field that each collection has for it. */
export const textOf = (collection: string, text: string): Record<string, unknown> => ({
  [fields[collection] ?? 'name']: collection === 'biographies' ? prose(text) : text,
})

const block = { version: 1, direction: null, format: '', indent: 0 }
const prose = (text: string) => ({
  root: {
    ...block,
    type: 'root',
    children: [{ ...block, type: 'paragraph', children: [{ type: 'text', text, format: 0, version: 1 }] }],
  },
})

/** Another value of what all languages share. */
export const sharedOf = (collection: string): Record<string, unknown> =>
  ({
    prizes: { founded: '1902' },
    editions: { year: 2023 },
    laureates: { birth: { date: '1961' } },
    citations: { themes: ['theme'] },
    biographies: { sources: 'Sources', ...textOf('biographies', 'Short') },
    'press-releases': { slug: 'release' },
    'press-contacts': { order: 2 },
    media: { credit: 'Credit' },
    'glossary-terms': { note: 'Note' },
  })[collection] ?? {}

/** What an attacker adds to the address of a write. */
export const extraParameters = [
  'draft=false',
  'publishAllLocales=true',
  'unpublishAllLocales=true',
  'publishSpecificLocale=sv',
  'autosave=true',
  'trash=true',
  'overrideLock=false',
  'depth=2',
] as const

/** One of them or none, in turn; a refusal with one of them must not be the only refusal that is tried. */
export const parameterInTurn = (turn: number): string =>
  turn % 2 === 0 ? '' : (extraParameters[((turn - 1) / 2) % extraParameters.length] ?? '')
