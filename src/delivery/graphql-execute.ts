import DataLoader from 'dataloader'
import { execute, GraphQLError, type GraphQLFieldResolver } from 'graphql'
import type { PressKit, ResourceName } from '@/contract'
import { limits, overLimit, Unanswerable, type Api, type Prepared, type Relation } from '@/graphql'
import type { Database, Reading } from './database'
import { findPressKit } from './find-press-kit'
import { wantedBy, type RootWanted } from './graphql-address'
import { composePressKit } from './press-kit'
import { findPage } from './read-list'
import { findHits } from './read-search'
import { findCurrent, findSingle } from './read-single'
import type { Reader } from './reader'
import { Refused, unavailable } from './refused'
import { relatedStatement, type RelatedRow } from './single-statements'

// A prepared question, answered from the published bodies. Each field of the query is one statement, each field of
// `included` one for all the resources that it belongs to on its level; all of them see the same moment.

type Body = Record<string, unknown>
type Owner = { id: string; reader: Reader; bytes: number }
type Work = {
  reading: Reading
  api: Api
  /** Whose body it is, for `included`. */
  owners: WeakMap<object, Owner>
  loaders: Map<string, DataLoader<string, Body[]>>
  spent: { documents: number; bytes: number; items: number }
  languages: Set<string>
}

export type Executed = { data: unknown; languages: readonly string[] }

const longestMs = 6000

/** The whole answer or none: throws Refused where the database does not answer, Unanswerable above the limits. */
export async function executeQuestion(
  database: Database,
  prepared: Prepared,
  given: Record<string, unknown>,
): Promise<Executed> {
  const run = (reading: Reading) => executeBy(timed(reading), prepared, given)
  return prepared.statements > 1 ? database.ofOneMoment(run) : run(database)
}

function timed({ query }: Reading): Reading {
  const until = Date.now() + longestMs
  return {
    query: (statement, values) =>
      Date.now() > until ? Promise.reject(unavailable) : query(statement, values),
  }
}

async function executeBy(
  reading: Reading,
  { api, document, operationName }: Prepared,
  variableValues: Record<string, unknown>,
): Promise<Executed> {
  const work: Work = {
    reading,
    api,
    owners: new WeakMap(),
    loaders: new Map(),
    spent: { documents: 0, bytes: 0, items: 0 },
    languages: new Set(),
  }
  const { data, errors = [] } = await execute({
    schema: api.schema,
    document,
    operationName: operationName ?? null,
    variableValues,
    contextValue: work,
    fieldResolver: resolveField,
  })
  if (errors.length > 0) throw chief(errors)
  return { data, languages: [...work.languages].toSorted() }
}

// oxlint-disable-next-line max-params -- what graphql-js calls
const resolveField: GraphQLFieldResolver<unknown, Work> = (
  source,
  values,
  work,
  { fieldName, parentType },
) => {
  const { schema, roots, relations } = work.api
  const root = parentType === schema.getQueryType() ? roots.get(fieldName) : undefined
  if (root) return readRoot(work, wantedBy(root, values))
  if (fieldName === 'included') return source
  const relation = relations.get(`${parentType.name}.${fieldName}`)
  if (relation) return readRelated(work, relation, source as Body)
  const value = (source as Body | undefined)?.[fieldName]
  if (Array.isArray(value)) spendItems(work, value)
  return value
}

/** The error that matters most: of several the one that is no fault of the question. */
function chief(errors: readonly GraphQLError[]): unknown {
  const causes = errors.map((error) => error.originalError ?? error)
  const own = causes.filter((cause) => !(cause instanceof Refused || cause instanceof GraphQLError))
  const [cause] = [...own, ...causes.filter((each) => each instanceof Refused), ...causes]
  return cause instanceof GraphQLError ? new Unanswerable([cause]) : cause
}

async function readRoot(work: Work, wanted: RootWanted | null): Promise<unknown> {
  switch (wanted?.kind) {
    case undefined:
      return null
    case 'list': {
      const { rows, meta, next } = await findPage(work.reading, wanted)
      work.languages.add(wanted.locale)
      const data = rows.map(({ body }) => open(work, body, wanted))
      spend(work, data)
      return { data, meta, links: { next } }
    }
    case 'search': {
      work.languages.add(wanted.locale)
      return (await findHits(work.reading, wanted)).found
    }
    case 'single':
      return orNull(async () => openRow(work, await findSingle(work.reading, wanted), wanted))
    case 'current':
      return orNull(async () => openRow(work, await findCurrent(work.reading, wanted), wanted))
    case 'press-kit':
      break
  }
  return orNull(() => readKit(work, wanted.slug))
}

/** What is not there, not public or taken down is null. */
async function orNull<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refused && [404, 410].includes(error.details.status)) return null
    throw error
  }
}

type Row = { body: string | null; content_language: string }

function openRow(work: Work, { body: text, content_language: language }: Row, reader: Reader): Body | null {
  if (text === null) return null
  work.languages.add(language)
  const body = open(work, text, reader)
  spend(work, [body])
  return body
}

async function readKit({ reading, spent }: Work, slug: string): Promise<PressKit> {
  const kit = composePressKit(await findPressKit(reading, slug))
  spent.bytes += Buffer.byteLength(JSON.stringify(kit))
  if (spent.bytes > limits.bodyBytes) throw overLimit('bodyBytes')
  return kit
}

/** A body as an object, remembered with its reader. */
function open({ owners }: Work, text: string, { locale, fallback }: Reader): Body {
  const body: Body = JSON.parse(text)
  owners.set(body, { id: String(body['id']), reader: { locale, fallback }, bytes: Buffer.byteLength(text) })
  return body
}

// Counted where it stands in the answer: what was read once can stand there many times.
function spend({ spent, owners }: Work, bodies: readonly Body[]): void {
  for (const body of bodies) {
    spent.documents += 1
    spent.bytes += owners.get(body)?.bytes ?? 0
    if (spent.documents > limits.documents) throw overLimit('documents')
    if (spent.bytes > limits.bodyBytes) throw overLimit('bodyBytes')
  }
}

// A text can have thousands of pieces, and each of them several values.
function spendItems({ spent }: Work, list: readonly unknown[]): void {
  spent.items += list.length
  for (const each of list) if (Array.isArray(each)) spent.items += each.length
  if (spent.items > limits.items) throw overLimit('items')
}

async function readRelated(work: Work, { resource, name }: Relation, source: Body): Promise<unknown> {
  const owner = work.owners.get(source)
  if (!owner) throw new Error(`Nobody knows whose ${name} are wanted.`)
  const { locale, fallback } = owner.reader
  const key = [resource, name, locale, fallback].join(' ')
  const loader =
    work.loaders.get(key) ??
    new DataLoader<string, Body[]>((ids) => loadRelated(work, { resource, name, reader: owner.reader }, ids))
  work.loaders.set(key, loader)
  const bodies = await loader.load(owner.id)
  spend(work, bodies)
  return name === 'biography' ? (bodies[0] ?? null) : bodies
}

type Wanted = { resource: ResourceName; name: Relation['name']; reader: Reader }

async function loadRelated(
  work: Work,
  { resource, name, reader }: Wanted,
  ids: readonly string[],
): Promise<Body[][]> {
  const rows = await work.reading.query<RelatedRow>(relatedStatement(name), [
    resource,
    reader.locale,
    reader.fallback,
    ids,
    // One more than may be read tells that there are more.
    limits.documents + 1,
  ])
  const byOwner = new Map<string, Body[]>(ids.map((id) => [id, []]))
  for (const { owner, body, content_language: language } of rows) {
    byOwner.get(owner)?.push(open(work, body, reader))
    work.languages.add(language)
  }
  return ids.map((id) => byOwner.get(id) ?? [])
}
