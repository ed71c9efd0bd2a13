import { beforeAll, expect, test } from 'vitest'
import { usePublicSide } from '../delivery'
import { award, draft, edit, personWith, publish, targetsOf, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

// Whoever knows a prize by a slug that it had before finds it.

const desk = useDesk()
const side = usePublicSide(desk)
let officer: Actor
let [renamed, other] = ['', '']
const [former, present] = [unique('former'), unique('present')]

const read = async (path: string) => (await side.get(path)).json()
const everywhere = async (prize: string) => {
  const graphql = `{ currentEdition(prize: "${prize}") { slug } citations(prize: "${prize}") { data { slug } } }`
  return {
    current: (await read(`/v1/editions/current?prize=${prize}`)).slug,
    lists: await Promise.all(
      ['laureates', 'citations', 'editions', 'press-releases'].map(async (name) =>
        (await read(`/v1/${name}?prize=${prize}`)).data.map((one: { slug: string }) => one.slug),
      ),
    ),
    graphql: (await read(`/graphql?${new URLSearchParams({ query: graphql })}`)).data,
  }
}

const rename = (id: string, slug: string) => edit(officer, { collection: 'prizes', id }, { slug })
const prizeAt = (id: string, unit: string) => ({ collection: 'prizes', id, units: [unit] })

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
  const [documents, others] = [await award(officer), await award(officer)]
  const { id } = documents.prize
  ;[renamed, other] = [id, others.prize.id]
  const before = await draft(officer, 'editions', { prize: id, year: 2023, status: 'announced' })
  await rename(id, former)
  await publish(officer, [
    ...targetsOf(documents),
    ...targetsOf(others),
    { collection: 'editions', id: before.id, units: ['en'] },
  ])
  await rename(id, present)
  await publish(officer, [prizeAt(id, 'shared')])
  await side.seen()
})

test('a prize that was renamed is found by its former slug as by its present one', async () => {
  const now = await everywhere(present)
  expect(now).toMatchObject({
    current: `${present}/2024`,
    lists: [[expect.any(String)], [expect.any(String)], [`${present}/2024`, `${present}/2023`], []],
    graphql: { currentEdition: { slug: `${present}/2024` } },
  })
  expect(await everywhere(former)).toEqual(now)
})

test('one that no prize ever had finds nothing', async () => {
  const { lists, current, graphql } = await everywhere('unheard-of')
  expect([lists, current, graphql.currentEdition]).toEqual([[[], [], [], []], undefined, null])
})

test('pages go on by the former slug', async () => {
  const page = await read(`/v1/editions?prize=${former}&limit=1`)
  expect(page).toMatchObject({ data: [{ slug: `${present}/2024` }], meta: { total: 2 } })
  expect(page.links.next).toContain(`prize=${former}`)
  expect(await read(page.links.next)).toMatchObject({
    data: [{ slug: `${present}/2023` }],
    links: { next: null },
  })
})

test('a slug that a prize has now is that prize, whoever had it before', async () => {
  await rename(other, former)
  await publish(officer, [prizeAt(other, 'shared')])
  // A year that stood with the wrong prize: its address began with that slug last.
  const { id } = await draft(officer, 'editions', { prize: other, year: 2021, status: 'announced' })
  await publish(officer, [{ collection: 'editions', id, units: ['en'] }])
  await edit(officer, { collection: 'editions', id }, { prize: renamed })
  await publish(officer, [{ collection: 'editions', id, units: ['shared'] }])
  await side.seen()
  expect(await everywhere(former)).toMatchObject({
    current: `${former}/2024`,
    lists: [[expect.any(String)], [expect.any(String)], [`${former}/2024`], []],
  })
  expect(await everywhere(present)).toMatchObject({ current: `${present}/2024` })
  expect(side.reports).toEqual([])
})
