import { beforeAll, expect, test } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { draft, personWith, unique, type Actor } from '../factories'
import { useDesk } from '../payload'
import { signedIn, type Signed } from '../rest-people'
import { sendAll } from '../staff'

// Who else has a document open.

const desk = useDesk()
let author: Actor
let ana: Signed
let tomas: Signed
let lina: Signed
beforeAll(async () => {
  author = await personWith(desk.payload, ['editor'])
  ana = await signedIn(desk, { name: 'Ana Ruiz', roles: ['editor'] })
  tomas = await signedIn(desk, { name: 'Tomas Ek', roles: ['editor'] })
  lina = await signedIn(desk, { name: 'Lina Berg', roles: ['translator'], locales: ['sv'] })
})

const laureate = async () => {
  const { id } = await draft(author, 'laureates', {
    kind: 'person',
    knownName: 'Mira Sand',
    slug: unique('mira'),
  })
  return id
}
const here = (who: Signed, id: string, language = 'en') =>
  who.ask('POST', `/api/laureates/${id}/presence`, { language })
const othersOf = async (who: Signed, id: string) => {
  const { body } = await here(who, id)
  return (body['others'] as { name: string; language: string; since: string }[]).map(
    ({ name, language }) => `${name} ${language}`,
  )
}
const silent = (seconds: number) =>
  poolOf(desk.payload).query(
    `update editorial.presence set seen_at = clock_timestamp() - make_interval(secs => $1),
            since = since - make_interval(secs => $1)`,
    [seconds],
  )

test('colleagues in the same document see each other, with the language and since when', async () => {
  const id = await laureate()
  expect(await othersOf(ana, id)).toEqual([])
  await here(tomas, id, 'sv')
  expect(await othersOf(ana, id)).toEqual(['Tomas Ek sv'])
  expect(await othersOf(tomas, id)).toEqual(['Ana Ruiz en'])
  expect(await othersOf(ana, await laureate())).toEqual([])
  const { body } = await here(tomas, id)
  const [first] = body['others'] as { since: string }[]
  const { body: again } = await here(tomas, id)
  expect(again['others']).toMatchObject([{ since: first?.since }])
})

test('who leaves is gone at once, who falls silent after a while, and comes back anew', async () => {
  const id = await laureate()
  await here(ana, id)
  await here(tomas, id)
  expect((await tomas.ask('DELETE', `/api/laureates/${id}/presence`)).status).toBe(200)
  expect(await othersOf(ana, id)).toEqual([])
  await here(tomas, id)
  await silent(40)
  expect(await othersOf(ana, id)).toEqual(['Tomas Ek en'])
  await silent(50)
  expect(await othersOf(ana, id)).toEqual([])
  await silent(3600)
  const before = Date.now()
  await here(tomas, id)
  const { body } = await here(ana, id)
  const [back] = body['others'] as { since: string }[]
  expect(Date.parse(back?.since ?? '')).toBeGreaterThan(before - 5000)
})

test('silent rows are cleared away', async () => {
  await here(ana, await laureate())
  await silent(600)
  await here(tomas, await laureate())
  const { rows } = await poolOf(desk.payload).query('select person from editorial.presence')
  expect(rows).toEqual([{ person: tomas.id }])
})

test('of a document that one may not read nobody learns who is there, nor is seen there', async () => {
  const id = await laureate()
  await here(ana, id)
  expect((await here(lina, id, 'sv')).status).toBe(404)
  expect(await othersOf(ana, id)).toEqual([])
  await sendAll(desk.payload, { laureates: id }, ['sv'])
  expect((await here(lina, id, 'sv')).body).toMatchObject({ others: [{ name: 'Ana Ruiz' }] })
  expect(await othersOf(ana, id)).toEqual(['Lina Berg sv'])
  expect((await here(ana, '01a224d9-6d1f-724f-9994-345a76f11460')).status).toBe(404)
})

test('an account that is disabled meanwhile is not there any more', async () => {
  const id = await laureate()
  await here(tomas, id)
  await desk.payload.update({
    collection: 'users',
    id: tomas.id,
    data: { disabled: true },
    overrideAccess: true,
  })
  expect(await othersOf(ana, id)).toEqual([])
})

test('a language that is none is refused', async () => {
  const id = await laureate()
  for (const language of ['xx', 'all', '', 1, null])
    expect((await ana.ask('POST', `/api/laureates/${id}/presence`, { language })).status).toBe(400)
})
