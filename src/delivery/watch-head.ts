import type { Head } from './counts'
import type { Database, Statement } from './database'
import { createBeats, type Beat, type BeatRow } from './heartbeat'

// Sees that the public world moved, what of it changed, and whether the publishing side lives. Polling instead of LISTEN:
// replicas cannot listen, and two rows four times a second cost nothing. On a replica whose first copy is not complete there
// is no head.

// More changes than this are as good as everything.
const mostChanges = 5000

type Parts = { name: string; columns: string; from: string }

const statementOf = ({ name, columns, from }: Parts): Statement => ({
  name,
  text: `select h.seq, coalesce(m.release, 0) as release, h.composer, m.at as moved_at, k.at as known_at, c.changes, ${columns}
  from published.head h${from}
  left join published.events m on m.seq = h.seq
  left join published.events k on k.seq = $1::bigint
  left join lateral (
    select jsonb_agg(jsonb_build_array(e.resource, e.document_id, e.slug)) as changes
      from published.events e
     where e.seq > $1::bigint and e.seq <= h.seq
  ) c on h.seq > $1::bigint and h.seq - $1::bigint <= ${mostChanges}
   where not exists (select from pg_catalog.pg_subscription_rel s where s.srsubstate <> 'r')`,
})

const withBeat = statementOf({
  name: 'head',
  columns: `b.at as beat_at, (extract(epoch from clock_timestamp() - b.at) * 1000)::float8 as beat_age`,
  from: ' left join published.heartbeat b on true',
})
// A replica that was made before there were beats has no such table until it is made anew.
const withoutBeat = statementOf({
  name: 'head without beat',
  columns: `coalesce(has_table_privilege(to_regclass('published.heartbeat'), 'select'), false) as has_beats`,
  from: '',
})
const withoutTable = new Set(['42P01', '42501'])

type Change = readonly [resource: string, id: string, slug: string]
type Row = BeatRow & {
  seq: string
  release: string
  composer: string
  moved_at: Date | null
  /** When the change was at which the last look ended; in another public world it was at another time, or is not there. */
  known_at: Date | null
  changes: Change[] | null
  has_beats?: boolean
}

export type Watch = {
  /** Settles when the first look is over, whatever came of it. */
  first: Promise<void>
  stop: () => Promise<void>
}

type Watching = {
  everyMs: number
  /** The head of what is in memory already, from an earlier process. */
  last: Head | undefined
  /**
   * Told when the head is another than at the last look, the first look included: the names of the parts that
   * changed, or null where that cannot be known.
   */
  moved: (head: Head, names: string[] | null) => void
  /** `beat`: the last sign of life of the publishing side. */
  saw: (head: Head, beat: Beat | null) => void
  lost: () => void
}

/** A database that does not answer changes nothing: what is in memory goes on being served. */
export function watchHead(database: Database, { everyMs, moved, saw, lost, last }: Watching): Watch {
  let known = last
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const readRow = createReader(database)
  const readBeat = createBeats()
  const look = async () => {
    try {
      const row = await readRow(known?.seq ?? null)
      if (!row) throw new Error('This copy of the public world is not complete yet.')
      const head = headOf(row)
      if (!isSame(known, head))
        moved(head, isOfOneWorld(known, row) ? changedParts(known, head, row.changes ?? []) : null)
      known = head
      saw(head, readBeat(row))
    } catch {
      // Already reported by the database.
      lost()
    }
    if (!isStopped) timer = setTimeout(start, everyMs)
  }
  const start = () => {
    looking = look()
  }
  let looking = look()
  return {
    first: looking,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

/** One statement for each look, but for the one that finds out that the copy has no beats. */
function createReader(database: Database) {
  let statement = withBeat
  const read = async (seq: number | null) => (await database.query<Row>(statement, [seq]))[0]
  return async (seq: number | null): Promise<Row | undefined> => {
    try {
      const row = await read(seq)
      if (row?.has_beats) statement = withBeat
      return row
    } catch (error) {
      if (statement === withoutBeat || !isWithoutTable(error)) throw error
      statement = withoutBeat
      return read(seq)
    }
  }
}

const isWithoutTable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && withoutTable.has(String(error.code))

const headOf = (row: Row): Head => ({
  seq: Number(row.seq),
  release: Number(row.release),
  composer: row.composer,
  at: row.moved_at?.toISOString() ?? null,
})

const isOfOneWorld = (known: Head | undefined, { known_at: at }: Row): boolean =>
  (known?.at ?? null) === (at?.toISOString() ?? null)

const isSame = (known: Head | undefined, head: Head): boolean =>
  known !== undefined &&
  known.seq === head.seq &&
  known.release === head.release &&
  known.composer === head.composer &&
  known.at === head.at

// The order of events has no gaps. Where one is missing, or the head went back, this is another public world.
function changedParts(known: Head | undefined, head: Head, changes: readonly Change[]): string[] | null {
  if (known?.composer !== head.composer || head.release < known.release) return null
  if (changes.length !== head.seq - known.seq) return null
  return [...new Set(changes.flatMap(([resource, id, slug]) => [id, `${resource}/`, `${resource}/${slug}`]))]
}
