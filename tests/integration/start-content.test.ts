import { beforeAll, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { award, draft, personWith, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

const desk = useDesk()
let editor: Actor
let translator: Actor

beforeAll(async () => {
  editor = await personWith(desk.payload, ['editor'])
  translator = await personWith(desk.payload, ['translator'], ['sv'])
})

async function startOf({ payload, user }: Actor, language = 'en') {
  const { readStartContent } = await import('../../src/admin/work/start-content')
  return readStartContent({ payload, user, language })
}

test('what was saved last stands there for whoever may read it, newest first', async () => {
  const documents = await award(editor)
  for (let left = 10; left > 0; left -= 1)
    await draft(editor, 'laureates', { kind: 'person', knownName: `New ${left}`, slug: unique('new') })
  const { recent } = await startOf(editor)
  expect(recent.map(({ title }) => title)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((left) => `New ${left}`))
  expect((await startOf(translator)).recent).toEqual([])

  const { sendToTranslation } = await import('../../src/review')
  const sent = { collection: 'citations', id: documents.citation.id }
  await sendToTranslation(editor, { documents: [sent], languages: ['sv'] })
  expect((await startOf(translator)).recent).toMatchObject([sent])
})

test('the language of the screens is remembered for e-mail', async () => {
  await startOf(translator, 'sv')
  await startOf(translator, 'de')
  await startOf(editor, 'xx')
  const { rows } = await withClient(desk.database.owner, (client) =>
    client.query('select person, language from editorial.screen_languages'),
  )
  expect(new Map(rows.map(({ person, language }) => [person, language]))).toEqual(
    new Map([
      [translator.user.id, 'de'],
      [editor.user.id, 'en'],
    ]),
  )
})
