import { beforeAll, expect, test } from 'vitest'
import { approve, award, draft, edit, personWith, targetsOf, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

const desk = useDesk()
let editor: Actor
let officer: Actor

beforeAll(async () => {
  editor = await personWith(desk.payload, ['editor'])
  officer = await personWith(desk.payload, ['press-officer'])
})

async function startOf({ payload, user }: Actor) {
  const { readStartContent } = await import('../../src/admin/start-content')
  return readStartContent({ payload, user })
}

test('the start page counts every draft and tells apart what waits, what was taken down and what was never public', async () => {
  const { publishNow, takeDown } = await import('../../src/releases')
  const documents = await award(editor)
  await approve(editor, targetsOf(documents))
  await publishNow(officer, targetsOf(documents))
  expect(await startOf(editor)).toMatchObject({
    waiting: { total: 0 },
    never: { total: 0 },
    down: { total: 0 },
  })

  await takeDown(officer, [{ collection: 'biographies', id: documents.biography.id, units: ['shared'] }])
  await edit(editor, { collection: 'laureates', id: documents.laureate.id }, { fullName: 'Mira Else Sand' })
  // More than one list shows, and all of them newer than the others.
  for (let left = 30; left > 0; left -= 1)
    await draft(editor, 'laureates', { kind: 'person', knownName: 'New', slug: unique('new') })

  const { waiting, never, down, recent } = await startOf(editor)
  expect(waiting).toMatchObject({ total: 1, items: [{ collection: 'laureates', id: documents.laureate.id }] })
  expect(down).toMatchObject({ total: 1, items: [{ collection: 'biographies', id: documents.biography.id }] })
  expect(never.total).toBe(30)
  expect(never.items).toHaveLength(6)
  expect(recent).toHaveLength(6)
})
