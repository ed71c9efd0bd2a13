import { beforeAll, expect, test } from 'vitest'
import { draft, edit, personWith, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

// What a person sees in a language in which nobody has written yet.

const desk = useDesk()
let editor: Actor

beforeAll(async () => {
  editor = await personWith(desk.payload, ['editor'])
})

const read = (id: string, locale: 'de' | 'en') =>
  desk.payload.findByID({
    collection: 'laureates',
    id,
    locale,
    draft: true,
    overrideAccess: false,
    user: editor.user,
  })

test('shared facts are the newest ones in every language, also where there are no words yet', async () => {
  const { id } = await draft(editor, 'laureates', {
    kind: 'person',
    knownName: 'Mira Sand',
    slug: unique('mira'),
    birth: { date: '1960' },
  })
  await edit(editor, { collection: 'laureates', id }, { birth: { date: '1961' } })
  expect(await read(id, 'de')).toMatchObject({ birth: { date: '1961' }, adminTitle: 'Mira Sand' })
  const { docs } = await desk.payload.find({
    collection: 'laureates',
    where: { id: { equals: id } },
    locale: 'de',
    draft: true,
    overrideAccess: false,
    user: editor.user,
  })
  expect(docs[0]).toMatchObject({ birth: { date: '1961' } })
})

test('saving the first words of a language keeps the newest shared facts', async () => {
  const { id } = await draft(editor, 'laureates', {
    kind: 'person',
    knownName: 'Mira Sand',
    slug: unique('mira'),
    birth: { date: '1960' },
  })
  await edit(editor, { collection: 'laureates', id }, { birth: { date: '1961' } })
  await edit(editor, { collection: 'laureates', id, locale: 'de' }, { knownName: 'Mira Sand (de)' })
  expect(await read(id, 'en')).toMatchObject({ birth: { date: '1961' }, knownName: 'Mira Sand' })
})
