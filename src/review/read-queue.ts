import type { ClientBase, Pool } from 'pg'
import { z } from 'zod'
import type { Person } from '@/access'
import { bind } from './bind'
import { queues, type QueueName } from './queues'
import { itemsOf, known, order, rowColumns, type Queue, type Row } from './work'

// One queue, page by page. A page goes on behind the last item of the one before (its key, not its number), so that
// nothing is missed or shown twice while colleagues work.

export type QueueAsked = {
  queue: QueueName
  /** Narrow to one kind of documents, one unit. */
  kind?: string | undefined
  unit?: string | undefined
  /** `next` of the page before. */
  after?: string | undefined
}

/** `total` counts all pages. `next` is null on the last one. */
export type QueuePage = Queue & { next: string | null }

const perPage = 50
const keySchema = z.tuple([
  z.string().max(40),
  z.string().max(40),
  z.string().max(40),
  z.uuid(),
  z.string().max(20),
])
type Key = z.infer<typeof keySchema>

const first: Key = ['-infinity', '-infinity', '', '00000000-0000-0000-0000-000000000000', '']

/** A cursor that is none begins at the first page. */
export async function readQueue(
  client: ClientBase | Pool,
  person: Person,
  asked: QueueAsked,
): Promise<QueuePage> {
  const page = await readPage(client, person, asked)
  // What stood behind that key is done meanwhile.
  if (page.items.length === 0 && asked.after !== undefined)
    return readPage(client, person, { ...asked, after: undefined })
  return page
}

async function readPage(
  client: ClientBase | Pool,
  person: Person,
  { queue, kind, unit, after }: QueueAsked,
): Promise<QueuePage> {
  const [at, since, collection, id, last] = keyFrom(after)
  const { text, values } = bind(
    `with w as not materialized (
       select * from (${queues[queue]}) q
        where (:kind is null or collection = :kind) and (:unit is null or unit = :unit)
     )
     select ${rowColumns}, (select count(*)::int from w) as total from w
      where (at, since, collection, id, unit) > (:at, :since, :collection, :id, :last)
      order by ${order} limit :most`,
    {
      ...known(person),
      kind: [kind ?? null, 'text'],
      unit: [unit ?? null, 'text'],
      at: [at, 'timestamptz'],
      since: [since, 'timestamptz'],
      collection: [collection, 'text'],
      id: [id, 'uuid'],
      last: [last, 'text'],
      most: [perPage + 1, 'int'],
    },
  )
  const { rows } = await client.query<Row>(text, values)
  const shown = rows.slice(0, perPage)
  const end = shown.at(-1)
  return {
    items: await itemsOf(client, shown),
    total: rows[0]?.total ?? 0,
    next:
      rows.length > perPage && end
        ? cursorOf([end.atKey, end.sinceKey, end.collection, end.id, end.unit])
        : null,
  }
}

const cursorOf = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url')

const instant = /^(?:-?infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?)$/

function keyFrom(cursor: string | undefined): Key {
  const parsed = keySchema.safeParse(jsonIn(Buffer.from(cursor ?? '', 'base64url').toString()))
  const isKey = parsed.success && [parsed.data[0], parsed.data[1]].every((text) => instant.test(text))
  return isKey ? parsed.data : first
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
