import { syncParameters, type FallbackMode } from '@/contract'
import { isLocale, sourceLocale, type LocaleCode } from '@/lib/locales'
import type { Database } from './database'
import { successEntry, type Entry } from './entry'
import { readQuery } from './read-query'
import {
  beginning,
  isOfThisWorld,
  ofAnotherWorld,
  placeOf,
  readSyncToken,
  writeSyncToken,
  type Place,
} from './sync-token'

// What changed for one reader since a place in the order of all public changes. That order is the order of commits and
// has no gaps, so a copy that follows it ends with what is public, wherever it was stopped. The bodies come along: read
// one by one, from memory or from another process, they could be older than the change that tells of them.

export type Sync = {
  kind: 'sync'
  locale: LocaleCode
  fallback: FallbackMode
  /** Undefined for who begins. */
  since: Place | undefined
  limit: number
}

/** What `/v1/sync?…` asks for. Throws Refused (400). */
export function readSyncTarget(query: string): Sync {
  const values = readQuery(query, syncParameters)
  const [since, locale] = [values.get('since'), values.get('locale')]
  const reader = {
    locale: isLocale(locale) ? locale : sourceLocale,
    fallback: values.get('fallback') === 'none' ? ('none' as const) : ('declared' as const),
  }
  return {
    kind: 'sync',
    ...reader,
    since: typeof since === 'string' ? readSyncToken(since, reader) : undefined,
    limit: Number(values.get('limit')),
  }
}

type Row = {
  head: string
  release: string
  /** The last change; null before the first. */
  moved_at: Date | null
  moved: string | null
  /** The change at the place that the token names; null where there is none. */
  since_at: Date | null
  since: string | null
  /** Null in the one row of an empty answer. */
  seq: string | null
  resource: string
  id: string
  at: Date
  /** Null for what this reader does not get any more. */
  body: string | null
}

// Of each resource its latest change only. Who begins needs nothing of what is gone.
const statement = {
  name: 'sync',
  text: `with latest as (
  select distinct on (e.resource, e.document_id) e.resource, e.document_id, e.seq, e.at
    from published.events e
   where e.seq > $1
   order by e.resource, e.document_id, e.seq desc
)
select h.seq as head, coalesce(m.release, 0) as release, m.at as moved_at, m.document_id::text as moved, s.at as since_at, s.document_id::text as since,
       p.seq, p.resource, p.id, p.at, convert_from(b.body, 'UTF8') as body
  from published.head h
  left join published.events m on m.seq = h.seq
  left join published.events s on s.seq = $1
  left join lateral (
    select l.seq, l.resource, l.document_id::text as id, l.at, c.sha256
      from latest l
      left join published.current c
        on c.resource = l.resource and c.document_id = l.document_id and c.locale = $4 and c.fallback = $5
     where c.sha256 is not null or not $3
     order by l.seq
     limit $2
  ) p on true
  left join published.bodies b on b.sha256 = p.sha256
 order by p.seq`,
}

/**
 * The changes after the token, with one query. A token ahead of this database, a replica that lags, gets nothing new. Throws
 * Refused (400) for a token of another public world.
 *
 * @param heardAt the last sign of life of the publishing side: a copy that has it has what was published long before
 */
export async function readSync(database: Database, wanted: Sync, heardAt: Date | null): Promise<Entry> {
  const { since = beginning, limit, locale, fallback } = wanted
  // One more than asked for tells whether there is more.
  const rows = await database.query<Row>(statement, [since.seq, limit + 1, !wanted.since, locale, fallback])
  const [first] = rows
  if (!first) throw new Error('published.head is empty')
  const { same, last } = placesIn(first, since)
  if (!isOfThisWorld(since, { same, last, heardAt })) throw ofAnotherWorld
  const found = rows.filter((row) => row.seq !== null)
  const page = found.slice(0, limit)
  const more = found.length > limit
  const end = page.at(-1)
  const reached = more && end ? placeOf(Number(end.seq), end.at, end.id) : furthest(since, last)
  const meta = { locale, token: writeSyncToken(wanted, reached), more, release: Number(first.release) }
  const next = nextAddress(wanted, meta.token)
  const entry = successEntry({
    body: `{"data":[${page.map(changeOf).join(',')}],"meta":${JSON.stringify(meta)},"links":${JSON.stringify({ next })}}`,
    modifiedAt: first.moved_at,
    contentLanguage: locale,
    links: [`<${next}>; rel="next"`],
    tags: ['sync'],
  })
  // Whether it waits for something that comes is seen anew each time.
  return since.seq > last.seq ? { ...entry, isOfThisMoment: true } : entry
}

/** The change where the token is, and the last one. */
const placesIn = ({ head, moved, moved_at, since, since_at }: Row, { seq }: Place) => ({
  same: since_at && placeOf(seq, since_at, since ?? ''),
  last: moved_at ? placeOf(Number(head), moved_at, moved ?? '') : beginning,
})

const furthest = (one: Place, other: Place): Place => (other.seq > one.seq ? other : one)

// The stored bytes stay as they are.
function changeOf({ resource, id, at, body }: Row): string {
  const what = JSON.stringify({
    state: body === null ? 'withdrawn' : 'public',
    resource,
    id,
    at: at.toISOString(),
  })
  return body === null ? what : `${what.slice(0, -1)},"body":${body}}`
}

const nextAddress = ({ locale, fallback, limit }: Sync, token: string): string =>
  `/v1/sync?${new URLSearchParams({ locale, fallback, since: token, limit: String(limit) }).toString()}`
