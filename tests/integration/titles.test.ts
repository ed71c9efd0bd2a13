import type { CollectionSlug } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import { award, draft, edit, personWith, type Actor } from '../factories'
import { useDesk } from '../payload'

// The titles by which documents are found on screens follow the documents that they are made of.

const desk = useDesk()
let editor: Actor

beforeAll(async () => {
  editor = await personWith(desk.payload, ['editor'])
})

async function shown(collection: CollectionSlug, id: string) {
  const { adminTitle, updatedAt } = (await desk.payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    overrideAccess: true,
  })) as { adminTitle?: string; updatedAt: string }
  return { adminTitle, updatedAt }
}

const versions = async (collection: 'citations' | 'biographies', id: string): Promise<number> =>
  (await desk.payload.countVersions({ collection, where: { parent: { equals: id } } })).totalDocs

test('a laureate who is renamed is renamed on award entries and biographies, and nothing counts as saved', async () => {
  const { laureate, citation, biography } = await award(editor)
  const before = {
    citation: await shown('citations', citation.id),
    biography: await shown('biographies', biography.id),
  }

  await edit(editor, { collection: 'laureates', id: laureate.id }, { knownName: 'Mira Strand' })

  const title = 'Fjord Prize 2024 · Mira Strand'
  expect(await shown('citations', citation.id)).toEqual({ ...before.citation, adminTitle: title })
  expect(await shown('biographies', biography.id)).toEqual({ ...before.biography, adminTitle: title })
  expect(await versions('citations', citation.id)).toBe(1)
  expect(await versions('biographies', biography.id)).toBe(1)
})

test('a prize and a year that change are followed down to the biographies', async () => {
  const { prize, edition, citation, biography } = await award(editor)

  await edit(editor, { collection: 'prizes', id: prize.id }, { name: 'Sound Prize' })
  expect((await shown('editions', edition.id)).adminTitle).toBe('Sound Prize 2024')
  expect((await shown('biographies', biography.id)).adminTitle).toBe('Sound Prize 2024 · Mira Sand')

  await edit(editor, { collection: 'editions', id: edition.id }, { year: 2025 })
  expect((await shown('citations', citation.id)).adminTitle).toBe('Sound Prize 2025 · Mira Sand')
  expect((await shown('biographies', biography.id)).adminTitle).toBe('Sound Prize 2025 · Mira Sand')
})

test('a biography follows its award entry when other laureates are named, in their order', async () => {
  const { laureate, citation, biography } = await award(editor)
  const second = await draft(editor, 'laureates', {
    kind: 'person',
    knownName: 'Abel Ness',
    slug: 'abel-ness',
  })

  await edit(editor, { collection: 'citations', id: citation.id }, { laureates: [second.id, laureate.id] })
  expect((await shown('biographies', biography.id)).adminTitle).toBe(
    'Fjord Prize 2024 · Abel Ness / Mira Sand',
  )

  await edit(editor, { collection: 'laureates', id: laureate.id }, { knownName: 'Mira Strand' })
  expect((await shown('biographies', biography.id)).adminTitle).toBe(
    'Fjord Prize 2024 · Abel Ness / Mira Strand',
  )
})

test('a document without a title has words for one, and they are never stored', async () => {
  const { id } = await draft(editor, 'laureates', { kind: 'person' })
  const citation = await draft(editor, 'citations', { laureates: [id] })
  expect((await shown('laureates', id)).adminTitle).toBe('No title yet')
  expect((await shown('citations', citation.id)).adminTitle).toBe('No title yet')

  await edit(editor, { collection: 'laureates', id }, { knownName: 'Mira Sand' })
  expect((await shown('laureates', id)).adminTitle).toBe('Mira Sand')
  expect((await shown('citations', citation.id)).adminTitle).toBe('Mira Sand')
})
