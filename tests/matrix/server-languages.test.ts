import { beforeAll, describe, expect, test } from 'vitest'
import { contentCollections } from '../../src/access/roles'
import { useDesk } from '../payload'
import { createDocuments, useStaff } from '../staff'
import { textOf } from './bodies'
import { fingerprint } from './evidence'
import { useServerFunctions } from './server-function'
import { operationCells, unitAndAction, type TableCell } from './table'

// The functions that the screens call on the server answer in the language that a person chose last, whatever the call says
// beside it: words of a language that somebody may not read are in none of their answers.

const desk = useDesk()
const staff = useStaff(desk)
const functions = useServerFunctions(desk, staff)
let ids: Record<string, string> = {}

const marks: Record<string, string> = { en: 'ENGLISH-7f3', sv: 'SWEDISH-7f3', de: 'GERMAN-7f3' }
const localeOf = ({ operation }: TableCell): string => {
  const [, unit] = unitAndAction(operation)
  return unit === 'shared' ? 'en' : unit
}

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  for (const collection of contentCollections)
    for (const [locale, mark] of Object.entries(marks)) {
      const write = {
        collection,
        id: ids[collection],
        locale,
        data: textOf(collection, `Words ${mark}`),
        overrideAccess: true,
      }
      await desk.payload.update(write as never)
    }
})

/** As the language menu does. */
async function choose({ actor }: TableCell, locale: string): Promise<void> {
  if (actor === 'anonymous') return
  const answer = await staff.as(actor)('POST', '/api/payload-preferences/locale', { value: locale })
  expect(answer.status).toBe(200)
}

/** What a hostile call says beside it. */
const beside = (locale: string) => ({
  locale,
  fallbackLocale: locale,
  searchParams: { locale },
  overrideAccess: true,
})

const documents = (collection: string, locale: string): [string, Record<string, unknown>][] => {
  const id = ids[collection]
  return [
    ['render-document', { ...beside(locale), collectionSlug: collection, docID: id }],
    [
      'form-state',
      { ...beside(locale), collectionSlug: collection, id, schemaPath: collection, operation: 'update' },
    ],
  ]
}
const lists = (collection: string, locale: string): [string, Record<string, unknown>][] => {
  const query = { limit: 10, locale, 'fallback-locale': locale, draft: 'false' }
  const args = { ...beside(locale), collectionSlug: collection, query, enableRowSelections: false }
  return [
    ['table-state', { ...args, renderRowTypes: false }],
    ['render-list', args],
  ]
}

describe.each(contentCollections)('%s', (collection) => {
  const cells = operationCells.filter(
    (cell) =>
      cell.collection === collection && /^(?:read|list)-(?:shared|assigned|other)$/.test(cell.operation),
  )
  test('words of a language are shown to those who may read them, by each function', async () => {
    expect(cells.length).toBeGreaterThan(0)
    const before = await fingerprint(desk)
    for (const cell of cells) {
      const locale = localeOf(cell)
      await choose(cell, locale)
      const isList = cell.operation.startsWith('list')
      for (const [name, args] of (isList ? lists : documents)(collection, locale)) {
        const { said } = await functions.as(cell.actor, name, args)
        const told = said.includes(marks[locale] ?? '')
        const isAllowed = cell.verdict === 'allow'
        // A list shows some of the words, and the function of a form those that the form sent.
        const maySay = isAllowed && name !== 'render-document' ? [true, false] : [isAllowed]
        expect({ ...cell, name, told, isRight: maySay.includes(told) }).toMatchObject({ isRight: true })
      }
    }
    expect(await fingerprint(desk)).toBe(before)
  })
})
