import { describe, expect, test } from 'vitest'
import { peace, sampleAward, sampleOrganisation, samplePerson } from '../../src/intake/nobel.fixtures'
import { draft, edit } from '../factories'
import { useNobel } from '../nobel'
import { useDesk } from '../payload'

// Laws of the Nobel import, on invented laureates; the tests share one desk and go on from each other.

const desk = useDesk()
const nobel = useNobel(desk)
const { bring, countVersions, find, rows } = nobel

const wren = samplePerson({
  id: '9010',
  knownName: { en: 'Ola Wren' },
  fullName: undefined,
  wikidata: { id: 'Q900010' },
  birth: { date: '1920-01-02' },
})
const file = [samplePerson(), sampleOrganisation(), wren]
const nothing = { prizes: 0, editions: 0, laureates: 0, citations: 0 }

describe('the first import', () => {
  test('as a rehearsal tells what it would make, and makes nothing', async () => {
    const report = await bring(file, nobel.editor, { dryRun: true })
    expect(report.created).toEqual({ prizes: 2, editions: 2, laureates: 3, citations: 3 })
    expect(await countVersions()).toBe(0)
  })

  test('makes drafts in every language of the file, and nothing becomes public', async () => {
    const report = await bring(file)
    expect(report).toMatchObject({
      created: { prizes: 2, editions: 2, laureates: 3, citations: 3 },
      failed: [],
      kept: [],
    })
    const sand = await find('laureates', 'nobel:9001')
    expect(sand).toMatchObject({
      adminTitle: 'Mira Sand',
      slug: 'mira-sand',
      knownName: { en: 'Mira Sand', sv: 'Mira Sand' },
      birth: { date: '1901', countryNow: 'AT', place: { en: 'Vienna', sv: 'Wien', nb: 'Wien' } },
      sameAs: { wikidata: 'Q900001' },
      _status: { en: 'draft', sv: 'draft', nb: 'draft' },
    })
    expect(await rows('select count(*)::int as n from published.units')).toEqual([{ n: 0 }])
  })

  test('makes an award entry whose title, year, laureate and outcome are right', async () => {
    const entry = await find('citations', 'nobel:9001/physics/1955')
    const sand = await find('laureates', 'nobel:9001')
    expect(entry).toMatchObject({
      adminTitle: expect.stringContaining('The Nobel Prize in Physics 1955'),
      slug: 'mira-sand',
      laureates: [sand.id],
      portion: { num: 1, den: 2 },
      status: 'received',
      motivation: { en: 'for the study of tides', sv: 'för studiet av tidvatten' },
    })
  })

  test('leaves rows as those from a screen: one latest version each, the main row beside it', async () => {
    const [latest] = await rows('select count(*)::int as n from _laureates_v where latest')
    expect(latest).toEqual({ n: 3 })
    const saved = await draft(nobel.editor, 'laureates', {
      kind: 'person',
      knownName: 'By Hand',
      slug: 'by-hand',
    })
    const shapes = await rows(
      `select distinct v.latest, v.snapshot, v.published_locale, l.version__status from _laureates_v v
         join _laureates_v_locales l on l._parent_id = v.id where v.latest`,
    )
    expect(shapes).toHaveLength(1)
    await desk.payload.delete({ collection: 'laureates', id: saved.id, overrideAccess: true })
  })
})

describe('the same file again', () => {
  test('changes nothing: no version, no date of change', async () => {
    const before = [await countVersions(), await rows('select max(updated_at) as at from laureates')]
    const report = await bring(file)
    expect(report).toMatchObject({
      created: nothing,
      updated: nothing,
      unchanged: { prizes: 2, editions: 2, laureates: 3, citations: 3 },
      kept: [],
    })
    expect([await countVersions(), await rows('select max(updated_at) as at from laureates')]).toEqual(before)
  })
})

describe('a newer file', () => {
  const died = samplePerson({
    fullName: { en: 'Mira Alba Sand', se: 'Mira Alba Sand-Ek' },
    death: { date: '1970-05-06' },
    familyName: { en: 'Sand' },
  })

  test('updates what changed in it, field by field, and nothing else', async () => {
    const before = await find('laureates', 'nobel:9001')
    const report = await bring([died, sampleOrganisation(), wren])
    expect(report).toMatchObject({ updated: { ...nothing, laureates: 1 }, created: nothing, kept: [] })
    const after = await find('laureates', 'nobel:9001')
    expect(after).toMatchObject({
      death: { date: '1970-05-06' },
      fullName: { en: 'Mira Alba Sand', sv: 'Mira Alba Sand-Ek' },
    })
    expect(after['birth']).toEqual(before['birth'])
    expect(after['sameAs']).toEqual(before['sameAs'])
    expect(after['familyName']).toMatchObject({ en: 'Sand', sv: null })
  })

  test('never overwrites what staff changed, and tells so', async () => {
    const sand = await find('laureates', 'nobel:9001')
    await edit(
      nobel.editor,
      { collection: 'laureates', id: sand.id, locale: 'sv' },
      { fullName: 'Mira A. Sand' },
    )
    const newer = { ...died, fullName: { en: 'Mira Alba Sand Ek', se: 'Mira Alba Ek' } }
    const report = await bring([newer, sampleOrganisation(), wren])
    expect(report.kept).toEqual([
      {
        record: 'nobel:9001',
        collection: 'laureates',
        title: 'Mira Sand',
        field: 'fullName@sv',
        yours: 'Mira A. Sand',
        file: 'Mira Alba Ek',
      },
    ])
    expect((await find('laureates', 'nobel:9001'))['fullName']).toMatchObject({
      en: 'Mira Alba Sand Ek',
      sv: 'Mira A. Sand',
    })
    expect((await bring([newer, sampleOrganisation(), wren])).kept).toHaveLength(1)
  })

  test('that says what cannot be beside what staff wrote is not taken there, and the report says why', async () => {
    const sand = await find('laureates', 'nobel:9001')
    const at = { collection: 'laureates', id: sand.id, locale: 'en' } as const
    await edit(nobel.editor, at, { birth: { date: '1911' } })
    const report = await bring([{ ...died, death: { date: '1910-01-01' } }, sampleOrganisation(), wren])
    expect(report.failed).toEqual([
      {
        record: 'nobel:9001',
        title: 'Mira Sand',
        reason: expect.stringMatching(/Date of birth: This is later than “Date of death”/),
      },
    ])
    expect(await find('laureates', 'nobel:9001')).toMatchObject({ death: { date: '1970-05-06' } })
    await edit(nobel.editor, at, { birth: { date: '1901' } })
  })

  test('takes a field back once staff agree with the file', async () => {
    const sand = await find('laureates', 'nobel:9001')
    await edit(
      nobel.editor,
      { collection: 'laureates', id: sand.id, locale: 'sv' },
      { fullName: 'Mira Alba Ek' },
    )
    await bring([
      { ...died, fullName: { en: 'Mira Alba Sand Ek', se: 'Mira Alba Ek' } },
      sampleOrganisation(),
      wren,
    ])
    const report = await bring([
      { ...died, fullName: { en: 'Mira Alba Sand Ek', se: 'Mira Ek' } },
      sampleOrganisation(),
      wren,
    ])
    expect(report.kept).toEqual([])
    expect((await find('laureates', 'nobel:9001'))['fullName']).toMatchObject({ sv: 'Mira Ek' })
  })

  test('adds a second award to the same laureate, and a namesake with another address', async () => {
    const twice = {
      ...died,
      nobelPrizes: [sampleAward(), sampleAward({ awardYear: '1931', ...peace, dateAwarded: undefined })],
    }
    const namesake = samplePerson({ id: '9020', wikidata: { id: 'Q900020' }, birth: { date: '1940-02-03' } })
    const report = await bring([twice, namesake])
    expect(report).toMatchObject({
      created: { prizes: 0, editions: 0, laureates: 1, citations: 2 },
      failed: [],
    })
    expect(await find('laureates', 'nobel:9020')).toMatchObject({ slug: 'mira-sand-1940' })
    expect(await find('laureates', 'nobel:9001')).toMatchObject({ slug: 'mira-sand' })
    expect(await find('citations', 'nobel:9001/peace/1931')).toMatchObject({ slug: 'mira-sand' })
  })

  test('does not bring back what staff deleted', async () => {
    const entry = await find('citations', 'nobel:9010/physics/1955')
    await desk.payload.delete({
      collection: 'citations',
      id: entry.id,
      user: nobel.editor.user,
      overrideAccess: false,
    })
    const report = await bring([wren])
    expect(report.kept).toMatchObject([
      { record: 'nobel:9010/physics/1955', field: 'document', yours: 'deleted' },
    ])
    expect(report.created).toEqual(nothing)
  })

  test('takes up a laureate whom staff wrote by hand, and leaves the words of staff', async () => {
    const mine = await draft(nobel.editor, 'laureates', {
      kind: 'person',
      knownName: 'Asa Lind',
      slug: 'asa-lind-the-elder',
      sameAs: { wikidata: 'Q900030' },
    })
    const theirs = samplePerson({
      id: '9030',
      knownName: { en: 'Åsa Lind', se: 'Åsa Lind' },
      wikidata: { id: 'Q900030' },
    })
    const report = await bring([theirs])
    expect(report).toMatchObject({ created: { laureates: 0, citations: 1 }, updated: { laureates: 1 } })
    expect(report.kept).toMatchObject([
      { record: 'nobel:9030', field: 'knownName@en', yours: 'Asa Lind', file: 'Åsa Lind' },
    ])
    const now = await find('laureates', 'nobel:9030')
    expect(now).toMatchObject({
      id: mine.id,
      slug: 'asa-lind-the-elder',
      knownName: { en: 'Asa Lind', sv: 'Åsa Lind' },
      birth: { date: '1901' },
    })
    expect(await find('citations', 'nobel:9030/physics/1955')).toMatchObject({
      slug: 'asa-lind-the-elder',
      laureates: [mine.id],
    })
  })
})
