import { createLocalReq, type CollectionSlug, type TypedUser } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SavedPage } from '../../src/intake'
import { english, englishPage, page } from '../../src/intake/page.fixtures'
import { useDesk } from '../payload'
import { useStaff } from '../staff'

const desk = useDesk()
const staff = useStaff(desk)
const basics = { 'award.year': 2019, 'award.prize': 'river-prize', 'award.slug': 'talvik-open-rivers' }

// An editor who may also add press contacts.
let person: TypedUser
beforeAll(async () => {
  await desk.payload.create({
    collection: 'prizes',
    locale: 'en',
    draft: true,
    overrideAccess: true,
    data: { name: 'The River Prize', slug: 'river-prize', timeZone: 'Europe/Tallinn' },
  })
  person = { ...(await staff.person('editor')), roles: ['editor', 'press-officer'] } as unknown as TypedUser
})

async function importPage(text: string, answers: Record<string, unknown>, user = person): Promise<SavedPage> {
  const { applyAnswers, findKnown, readPage, saveProposal } = await import('../../src/intake')
  const reading = readPage(text, { known: await findKnown({ payload: desk.payload, user }) })
  if (!reading.ok) throw new Error(reading.message)
  const applied = applyAnswers(reading, answers)
  if (!applied.complete)
    throw new Error(JSON.stringify([applied.errors, applied.questions.filter((q) => q.required)]))
  return saveProposal({ req: await createLocalReq({ user }, desk.payload), proposal: applied.proposal })
}

const find = async (collection: CollectionSlug, locale: 'en' | 'sv' = 'en') => {
  const { docs } = await desk.payload.find({
    collection,
    locale,
    draft: true,
    depth: 0,
    overrideAccess: true,
    pagination: false,
  })
  return docs as unknown as Record<string, unknown>[]
}
const collections = ['editions', 'laureates', 'citations', 'biographies', 'press-contacts'] as const
const counts = async () =>
  Object.fromEntries(await Promise.all(collections.map(async (name) => [name, (await find(name)).length])))
const idOf = async (name: string) =>
  String((await find('laureates')).find(({ knownName }) => knownName === name)?.['id'])
const sameLaureates = async () => ({
  'laureates.0.same': await idOf('Mira Talvik'),
  'laureates.1.same': await idOf('Open Rivers'),
})

describe('a page with its answers', () => {
  test('that cannot be saved wholly leaves nothing', async () => {
    const before = await counts()
    await expect(
      importPage(englishPage(), { ...basics, 'award.image': '019a0000-0000-7000-8000-000000000000' }),
    ).rejects.toThrow(/./)
    await expect(importPage(englishPage(), { ...basics, 'award.prize': 'no-prize' })).rejects.toThrow(/./)
    expect(await counts()).toEqual(before)
  })

  test('cannot be imported by who may not', async () => {
    const reviewer = (await staff.person('reviewer')) as unknown as TypedUser
    await expect(importPage(englishPage(), basics, reviewer)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('becomes drafts, and the report names them', async () => {
    const report = await importPage(englishPage(), basics)
    expect(report.reused).toEqual([])
    expect(report.created.map(({ collection, title }) => `${collection}: ${title}`)).toEqual([
      'press-contacts: Una Marsh',
      'press-contacts: Otto Feld',
      'press-contacts: Ines Ruiz',
      'laureates: Mira Talvik',
      'laureates: Open Rivers',
      'editions: The River Prize 2019',
      'citations: The River Prize 2019 · Mira Talvik / Open Rivers',
      expect.stringMatching(/^biographies: The River Prize 2019/),
    ])
    const [citation] = await find('citations')
    expect(citation).toMatchObject({
      motivation: 'for giving the people of a small country back their rivers',
      countries: ['EE'],
      displayTitle: null,
      _status: 'draft',
      laureates: [await idOf('Mira Talvik'), await idOf('Open Rivers')],
    })
    const [mira] = await find('laureates')
    expect(mira).toMatchObject({
      birth: { date: '1961-03-09', place: 'Viljandi, Estonia', countryNow: 'EE' },
      sortKey: 'Talvik, Mira',
    })
    const [biography] = await find('biographies')
    const { render } = await import('../../src/rich-text')
    const long = render(biography?.['long'] as Parameters<typeof render>[0])
    expect(long.sections.map(({ heading }) => heading)).toEqual(['A Childhood by the Water', 'Ninety Weirs'])
    expect(long.text.split('\n\n')).toEqual(english.long.slice(1))
    const contacts = await find('press-contacts')
    expect(contacts).toContainEqual(
      expect.objectContaining({ name: 'Ines Ruiz', phone: '+46 (0)8 465 004 12', phoneE164: '+46846500412' }),
    )
  })

  test('again: asks whether the laureates are the same, then changes nothing', async () => {
    await expect(importPage(englishPage(), basics)).rejects.toThrow('laureates.0.same')
    const before = await counts()
    const report = await importPage(englishPage(), { ...basics, ...(await sameLaureates()) })
    expect(report.created).toEqual([])
    expect(report.reused.flatMap(({ completed }) => completed ?? [])).toEqual([])
    expect(report.reused).toHaveLength(8)
    expect(await counts()).toEqual(before)
  })

  test('in another language adds its words and leaves those of the first', async () => {
    const swedish = page([
      'Mira Talvik / Open Rivers (Estland)',
      '… för att de har gett ett litet land dess floder åter',
      'Mira Talvik är hydrolog och har kartlagt varje damm i Estland.',
      'Biografiska uppgifter',
      'Mira Talvik',
      'Födelseort: Viljandi, Estland',
      'Lång biografi',
      'Kvarnen',
      'Mira Talvik växte upp vid en kvarn som inte längre malde något.',
    ])
    const report = await importPage(swedish, {
      ...basics,
      ...(await sameLaureates()),
      'laureates.1.kind': 'organisation',
    })
    expect(report.created).toEqual([])
    const [citation] = await find('citations', 'sv')
    expect(citation).toMatchObject({
      motivation: 'för att de har gett ett litet land dess floder åter',
      countries: ['EE'],
    })
    expect((await find('citations'))[0]).toMatchObject({
      motivation: 'for giving the people of a small country back their rivers',
    })
    expect((await find('laureates', 'sv'))[0]).toMatchObject({
      knownName: 'Mira Talvik',
      birth: { date: '1961-03-09', place: 'Viljandi, Estland' },
    })
  })

  test('with an address that another award of the year has is refused', async () => {
    const other = page([
      'Ola Dahl (Norway)',
      '… for the rain',
      'Biographical Information',
      'Ola Dahl',
      'Date of Birth: 1950',
    ])
    await expect(importPage(other, basics)).rejects.toMatchObject({ code: 'slug_taken' })
    expect(await idOf('Ola Dahl')).toBe('undefined')
  })

  test('a namesake is another laureate once it has an address of its own', async () => {
    const twin = page([
      'Mira Talvik (Latvia)',
      '… for the lakes',
      'Biographical Information',
      'Mira Talvik',
      'Date of Birth: 1980',
    ])
    const answers = { ...basics, 'award.slug': 'mira-talvik-lakes', 'laureates.0.same': 'new' }
    await expect(importPage(twin, answers)).rejects.toThrow('laureates.0.slug')
    const report = await importPage(twin, { ...answers, 'laureates.0.slug': 'mira-talvik-latvia' })
    expect(report.created.map(({ collection }) => collection)).toEqual(['laureates', 'citations'])
  })
})
