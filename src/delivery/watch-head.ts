import type { Head } from './counts'
import type { Database } from './database'

// Sees that the public world moved, and what of it changed. Polling instead of LISTEN: replicas cannot listen, and one
// row four times a second by primary key costs nothing. On a replica whose first copy is not complete there is no head.

// More changes than this are as good as everything.
const mostChanges = 5000

const statement = {
  name: 'head',
  text: `select h.seq, h.release, h.composer, c.changes
  from published.head h
  left join lateral (
    select jsonb_agg(jsonb_build_array(e.resource, e.document_id, e.slug)) as changes
      from published.events e
     where e.seq > $1::bigint and e.seq <= h.seq
  ) c on h.seq > $1::bigint and h.seq - $1::bigint <= ${mostChanges}
   where not exists (select from pg_catalog.pg_subscription_rel s where s.srsubstate <> 'r')`,
}

type Change = readonly [resource: string, id: string, slug: string]
type Row = { seq: string; release: string; composer: string; changes: Change[] | null }

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
  saw: (head: Head) => void
  lost: () => void
}

/** A database that does not answer changes nothing: what is in memory goes on being served. */
export function watchHead(database: Database, { everyMs, moved, saw, lost, last }: Watching): Watch {
  let known = last
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const look = async () => {
    try {
      const [row] = await database.query<Row>(statement, [known?.seq ?? null])
      if (!row) throw new Error('This copy of the public world is not complete yet.')
      const head = headOf(row)
      if (!isSame(known, head)) moved(head, changedParts(known, head, row.changes ?? []))
      known = head
      saw(head)
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

const headOf = (row: Row): Head => ({
  seq: Number(row.seq),
  release: Number(row.release),
  composer: row.composer,
})

const isSame = (known: Head | undefined, head: Head): boolean =>
  known !== undefined &&
  known.seq === head.seq &&
  known.release === head.release &&
  known.composer === head.composer

// The order of events has no gaps. Where one is missing, or the head went back, this is another public world.
function changedParts(known: Head | undefined, head: Head, changes: readonly Change[]): string[] | null {
  if (known?.composer !== head.composer || head.release < known.release) return null
  if (changes.length !== head.seq - known.seq) return null
  return [...new Set(changes.flatMap(([resource, id, slug]) => [id, `${resource}/`, `${resource}/${slug}`]))]
}
