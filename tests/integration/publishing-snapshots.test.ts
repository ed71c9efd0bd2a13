import type { ClientBase } from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { unitStates } from '../../src/publishing'
import { takeDown } from '../../src/releases'
import { draft, edit, personWith, publish, unique, type Actor } from '../factories'
import { useDesk } from '../payload'
import { tryAs } from '../sql-as'

// Which snapshot of a unit is its last one.

const desk = useDesk()
let officer: Actor

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})

async function laureate(): Promise<{ collection: 'laureates'; id: string }> {
  const { id } = await draft(officer, 'laureates', {
    kind: 'person',
    knownName: 'Mira Sand',
    slug: unique('mira'),
  })
  await edit(officer, { collection: 'laureates', id, locale: 'sv' }, { knownName: 'Mira Sånd' })
  return { collection: 'laureates', id }
}

test('a document that is named twice in one release enters it once', async () => {
  const ref = await laureate()
  const twice = ['en', 'sv'].map((unit) => ({ ...ref, units: [unit] }))
  const snapshots = async () =>
    (
      await poolOf(desk.payload).query(
        'select unit, is_withdrawn from published.units where document_id = $1 order by release, unit',
        [ref.id],
      )
    ).rows
  const of = (isWithdrawn: boolean) =>
    ['en', 'shared', 'sv'].map((unit) => ({ unit, is_withdrawn: isWithdrawn }))
  await publish(officer, twice)
  expect(await snapshots()).toEqual(of(false))
  // Without its last language the document goes, shared facts and all.
  await takeDown(officer, twice, 'It was wrong.')
  expect(await snapshots()).toEqual([...of(false), ...of(true)])
})

test('of equal snapshots of one release the public one counts, whichever it is', async () => {
  const ref = await laureate()
  await publish(officer, [{ ...ref, units: ['en'] }])
  const said: (boolean | undefined)[] = []
  const work = async (client: ClientBase) => {
    await client.query(
      `insert into published.units (collection, document_id, unit, content, content_hash, release, published_at)
       select collection, document_id, unit, content, content_hash, release, published_at
         from published.units, generate_series(1, 2) where document_id = $1 and unit = 'en'`,
      [ref.id],
    )
    const { rows } = await client.query<{ id: string }>(
      `select id from published.units where document_id = $1 and unit = 'en'`,
      [ref.id],
    )
    for (const { id } of rows) {
      await client.query(
        `update published.current_units set unit_id = $2 where document_id = $1 and unit = 'en'`,
        [ref.id, id],
      )
      const states = await unitStates(client, ref)
      said.push(states.find(({ unit }) => unit === 'en')?.isPublic)
    }
  }
  expect(await tryAs(desk.database.unguarded(), work)).toBe('went through')
  expect(said).toEqual([true, true, true])
})
