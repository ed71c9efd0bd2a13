import type { ClientBase } from 'pg'
import { sha256 } from '@/lib/hash'

// Is the log as it was written? Read apart from the code that writes it: the database gives the text of each entry,
// the hash is computed here.

export type Fault =
  /** The entry is not what was written. */
  | { kind: 'changed'; seq: number; at: Date }
  /** Entries that were written are gone: from `seq` to `last`. `at` is the time of what is left nearest to them. */
  | { kind: 'missing'; seq: number; last: number; at: Date | null }
  /** The entry does not follow the one before it: something was put in, taken out or exchanged here. */
  | { kind: 'unjoined'; seq: number; at: Date }
  /** An entry that never went through the chain. */
  | { kind: 'inserted'; at: Date }
  /** The head names another end than the chain has. */
  | { kind: 'head'; seq: number; at: Date | null }
  /** The hash that was kept elsewhere is not in the chain: it was cut off, or written anew. */
  | { kind: 'unexpected' }
  /** The triggers that refuse changes are switched off or gone. */
  | { kind: 'unguarded'; table: string }

export type Verdict = {
  entries: number
  first: Date | null
  last: Date | null
  /** Hash of the last entry; 64 zeros when there is none. Kept elsewhere, it shows later that nothing was cut off. */
  head: string
  /** The first of them, in the order of the log. */
  faults: Fault[]
  /** How many there are. */
  found: number
}

type Wanted = {
  /** A hash that the chain must contain. */
  expected?: string
  onProgress?: (read: number, total: number) => void
}

type Link = {
  seq: string
  at: Date
  prev_hash: string
  hash: string
  is_there: boolean
  text: string
}

const genesis = '0'.repeat(64)
const batch = 2000
const mostFaults = 20

// As the trigger of the schema writes it, see the migration.
const chain = `
select l.seq, coalesce(e.at, l.at) as at, l.prev_hash, l.hash, e.id is not null as is_there,
       jsonb_build_array(
         l.seq, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
         e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
         e.action, e.person, e.collection, e.document, e.unit, e.revision, e.reason, e.details)::text as text
  from audit.links l left join audit.entries e on e.id = l.entry
 order by l.seq`

/**
 * Walks the whole log on this connection, in one snapshot and constant memory. Changes nothing. Throws only when the
 * database cannot be read.
 */
export async function verifyChain(
  client: Pick<ClientBase, 'query'>,
  { expected, onProgress }: Wanted = {},
): Promise<Verdict> {
  await client.query('begin isolation level repeatable read read only')
  try {
    const walk = new Walk()
    await checkGuards(client, walk)
    const { rows } = await client.query<{ total: string }>('select count(*) as total from audit.links')
    const total = Number(rows[0]?.total)
    for await (const link of readChain(client)) {
      walk.step(link, expected)
      if (walk.read % batch === 0) onProgress?.(walk.read, total)
    }
    await checkEnd(client, walk)
    await checkUnchained(client, walk)
    if (expected !== undefined && expected !== genesis && !walk.sawExpected)
      walk.fault({ kind: 'unexpected' })
    return walk.verdict()
  } finally {
    await client.query('rollback')
  }
}

async function* readChain(client: Pick<ClientBase, 'query'>): AsyncGenerator<Link> {
  await client.query(`declare chain no scroll cursor for ${chain}`)
  for (;;) {
    const { rows } = await client.query<Link>(`fetch ${batch} from chain`)
    yield* rows
    if (rows.length < batch) return
  }
}

class Walk {
  read = 0
  sawExpected = false
  seq = 0
  head = genesis
  first: Date | null = null
  last: Date | null = null
  private readonly faults: Fault[] = []
  private found = 0

  fault(fault: Fault): void {
    this.found += 1
    if (this.faults.length < mostFaults) this.faults.push(fault)
  }

  step(link: Link, expected: string | undefined): void {
    const seq = Number(link.seq)
    const { at } = link
    const hasGap = seq !== this.seq + 1
    if (hasGap) this.fault({ kind: 'missing', seq: this.seq + 1, last: seq - 1, at: this.last ?? at })
    else if (link.prev_hash !== this.head) this.fault({ kind: 'unjoined', seq, at })
    if (!link.is_there) this.fault({ kind: 'missing', seq, last: seq, at })
    else if (sha256(`${link.prev_hash}\n${link.text}`) !== link.hash) this.fault({ kind: 'changed', seq, at })
    this.sawExpected ||= link.hash === expected
    this.read += 1
    this.seq = seq
    this.head = link.hash
    this.first ??= at
    this.last = at
  }

  verdict(): Verdict {
    const { read: entries, first, last, head, faults, found } = this
    return { entries, first, last, head, faults, found }
  }
}

async function checkEnd(client: Pick<ClientBase, 'query'>, walk: Walk): Promise<void> {
  const { rows } = await client.query<{ seq: string; hash: string }>('select seq, hash from audit.head')
  const seq = Number(rows[0]?.seq ?? -1)
  if (seq > walk.seq) walk.fault({ kind: 'missing', seq: walk.seq + 1, last: seq, at: walk.last })
  else if (seq < walk.seq || rows[0]?.hash !== walk.head)
    walk.fault({ kind: 'head', seq: walk.seq, at: walk.last })
}

async function checkUnchained(client: Pick<ClientBase, 'query'>, walk: Walk): Promise<void> {
  const { rows } = await client.query<{ at: Date }>(
    `select at from audit.entries e
      where not exists (select from audit.links l where l.entry = e.id) order by id limit ${mostFaults}`,
  )
  for (const { at } of rows) walk.fault({ kind: 'inserted', at })
}

const guards = ['entries append_only', 'entries link', 'links append_only', 'head stays']

async function checkGuards(client: Pick<ClientBase, 'query'>, walk: Walk): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname || ' ' || t.tgname as name
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'audit' and t.tgenabled in ('O', 'A')`,
  )
  const enabled = new Set(rows.map(({ name }) => name))
  for (const guard of guards)
    if (!enabled.has(guard)) walk.fault({ kind: 'unguarded', table: guard.split(' ', 1)[0] ?? guard })
}
