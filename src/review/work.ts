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
import { canonicalJson, sha256 } from '@/lib/hash'
import { localeCodes, sourceLocale } from '@/lib/locales'
import { isPublishable } from '@/publishing'
import { namesOf, type DocumentRef } from '@/units'
import { bind, type Named } from './bind'
import { fillings, queueNames, type QueueName } from './queues'
import { keyOf, titlesOf } from './titles'

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
}

export type Queue = { items: WorkItem[]; total: number }
export type Work = Record<QueueName, Queue>

type Reader = ClientBase | Pool

export type Row = DocumentRef & {
  queue: QueueName
  unit: string
  at: string
  since: Date
  due: string | null
  person: string | null
  mark: 'overdue' | 'soon' | null
  total: number
}

const everything = fillings.join(' union all ')
export const order = 'at, since, collection, id, unit'

/** The most urgent of each queue, and how much there is. */
export async function readWork(client: Reader, person: Person, perQueue: number): Promise<Work> {
  const { text, values } = bind(
    `select queue, collection, id, unit, at::text, since, due::text, person, mark, total from (
       select w.*, count(*) over (partition by queue)::int as total,
              row_number() over (partition by queue order by ${order}) as place
         from (${everything}) w
     ) ranked where place <= :most order by place`,
    { ...known(person), most: [perQueue, 'int'] },
  )
  const { rows } = await client.query<Row>(text, values)
  const items = await itemsOf(client, rows)
  const queueOf = (name: QueueName): Queue => {
    const own = rows.flatMap((row, index) => (row.queue === name ? [{ row, item: items[index] }] : []))
    return { items: own.flatMap(({ item }) => item ?? []), total: own[0]?.row.total ?? 0 }
  }
  return Object.fromEntries(queueNames.map((name) => [name, queueOf(name)])) as Work
}

/** How much waits in each queue, by kind of document: what an e-mail may say. */
export async function countWork(
  client: Reader,
  person: Person,
): Promise<{ queue: QueueName; collection: string; count: number }[]> {
  const { text, values } = bind(
    `select queue, collection, count(*)::int as count from (${everything}) w group by queue, collection`,
    known(person),
  )
  const { rows } = await client.query<{ queue: QueueName; collection: string; count: number }>(text, values)
  return rows
}

/** The rows as a screen shows them, in their order. */
export async function itemsOf(client: Reader, rows: readonly Row[]): Promise<WorkItem[]> {
  const titles = await titlesOf(client, rows)
  const names = await namesOf(
    client,
    rows.map(({ person }) => person),
  )
  return rows.map(({ collection, id, unit, since, due, person, mark }) => ({
    collection,
    id,
    unit,
    title: titles.get(keyOf({ collection, id })) ?? '',
    since: since.toISOString(),
    due,
    isOverdue: mark === 'overdue',
    person: names.get(person ?? '') ?? null,
  }))
}

const nothing = sha256(canonicalJson({}))
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
    source: [sourceLocale, 'text'],
    nothing: [nothing, 'text'],
    today: [dayFrom(0), 'date'],
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
