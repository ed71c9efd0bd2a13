import { beforeAll, describe, expect, test } from 'vitest'
import { paragraph, richText } from '../../src/rich-text'
import { advance, statusOf } from '../../src/units'
import { award, draft, edit, personWith, publish, unique, type Actor } from '../factories'
import { useDesk } from '../payload'
import { askPreview, look, preview } from '../preview'
import { signedIn } from '../rest-people'

// A language in which nobody wrote a word is none: it is neither submitted nor public. Readers are shown another one.

const desk = useDesk()
let officer: Actor
let documents: Awaited<ReturnType<typeof award>>

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
  documents = await award(officer)
})

const kinds = {
  biographies: {
    id: () => documents.biography.id,
    named: '“Short text” or “Long biography”',
    word: { short: richText([paragraph('Hon läser havet.')]) },
  },
  editions: {
    id: () => documents.edition.id,
    named: '“Note” or “Ceremony › Place of the ceremony”',
    word: { ceremony: { place: 'Oslo' } },
  },
  'press-contacts': {
    id: () => documents.contact.id,
    named: '“Serves”',
    word: { label: 'Media på svenska' },
  },
} as const
type Kind = keyof typeof kinds
const all = Object.keys(kinds) as Kind[]

const submit = (collection: Kind, unit: string, id: string = kinds[collection].id()) =>
  advance(officer, { collection, id, verb: 'submit', units: [{ unit }] })

const stageOf = async (collection: Kind, unit: string) =>
  (await statusOf(officer, { collection, id: kinds[collection].id(), language: 'en' })).units.find(
    (one) => one.unit === unit,
  )

describe.each(all)('%s', (collection) => {
  test('without a word are not submitted, and the reason names what one could write', async () => {
    const { named } = kinds[collection]
    await expect(submit(collection, 'sv')).rejects.toMatchObject({
      status: 409,
      code: 'not_complete',
      message: expect.stringContaining(named) as string,
    })
    const sv = await stageOf(collection, 'sv')
    expect(sv).toMatchObject({ stage: null, revision: null })
    expect(sv?.verbs.find(({ verb }) => verb === 'submit')).toMatchObject({
      code: 'not_complete',
      reason: expect.stringContaining(named) as string,
    })
  })

  test('with one word are, and without it again are not', async () => {
    const { word } = kinds[collection]
    const ref = { collection, id: kinds[collection].id() }
    await edit(officer, { ...ref, locale: 'de' }, word)
    await submit(collection, 'de')
    expect(await stageOf(collection, 'de')).toMatchObject({ stage: 'in-review' })
    const blank = { short: richText([paragraph('')]), ceremony: { place: '' }, label: '' }
    const emptied = Object.fromEntries(
      Object.keys(word).map((name) => [name, blank[name as keyof typeof blank]]),
    )
    await edit(officer, { ...ref, locale: 'de' }, emptied)
    await expect(submit(collection, 'de')).rejects.toMatchObject({ code: 'not_complete' })
  })
})

test('spaces alone are no word, in plain and in rich text', async () => {
  const spaces = { short: richText([paragraph('  ')]), ceremony: { place: ' \u00a0 ' }, label: ' ' }
  for (const collection of all) {
    const data = Object.fromEntries(
      Object.keys(kinds[collection].word).map((name) => [name, spaces[name as keyof typeof spaces]]),
    )
    await edit(officer, { collection, id: kinds[collection].id(), locale: 'fr' }, data)
    expect(await stageOf(collection, 'fr'), collection).toMatchObject({ stage: null })
  }
})

test('a year and a contact say all by their facts in the source, a biography does not', async () => {
  await submit('editions', 'en')
  await submit('press-contacts', 'en')
  const { id } = await draft(officer, 'biographies', { citation: documents.citation.id })
  await expect(submit('biographies', 'en', id)).rejects.toMatchObject({ code: 'not_complete' })
})

test('a preview is refused in a language without a word, and says of the source that none is written', async () => {
  const looking = await signedIn(desk, { name: 'The officer', roles: ['press-officer'] })
  const contact = await draft(officer, 'press-contacts', { name: unique('Ada'), desk: 'media' })
  const ref = { collection: 'press-contacts', id: contact.id }
  expect(await askPreview(looking, { ...ref, locale: 'sv' })).toMatchObject({
    status: 409,
    body: { code: 'nothing_written' },
  })
  const { url } = await preview(looking, ref)
  const page = await (await look(desk, url, { cookie: looking.cookie, accept: 'text/html' })).text()
  expect(page).toContain('English: nothing is written')
})

test('what says all by its facts is public in the source', async () => {
  const contact = await draft(officer, 'press-contacts', { name: unique('Ada'), desk: 'media' })
  await publish(officer, [{ collection: 'press-contacts', id: contact.id, units: ['en'] }])
  const { units } = await statusOf(officer, { collection: 'press-contacts', id: contact.id, language: 'en' })
  expect(units.filter(({ publicState }) => publicState === 'public').map(({ unit }) => unit)).toEqual([
    'shared',
    'en',
  ])
})
