import { beforeAll, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
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

/** A laureate whose first shared facts were saved over. */
async function bornLater(): Promise<string> {
  const data = { kind: 'person', knownName: 'Mira Sand', slug: unique('mira'), birth: { date: '1960' } }
  const { id } = await draft(editor, 'laureates', data)
  await edit(editor, { collection: 'laureates', id }, { birth: { date: '1961' } })
  return id
}

test('shared facts are the newest ones in every language, also where there are no words yet', async () => {
  const id = await bornLater()
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
  const id = await bornLater()
  await edit(editor, { collection: 'laureates', id, locale: 'de' }, { knownName: 'Mira Sand (de)' })
  expect(await read(id, 'en')).toMatchObject({ birth: { date: '1961' }, knownName: 'Mira Sand' })
})

test('the newest version is the one that is marked so: no other is read, however late it says it is', async () => {
  const data = { kind: 'person', knownName: 'Mira Sand', slug: unique('mira') }
  const { id } = await draft(editor, 'laureates', data)
  await edit(editor, { collection: 'laureates', id }, { knownName: 'Mira Strand' })
  await withClient(desk.database.owner, (client) =>
    client.query(
      `update _laureates_v set updated_at = now() + interval '1 day' where parent_id = $1 and not coalesce(latest, false)`,
      [id],
    ),
  )
  expect(await read(id, 'en')).toMatchObject({ knownName: 'Mira Strand' })
})

test('versions beyond those that are kept go, and are not read for it', async () => {
  const data = { kind: 'person', knownName: 'Mira Sand', slug: unique('mira') }
  const { id } = await draft(editor, 'laureates', data)
  await edit(editor, { collection: 'laureates', id }, { knownName: 'Mira Strand' })
  const { docs } = await desk.payload.db.findVersions({
    collection: 'laureates',
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    page: 2,
    pagination: false,
  })
  expect(docs[0]?.updatedAt).toBeTruthy()
  expect(JSON.stringify(docs[0]?.version)).not.toContain('mira')
  const count = () =>
    desk.payload.countVersions({ collection: 'laureates', where: { parent: { equals: id } } })
  await withClient(desk.database.owner, (client) =>
    client.query(
      `insert into _laureates_v (id, parent_id, created_at, updated_at, latest)
       select gen_random_uuid(), $1, now() - interval '1 day', now() - interval '1 day', false from generate_series(1, 100)`,
      [id],
    ),
  )
  expect(await count()).toMatchObject({ totalDocs: 102 })
  await edit(editor, { collection: 'laureates', id }, { knownName: 'Mira Strand Lund' })
  expect((await count()).totalDocs).toBeLessThanOrEqual(100)
  expect(await read(id, 'en')).toMatchObject({ knownName: 'Mira Strand Lund' })
})
