import type { ClientBase } from 'pg'

// The log as people look for it, the newest first. Pages go on behind the last entry that was read, so that page 400
// costs what page 1 costs.

/** All that is named must be so; `words` are looked for one by one, in any order, whatever their case. */
export type LogFilter = {
  person?: string
  actions?: readonly string[]
  collection?: string
  /** From this instant on. */
  from?: Date
  /** Before this instant. */
  until?: Date
  words?: readonly string[]
}

export type LogEntry = {
  /** Its place in the list, for the next page. */
  place: string
  /** Its number in the chain; null where it has none, see `verifyChain`. */
  seq: number | null
  hash: string | null
  at: Date
  action: string
  person: string | null
  collection: string | null
  document: string | null
  unit: string | null
  revision: string | null
  reason: string | null
  details: Record<string, unknown>
}

type Page = { limit: number; after?: string }

const placeShape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)~(\d{1,18})$/

/** True for what `LogEntry.place` may be. */
export const isPlace = (text: string): boolean => placeShape.test(text)

/** At most `limit` entries that fit, the newest first, behind the place `after`. */
export async function readLog(
  client: Pick<ClientBase, 'query'>,
  filter: LogFilter,
  { limit, after }: Page,
): Promise<LogEntry[]> {
  const values: unknown[] = []
  const put = (value: unknown): string => `$${values.push(value)}`
  const conditions = [...conditionsOf(filter, put), ...(after === undefined ? [] : [behind(after, put)])]
  const { rows } = await client.query<Omit<LogEntry, 'seq'> & { seq: string | null }>(
    `select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || e.id as place,
            l.seq, l.hash, e.at, e.action, e.person, e.collection, e.document, e.unit, e.revision, e.reason, e.details
       from audit.entries e left join audit.links l on l.entry = e.id
      ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
      order by e.at desc, e.id desc limit ${put(limit)}`,
    values,
  )
  return rows.map((row) => ({ ...row, seq: row.seq === null ? null : Number(row.seq) }))
}

type Put = (value: unknown) => string

// What a person may remember of an entry besides its sentence.
const searched = `concat_ws(' ', e.reason, e.details->>'address', e.details->>'name', e.details->>'title', e.details->>'file', e.details->>'said')`

function conditionsOf(
  { person, actions, collection, from, until, words = [] }: LogFilter,
  put: Put,
): string[] {
  return [
    ...(person === undefined ? [] : [`e.person = ${put(person)}`]),
    ...(actions === undefined ? [] : [`e.action = any(${put(actions)})`]),
    ...(collection === undefined ? [] : [`e.collection = ${put(collection)}`]),
    ...(from === undefined ? [] : [`e.at >= ${put(from)}`]),
    ...(until === undefined ? [] : [`e.at < ${put(until)}`]),
    ...words.map((word) => `${searched} ilike ${put(`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)}`),
  ]
}

function behind(place: string, put: Put): string {
  const [, at, id] = placeShape.exec(place) ?? []
  return `(e.at, e.id) < (${put(at)}::timestamptz, ${put(id)}::bigint)`
}
