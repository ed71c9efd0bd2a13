import type { ClientBase, Pool } from 'pg'
import {
  contentCollections,
  may,
  mayOnUnit,
  readsOnlySent,
  rolesOf,
  type ContentCollection,
  type Person,
} from '@/access'
import { localeCodes } from '@/lib/locales'
import { isPublishable } from '@/publishing'
import { keyOf, titlesOf, namesOf, type DocumentRef } from '@/units'
import { bind, type Named } from './bind'
import { queueNames, queues, type QueueName } from './queues'

// What waits for one person: how much of it, and the most urgent of it. The number of questions to the database is the
// same for everyone, whatever is in it.

export type WorkItem = DocumentRef & {
  /** 'shared' or a language, BCP-47. */
  unit: string
  title: string
  /** Since when it waits, RFC 3339. */
  since: string
  /** RFC 3339 full-date. */
  due: string | null
  isOverdue: boolean
  /** The colleague who sent, submitted or returned it, or who has it. */
  person: string | null
  /** The moment before which nobody may use the text, while it is ahead; RFC 3339. */
  heldUntil: string | null
}

export type Queue = { items: WorkItem[]; total: number }
export type Work = Record<QueueName, Queue>

type Reader = ClientBase | Pool

export type Row = DocumentRef & {
  queue: QueueName
  unit: string
  atKey: string
  since: Date
  sinceKey: string
  dueDay: string | null
  person: string | null
  heldUntil: Date | null
  total: number
}

export const order = 'at, since, collection, id, unit'
// Under other names than those of `order`, which would sort by the texts.
export const rowColumns = `collection, id, unit, at::text as "atKey", since, since::text as "sinceKey", due::text as "dueDay", person,
  case when collection = 'press-releases' then
    (select (r."values" ->> 'embargo')::timestamptz
       from editorial.units e join editorial.revisions r on r.id = e.revision
      where e.collection = w.collection and e.document_id = w.id and e.unit = 'shared'
        and (r."values" ->> 'embargo')::timestamptz > clock_timestamp()) end as "heldUntil"`

// Counted and cut one by one: nothing is sorted of which only the beginning is shown.
const beginningOf = (queue: QueueName): string => `
  (with w as not materialized (${queues[queue]})
   select '${queue}' as queue, ${rowColumns}, (select count(*)::int from w) as total
     from w order by ${order} limit :most)`

const beginnings = queueNames.map(beginningOf).join(' union all ')

/** The most urgent of each queue, and how much there is. */
export async function readWork(client: Reader, person: Person, perQueue: number): Promise<Work> {
  const { text, values } = bind(beginnings, { ...known(person), most: [perQueue, 'int'] })
  const { rows } = await client.query<Row>(text, values)
  const items = await itemsOf(client, rows)
  const queueOf = (name: QueueName): Queue => {
    const own = rows.flatMap((row, index) => (row.queue === name ? [{ row, item: items[index] }] : []))
    return { items: own.flatMap(({ item }) => item ?? []), total: own[0]?.row.total ?? 0 }
  }
  return Object.fromEntries(queueNames.map((name) => [name, queueOf(name)])) as Work
}

export type Count = { queue: QueueName; collection: string; count: number }

const counts = queueNames
  .map(
    (queue) =>
      `select '${queue}' as queue, collection, count(*)::int as count from (${queues[queue]}) w group by collection`,
  )
  .join(' union all ')

/** How much waits in each queue, by kind of document: what an e-mail may say. */
export async function countWork(client: Reader, person: Person): Promise<Count[]> {
  const { text, values } = bind(counts, known(person))
  const { rows } = await client.query<Count>(text, values)
  return rows
}

/** The rows as a screen shows them, in their order. */
export async function itemsOf(client: Reader, rows: readonly Row[]): Promise<WorkItem[]> {
  const titles = await titlesOf(client, rows)
  const names = await namesOf(
    client,
    rows.map(({ person }) => person),
  )
  const today = dayFrom(0)
  return rows.map(({ collection, id, unit, since, dueDay: due, person, heldUntil }) => ({
    collection,
    id,
    unit,
    title: titles.get(keyOf({ collection, id })) ?? '',
    since: since.toISOString(),
    due,
    isOverdue: due !== null && due < today,
    person: names.get(person ?? '') ?? null,
    heldUntil: heldUntil?.toISOString() ?? null,
  }))
}

const soonDays = 7
const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** What the queues need to know of a person: what they read, write and decide. */
export function known(person: Person): Named {
  const kinds = contentCollections.filter((kind) => may(person, kind, 'read'))
  const sentKinds = kinds.filter((kind) => readsOnlySent(person, kind))
  const isTranslator = rolesOf(person).includes('translator')
  const review = unitsWith(person, 'approve')
  const write = unitsWith(person, 'update')
  return {
    me: [person.id, 'uuid'],
    openKinds: [kinds.filter((kind) => !sentKinds.includes(kind)), 'text[]'],
    sentKinds: [sentKinds, 'text[]'],
    translatedKinds: [kinds.filter((kind) => isTranslator && isTranslated(kind)), 'text[]'],
    languages: [isTranslator ? (person.locales ?? []) : [], 'text[]'],
    reviewKinds: [review.map(({ collection }) => collection), 'text[]'],
    reviewUnits: [review.map(({ unit }) => unit), 'text[]'],
    writeKinds: [write.map(({ collection }) => collection), 'text[]'],
    writeUnits: [write.map(({ unit }) => unit), 'text[]'],
    agreeKinds: [kinds.filter((kind) => may(person, kind, 'agree-exception')), 'text[]'],
    publishKinds: [kinds.filter((kind) => may(person, kind, 'publish') && isPublishable(kind)), 'text[]'],
    soon: [dayFrom(soonDays), 'date'],
  }
}

const isTranslated = (kind: ContentCollection): boolean =>
  may({ id: '', roles: ['translator'] }, kind, 'update')

const unitsWith = (person: Person, right: 'update' | 'approve') =>
  contentCollections.flatMap((collection) =>
    ['shared', ...localeCodes]
      .map((unit) => ({ collection, unit }))
      .filter((on) => mayOnUnit(person, right, on)),
  )
