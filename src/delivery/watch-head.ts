import type { Head } from './counts'
import type { Database } from './database'

// Sees that the public world moved. Polling instead of LISTEN: replicas cannot listen, and one row twice a
// second by primary key costs nothing.

const statement = { name: 'head', text: 'select seq, release, composer from published.head' }

type Row = { seq: string; release: string; composer: string }

export type Watch = { stop: () => Promise<void> }

type Watching = {
  everyMs: number
  /** The head of what is in memory already, from an earlier process. */
  last: string | undefined
  /** Told when the head is another than at the last look, the first look included. */
  moved: (head: string) => void
  saw: (head: Head) => void
  lost: () => void
}

const headOf = (row: Row | undefined): Head => ({
  seq: Number(row?.seq ?? 0),
  release: Number(row?.release ?? 0),
  composer: row?.composer ?? '',
})

/** A database that does not answer changes nothing: what is in memory goes on being served. */
export function watchHead(database: Database, { everyMs, moved, saw, lost, last }: Watching): Watch {
  let known = last
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let looking: Promise<void> = Promise.resolve()
  const look = async () => {
    try {
      const [head] = await database.query<Row>(statement, [])
      const now = JSON.stringify(head)
      if (now !== known) moved(now)
      known = now
      saw(headOf(head))
    } catch {
      // Already reported by the database.
      lost()
    }
    if (!isStopped) timer = setTimeout(start, everyMs)
  }
  const start = () => {
    looking = look()
  }
  start()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await looking
    },
  }
}
