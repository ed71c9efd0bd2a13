import { APIError } from 'payload'
import { mayUse } from '@/access'
import { canonicalJson } from '@/lib/hash'
import { refuse, Refusal } from '@/lib/errors'
import { matchRows, openAddresses, type Addresses } from './nobel-match'
import { readNobel } from './nobel-read'
import {
  compareRow,
  openRun,
  reportDeleted,
  reportKept,
  resolveRefs,
  type ImportNobel,
  type Pair,
  type Resolved,
  type Run,
} from './nobel-run'
import { findDrafts, findDraftsById, readImportedIds, readRecords, takeTurn, type Row } from './nobel-store'
import {
  nobelCollections,
  refuseNobel,
  type NobelCollection,
  type NobelRefused,
  type NobelReport,
  type Planned,
} from './nobel-types'
import { createDocument, updateDocument } from './nobel-write'

// Payload's pool holds 20 connections and a write may use two.
const writersAtOnce = 6

/**
 * Imports a laureates file of the Nobel Prize API v2.1 as drafts. A file that is not right is returned as a
 * refusal with nothing written. Running it again changes nothing; a run that was interrupted goes on; a newer
 * file updates what changed in it, and never what staff changed.
 */
export async function importNobel(
  input: ImportNobel,
): Promise<{ ok: true; report: NobelReport } | NobelRefused> {
  if (!mayUse(input.user, 'import')) throw refuse('not_allowed', { action: 'import' })
  const { source } = input
  const plan = typeof source === 'object' && 'planned' in source ? source : readNobel(source)
  if (!plan.ok) return plan
  const endTurn = await takeTurn(input.payload)
  if (!endTurn) return refuseNobel('busy', 'Another import is running. Wait until it is done.')
  try {
    const run = openRun(input, plan)
    for (const collection of nobelCollections) {
      await importCollection(
        run,
        collection,
        plan.planned.filter((document) => document.collection === collection),
      )
    }
    return { ok: true, report: run.report }
  } finally {
    await endTurn()
  }
}

async function importCollection(run: Run, collection: NobelCollection, planned: Planned[]): Promise<void> {
  const documents = planned.map((document) => resolveRefs(run, document))
  const { pairs, addresses } = await findPairs(run, collection, documents)
  for (const { document, row, record } of pairs) {
    if (row && typeof row['slug'] === 'string') run.slugs.set(document.key, row['slug'])
    const id = row?.id ?? record?.documentId
    if (id !== undefined) run.ids.set(document.key, id)
  }
  // Addresses are given in the order of the file, whatever writer comes first.
  const jobs = pairs.map((pair) => ({
    pair,
    slug: isNew(pair) ? giveAddress(run, addresses, pair.document) : undefined,
  }))
  await eachOf(jobs, async ({ pair, slug }) => {
    await importDocument(run, pair, slug)
    run.tick(collection)
  })
  await checkWritten(run, documents)
}

const isNew = ({ row, record }: Pair): boolean => row === undefined && record === undefined

type Found = { pairs: Pair[]; addresses: Addresses }

async function findPairs({ desk }: Run, collection: NobelCollection, documents: Resolved[]): Promise<Found> {
  const records = await readRecords(
    desk.payload,
    documents.map(({ key }) => key),
  )
  const rows = await findDraftsById(
    desk,
    collection,
    [...records.values()].map(({ documentId }) => documentId),
  )
  const unknown = documents.filter(({ key }) => !records.has(key))
  const others = unknown.length === 0 ? [] : await findDrafts(desk, { collection, where: {} })
  const imported = unknown.length === 0 ? new Set<string>() : await readImportedIds(desk.payload, collection)
  const editions =
    unknown.length === 0 || collection !== 'citations'
      ? []
      : await findDrafts(desk, { collection: 'editions', where: {} })
  const years = new Map<unknown, unknown>(editions.map((row) => [row.id, row['year']]))
  const matched = matchRows(
    unknown,
    others.filter(({ id }) => !imported.has(id)),
  )
  const pairs = documents.map((document): Pair => {
    const record = records.get(document.key)
    return { document, record, row: record ? rows.get(record.documentId) : matched.get(document.key) }
  })
  return { pairs, addresses: openAddresses(collection, others, (edition) => years.get(edition)) }
}

function giveAddress(run: Run, addresses: Addresses, document: Resolved): string | undefined {
  if (document.collection === 'editions') return undefined
  const laureateSlug = run.slugs.get([document.refs['laureates'] ?? []].flat()[0] ?? '')
  const slug = addresses.give(document, { laureateSlug, year: document.key.split('/').at(-1) })
  if (slug !== undefined) run.slugs.set(document.key, slug)
  return slug
}

async function importDocument(run: Run, pair: Pair, slug: string | undefined): Promise<void> {
  const { document, row } = pair
  try {
    if (isNew(pair)) await create(run, document, slug)
    else if (row === undefined) reportDeleted(run, document)
    else await update(run, { ...pair, row })
  } catch (error) {
    const isRefused = error instanceof Refusal || (error instanceof APIError && error.status < 500)
    if (!isRefused) throw error
    run.report.failed.push({ record: document.key, title: document.title, reason: reasonOf(error) })
  }
}

// Of values that were refused, the sentence of each under the name of its field.
function reasonOf({ data, message }: Refusal | APIError): string {
  const errors = (data as { errors?: { label?: unknown; message: string }[] } | null)?.errors ?? []
  const said = errors.map((error) => `${String(error.label)}: ${error.message}`)
  return said.length > 0 ? said.join(' ') : message
}

async function create(run: Run, document: Resolved, slug: string | undefined): Promise<void> {
  const { key, collection, title, missing } = document
  if (missing !== undefined) {
    run.report.failed.push({
      record: key,
      title,
      reason: `It belongs to ${missing}, which is not in the desk.`,
    })
    return
  }
  if (run.isDry) {
    run.ids.set(key, `new:${key}`)
  } else {
    const { id, hashes } = await createDocument(run.desk, document, slug)
    run.ids.set(key, id)
    run.written.set(key, hashes)
  }
  run.report.created[collection] += 1
}

async function update(run: Run, pair: Pair & { row: Row }): Promise<void> {
  const { document, record, row } = pair
  const seen = compareRow(pair)
  const isSame = record !== undefined && canonicalJson(record.fields) === canonicalJson(seen.hashes)
  const isIdle = Object.keys(seen.write).length === 0 && isSame
  const done =
    run.isDry || isIdle
      ? seen
      : await updateDocument(run.desk, { ...document, id: row.id, last: record?.fields })
  if (!run.isDry && !isIdle) run.written.set(document.key, done.hashes)
  reportKept(run, pair, done.kept)
  run.report[Object.keys(done.write).length > 0 ? 'updated' : 'unchanged'][document.collection] += 1
}

// A commit that fails is not reported by Payload, so look.
async function checkWritten({ desk, written, report }: Run, documents: Resolved[]): Promise<void> {
  const mine = documents.filter(({ key }) => written.has(key))
  if (mine.length === 0) return
  const records = await readRecords(
    desk.payload,
    mine.map(({ key }) => key),
  )
  for (const { key, title } of mine) {
    const isThere = canonicalJson(records.get(key)?.fields) === canonicalJson(written.get(key))
    if (!isThere)
      report.failed.push({
        record: key,
        title,
        reason: 'The database did not keep it. Run the import again.',
      })
  }
}

// The first failure stops the others after the document they are at; it is thrown when all have stopped.
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = (function* () {
    yield* items
  })()
  const writer = async () => {
    for (const item of waiting) await work(item)
  }
  const ends = await Promise.allSettled(Array.from({ length: writersAtOnce }, writer))
  const failure = ends.find((end) => end.status === 'rejected')
  if (failure) throw failure.reason
}
