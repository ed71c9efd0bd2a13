import { beforeAll, expect, test } from 'vitest'
import type { Head, PressKit, Resource } from '../../src/contract'
import { takeDown } from '../../src/releases'
import { usePublicSide } from '../delivery'
import { award, edit, personWith, publish, targetsOf, type Actor } from '../factories'
import { useDesk } from '../payload'

// A laureate may be taken down in one language. What names them there goes on naming them, in another language of theirs.

const desk = useDesk()
const side = usePublicSide(desk)
let officer: Actor

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})

const names = { sv: 'Mira Sånd', ru: 'Мира Санд', be: 'Міра Санд' } as const
type Other = keyof typeof names

/** An award that is public in English and Belarusian, of a laureate (and a prize) who then is public in `left` only. */
async function awardOf(...left: Other[]) {
  const documents = await award(officer)
  const { laureate, citation, prize } = documents
  const { id } = laureate
  for (const locale of left) {
    await edit(officer, { collection: 'laureates', id, locale }, { knownName: names[locale] })
    await edit(officer, { collection: 'prizes', id: prize.id, locale }, { name: `Fjord ${locale}` })
  }
  await edit(officer, { collection: 'citations', id: citation.id, locale: 'be' }, { motivation: 'за мора' })
  await publish(officer, [
    ...targetsOf(documents),
    { collection: 'citations', id: citation.id, units: ['be'] },
    { collection: 'laureates', id, units: left },
    { collection: 'prizes', id: prize.id, units: left },
  ])
  await takeDown(
    officer,
    [
      { collection: 'laureates', id, units: ['en'] },
      { collection: 'prizes', id: prize.id, units: ['en'] },
    ],
    'The English name is wrong.',
  )
  await side.seen()
  return documents
}
type Award = Awaited<ReturnType<typeof awardOf>>

async function read<Body>(path: string): Promise<Body> {
  const answer = await side.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return (await answer.json()) as Body
}

/** The public address of the award entry. */
async function addressOf({ citation }: Award): Promise<string> {
  const { data } = await read<{ data: Resource<'citations'>[] }>('/v1/citations?limit=200')
  return `/v1/citations/${data.find(({ id }) => id === citation.id)?.slug}`
}

const named = (text: string, locale: string) => ({ text, locale, isFallback: true })

test.each(['declared', 'none'])('an award entry names its laureate, with fallback=%s', async (fallback) => {
  const documents = await awardOf('sv')
  const path = await addressOf(documents)
  const body = await read<Resource<'citations'>>(`${path}?locale=en&fallback=${fallback}`)
  expect(body).toMatchObject({
    title: named('Mira Sånd (Norge)', 'sv'),
    motivation: { text: 'for the sea', locale: 'en', isFallback: false },
    prize: { name: named('Fjord sv', 'sv') },
    laureates: [{ name: named(names.sv, 'sv') }],
  })
  const { prize, year } = body
  expect(await read(`/v1/editions/${prize.slug}/${year}?fallback=${fallback}`)).toMatchObject({
    citations: [{ title: body.title, laureates: body.laureates }],
  })
  expect(await read(`/v1/biographies/${body.slug}?fallback=${fallback}`)).toMatchObject({
    citation: { title: body.title },
  })
})

test('so do the head, the press kit and JSON-LD, whose links lead to what is there', async () => {
  const documents = await awardOf('sv')
  const path = await addressOf(documents)
  const { prize, year, laureates } = await read<Resource<'citations'>>(path)
  expect(await read<Head>(`${path}.head.json`)).toMatchObject({ title: 'Mira Sånd (Norge)' })
  const kit = await read<PressKit>(`/v1/press-kits/${prize.slug}/${year}`)
  expect(kit.prize.names).toEqual([{ locale: 'sv', text: 'Fjord sv' }])
  for (const text of kit.texts.filter(({ kind }) => kind !== 'press-release'))
    expect([text.title, text.text.includes('Mira Sånd')]).toEqual(['Mira Sånd (Norge)', true])
  const node = await read<{ '@graph': { name: string; url: string }[] }>(`${path}.jsonld`)
  expect(node['@graph']).toMatchObject([{ name: names.sv }])
  const url = new URL(node['@graph'][0]?.url ?? '')
  expect(url.pathname).toBe(`/sv/laureates/${laureates[0]?.slug}`)
  expect((await side.get(`/v1/laureates/${laureates[0]?.slug}?locale=sv`)).status).toBe(200)
  expect((await side.get(`/v1/laureates/${laureates[0]?.slug}?locale=en`)).status).toBe(404)
})

test('a name in Latin letters comes before that of a neighbour, which comes before none', async () => {
  const both = `${await addressOf(await awardOf('ru', 'sv'))}?locale=be`
  expect(await read(both)).toMatchObject({ laureates: [{ name: named(names.sv, 'sv') }] })
  const russian = `${await addressOf(await awardOf('ru'))}?locale=be`
  expect(await read(russian)).toMatchObject({ laureates: [{ name: named(names.ru, 'ru') }] })
  const own = `${await addressOf(await awardOf('ru', 'be'))}?locale=be`
  expect(await read(own)).toMatchObject({
    laureates: [{ name: { text: names.be, locale: 'be', isFallback: false } }],
  })
})
