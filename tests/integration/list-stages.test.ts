import { beforeAll, expect, test, vi } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { award, draft, edit, personWith, publish, targetsOf, type Actor } from '../factories'
import { useDesk } from '../payload'

// The column of a list that says where the units of its documents stand.

const desk = useDesk()
let writer: Actor

beforeAll(async () => {
  writer = await personWith(desk.payload, ['editor', 'press-officer'])
})

async function stagesOfAll(collection: string, ids: string[]) {
  const { stagesInList } = await import('../../src/admin/lists/list-stages')
  const pool = poolOf(desk.payload)
  const query = vi.spyOn(pool, 'query')
  const found = await Promise.all(ids.map((id) => stagesInList(pool, collection, id)))
  const queries = query.mock.calls.length
  query.mockRestore()
  return { found, queries }
}

test('a list asks once, however many documents, languages and versions it has', async () => {
  const ids: string[] = []
  for (const name of ['A', 'B', 'C', 'D']) {
    const { id } = await draft(writer, 'glossary-terms', { source: name, term: name })
    for (const locale of ['sv', 'de', 'ar'] as const)
      for (const term of ['first', 'second'])
        await edit(writer, { collection: 'glossary-terms', id, locale }, { term })
    ids.push(id)
  }
  const { found, queries } = await stagesOfAll('glossary-terms', ids)
  expect(queries).toBe(1)
  for (const units of found)
    expect(units.map(({ unit }) => unit).toSorted()).toEqual(['ar', 'de', 'en', 'shared', 'sv'])
})

test('it says of each unit where it stands and whether words of it are public', async () => {
  const documents = await award(writer)
  await publish(writer, targetsOf(documents))
  const { id } = documents.laureate
  await edit(writer, { collection: 'laureates', id }, { knownName: 'Mira Sund' })
  const { found } = await stagesOfAll('laureates', [id])
  expect(found[0]).toHaveLength(2)
  expect(found[0]).toEqual(
    expect.arrayContaining([
      { unit: 'shared', stage: 'public', isPublic: true, isSent: false },
      { unit: 'en', stage: 'writing', isPublic: true, isSent: false },
    ]),
  )
})

test('each list and each turn gets its own answer', async () => {
  const { id } = await draft(writer, 'prizes', { name: 'P', slug: 'p-list', timeZone: 'Europe/Oslo' })
  const before = await stagesOfAll('prizes', [id])
  await edit(writer, { collection: 'prizes', id, locale: 'sv' }, { name: 'P' })
  const after = await stagesOfAll('prizes', [id, '01a224df-0000-7000-8000-000000000000'])
  expect(before.found.map((units) => units.length)).toEqual([2])
  expect(after.found.map((units) => units.length)).toEqual([3, 0])
})
