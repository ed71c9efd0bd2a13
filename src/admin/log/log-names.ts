import type { Payload } from 'payload'
import { contentCollections, type ContentCollection } from '@/access'
import type { LogEntry } from '@/audit'
import { poolOf } from '@/lib/postgres'
import { readDetails } from './log-details'

// The names behind the ids of the log: of people, and of documents by their newest drafts. Of what is gone, the log
// itself kept the name. Names of tables come from the table of collections.

/** `isThere` tells whether there is still something to open. */
type Named = { name: string; isThere: boolean }
/** By id; what nobody knows any more is absent. */
export type Names = ReadonlyMap<string, Named>

type Row = { id: string; name: string | null; is_there: boolean }

const contents = new Set<string>(contentCollections)
const isContent = (slug: string | null): slug is ContentCollection => slug !== null && contents.has(slug)

/** The names of everybody and everything that these entries speak of. */
export async function readNames(payload: Payload, entries: readonly LogEntry[]): Promise<Names> {
  const people = new Set(entries.flatMap(peopleIn))
  const documents = new Map<ContentCollection, Set<string>>()
  for (const { collection, id } of entries.flatMap(documentsIn))
    documents.set(collection, (documents.get(collection) ?? new Set()).add(id))
  const ids = [...people, ...[...documents.values()].flatMap((some) => [...some])]
  if (ids.length === 0) return new Map()
  const drafts = [...documents.keys()].map(
    (collection) =>
      `union all select parent_id, version_admin_title, true from public."_${collection.replaceAll('-', '_')}_v"
        where latest and parent_id = any ($1)`,
  )
  const { rows } = await poolOf(payload).query<Row>(
    `select id, name, is_there from (
       select id, name, true as is_there from public.users where id = any ($1)
       ${drafts.join('\n')}
       union all select document, coalesce(details->>'name', details->>'title'), false from audit.entries
        where document = any ($1) and action in ('person-deleted', 'deleted')
     ) as names order by is_there`,
    [ids],
  )
  // What is there comes last and wins.
  return new Map(rows.map(({ id, name, is_there }) => [id, { name: name ?? '', isThere: is_there }]))
}

function peopleIn({ person, collection, document, details }: LogEntry): string[] {
  const about = collection === 'users' ? document : null
  const { approver, assignee = null } = readDetails(details)
  return [person, about, approver, assignee].filter((id) => id !== null)
}

type Reference = { collection: ContentCollection; id: string }

function documentsIn({ collection, document, details }: LogEntry): Reference[] {
  const own = isContent(collection) && document !== null ? [{ collection, id: document }] : []
  const { before, after } = readDetails(details).changes['assignedEditions'] ?? {}
  const years = [before, after].filter(Array.isArray).flat()
  return [...own, ...years.map((id) => ({ collection: 'editions' as const, id }))]
}
