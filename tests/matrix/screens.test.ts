import { createLocalReq } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentCollections } from '../../src/access/roles'
import { useDesk } from '../payload'
import { createDocuments, useStaff } from '../staff'
import { sharedOf, textOf, unknownId } from './bodies'
import { fingerprint } from './evidence'
import { useServerFunctions, wordsIn } from './server-function'
import { operationCells, screenCells, unitAndAction, type TableCell } from './table'

// What screens show beside the form: the words under review; by the function of the server that opens a document and takes any
// path below it the history, the words of a revision, and the framework's own versions.

const desk = useDesk()
const staff = useStaff(desk)
const functions = useServerFunctions(desk, staff, async () => ({
  '@/admin/history/history-page#HistoryPage': (await import('../../src/admin/history/history-page'))
    .HistoryPage,
  '@/admin/history/version-page#VersionPage': (await import('../../src/admin/history/version-page'))
    .VersionPage,
}))
let owner: Client
let ids: Record<string, string> = {}

beforeAll(async () => {
  owner = new Client({ connectionString: desk.database.owner })
  await owner.connect()
  ids = await createDocuments(desk.payload)
  for (const collection of contentCollections) await write(collection)
})
afterAll(() => owner.end())

/** What each unit holds, so that the words tell whose they are. */
const marks: Record<string, string> = { sv: 'SWEDISH-7f3', de: 'GERMAN-7f3' }

async function write(collection: string): Promise<void> {
  const by = { collection, id: ids[collection], overrideAccess: true }
  for (const [locale, mark] of Object.entries(marks))
    await desk.payload.update({ ...by, locale, data: textOf(collection, `Words ${mark}`) } as never)
  await desk.payload.update({ ...by, locale: 'en', data: sharedOf(collection) } as never)
}

async function revisionOf(collection: string, unit: string): Promise<string> {
  const { rows } = await owner.query<{ revision: string }>(
    'select revision from editorial.units where document_id = $1 and unit = $2',
    [ids[collection], unit],
  )
  return rows[0]?.revision ?? unknownId
}

async function versionOf(collection: string): Promise<string> {
  const of = { collection, where: { parent: { equals: ids[collection] } }, limit: 1, overrideAccess: true }
  const { docs } = await desk.payload.findVersions(of as never)
  return String((docs[0] as { id?: unknown } | undefined)?.id)
}

type Seen = { isRefused: boolean; said: string }

/** What this person sees at this path below the document. */
async function open({ actor, collection }: TableCell, ...below: string[]): Promise<Seen> {
  const segments = ['collections', collection, ids[collection] ?? '', ...below]
  const args = { collectionSlug: collection, docID: ids[collection], paramsOverride: { segments } }
  const { isRefused, said, answer } = await functions.as(actor, 'render-document', {
    ...args,
    searchParams: {},
  })
  if (isRefused) return { isRefused, said }
  const screen = screenIn((answer as { Document: unknown }).Document)
  if (!screen) return { isRefused: true, said: '' }
  try {
    return { isRefused: false, said: wordsIn(await screen()) }
  } catch (error) {
    return { isRefused: true, said: String(error) }
  }
}

const opened = new Set(['HistoryPage', 'VersionPage', 'VersionView', 'VersionsView'])
type Element = { type?: unknown; props?: { children?: unknown } }

/** The screen itself, which the server would call next, deep in what surrounds it. */
function screenIn(node: unknown): (() => Promise<unknown>) | undefined {
  if (Array.isArray(node)) return node.map(screenIn).find((found) => found !== undefined)
  if (typeof node !== 'object' || node === null) return undefined
  const { type, props } = node as Element
  if (typeof type === 'function' && opened.has(type.name))
    return () => Promise.resolve((type as (given: unknown) => unknown)(props))
  return screenIn(props?.children)
}

/** The review screen, which is a page of its own: the words in this language, the source and the shared facts. */
async function review({ actor, collection }: TableCell, code: string): Promise<Seen> {
  const { ReviewPage } = await import('../../src/admin/review/review-page')
  const user = await staff.person(actor)
  const req = await createLocalReq({ ...(user ? { user: user as never } : {}), locale: code }, desk.payload)
  const segments = ['review', collection, ids[collection]]
  const view = { initPageResult: { req, locale: { code } }, params: { segments }, searchParams: {} }
  return ReviewPage(view as never).then(
    (screen) => ({ isRefused: false, said: wordsIn(screen) }),
    (error: unknown) => ({ isRefused: true, said: String(error) }),
  )
}

async function expectReview(cell: TableCell): Promise<void> {
  const [, unit] = unitAndAction(cell.operation)
  const { isRefused, said } = await review(cell, unit === 'shared' ? 'en' : unit)
  const isShown = said.includes(markOf(unit, cell.collection))
  const isAllowed = cell.verdict === 'allow'
  expect({ ...cell, isRefused, isShown }).toEqual({ ...cell, isRefused: !isAllowed, isShown: isAllowed })
}

const ways: Record<string, (cell: TableCell) => Promise<void>> = {
  words: expectWords,
  history: expectHistory,
  review: expectReview,
}

/** What an answer would hold of this unit. */
const markOf = (unit: string, collection: string): string =>
  marks[unit] ?? String(Object.keys(sharedOf(collection))[0])

async function expectWords(cell: TableCell): Promise<void> {
  const [, unit] = unitAndAction(cell.operation)
  const { isRefused, said } = await open(cell, 'history', await revisionOf(cell.collection, unit))
  const isShown = said.includes(markOf(unit, cell.collection))
  const isAllowed = cell.verdict === 'allow'
  expect({ ...cell, isRefused, isShown }).toEqual({ ...cell, isRefused: !isAllowed, isShown: isAllowed })
}

/** A history is no refusal to who reads the document: it leaves out what this person may not see. */
async function expectHistory(cell: TableCell): Promise<void> {
  const [, unit] = unitAndAction(cell.operation)
  const { said } = await open(cell, 'history')
  const revision = await revisionOf(cell.collection, unit)
  const isShown = said.includes(revision)
  expect({ ...cell, isShown }).toEqual({ ...cell, isShown: cell.verdict === 'allow' })
}

describe.each(contentCollections)('%s', (collection) => {
  const mine = screenCells.filter((cell) => cell.collection === collection)
  test('reviews, histories and words are shown to those who may see them, and nothing is written', async () => {
    const before = await fingerprint(desk)
    for (const cell of mine) await ways[unitAndAction(cell.operation)[0]]?.(cell)
    expect(await fingerprint(desk)).toBe(before)
  })

  test("the framework's versions are shown to nobody who may not read them", async () => {
    const version = await versionOf(collection)
    const cells = operationCells.filter(
      (cell) => cell.collection === collection && cell.operation === 'readVersions',
    )
    for (const cell of cells)
      for (const below of [['versions'], ['versions', version]]) {
        const { isRefused } = await open(cell, ...below)
        expect({ ...cell, below, isRefused }).toEqual({ ...cell, below, isRefused: cell.verdict === 'deny' })
      }
  })
})
