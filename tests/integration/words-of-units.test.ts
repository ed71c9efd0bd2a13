import { createLocalReq } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import { contentCollections } from '../../src/access'
import { fieldShapes } from '../../src/admin/values/field-shapes'
import { readValues, relatedDocuments } from '../../src/admin/values/read-values'
import { relatedTitles } from '../../src/admin/values/related-titles'
import { difference } from '../../src/difference'
import { readNewestDraft, valuesOf } from '../../src/units'
import { award, edit, personWith, type Actor } from '../factories'
import { useDesk } from '../payload'

// From stored values to what a person reads as changed.

const desk = useDesk()
let editor: Actor

beforeAll(async () => {
  editor = await personWith(desk.payload, ['editor'])
})

const modelOf = (collection: 'citations') => desk.payload.collections[collection].config

async function sharedOf(id: string) {
  const draft = await readNewestDraft(desk.payload, { collection: 'citations', id })
  if (!draft) throw new Error('no draft')
  return valuesOf(modelOf('citations').flattenedFields, draft, 'shared')
}

test('a changed relation is read as the titles of both documents', async () => {
  const { citation } = await award(editor, { knownName: 'Mira Sand' })
  const other = await award(editor, { knownName: 'Ola Berg' })
  const before = await sharedOf(citation.id)
  await edit(
    editor,
    { collection: 'citations', id: citation.id },
    { laureates: [other.laureate.id], awardType: 'honorary' },
  )
  const after = await sharedOf(citation.id)

  const { shared } = fieldShapes(modelOf('citations'), 'sv')
  const req = await createLocalReq({ user: editor.user }, desk.payload)
  const say = readValues(shared, {
    clock: { language: 'sv', zone: 'UTC' },
    titles: await relatedTitles(req, relatedDocuments(shared, before, after)),
  })
  const found = difference(say(before), say(after), { fields: shared, locale: 'en' })

  expect(found.filter(({ kind }) => kind !== 'same').map(({ path, parts }) => [path, parts])).toEqual([
    [
      'laureates',
      [
        { kind: 'removed', text: 'Mira Sand' },
        { kind: 'added', text: 'Ola Berg' },
      ],
    ],
    [
      'awardType',
      [
        { kind: 'removed', text: expect.any(String) },
        { kind: 'added', text: expect.any(String) },
      ],
    ],
  ])
})

test('who may not read a document does not learn its title', async () => {
  const { edition } = await award(editor)
  const nobody = await createLocalReq({}, desk.payload)
  expect(await relatedTitles(nobody, new Map([['editions', new Set([edition.id])]]))).toEqual(new Map())
})

test('every value of every unit has a field with a label on the screens', () => {
  for (const collection of contentCollections) {
    const { shared, localized } = fieldShapes(desk.payload.collections[collection].config, 'de')
    for (const { path, label } of [...shared, ...localized]) {
      expect(label, `${collection}.${path}`).toMatch(/\S/)
      expect(label, `${collection}.${path}`).not.toBe(path)
    }
  }
})
