import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSlug, textProblem } from '@/formats'
import { readNobel, type NobelPlan } from './nobel-read'
import { asText } from './nobel-schema'
import { peace, sampleAward, sampleFile, sampleOrganisation, samplePerson } from './nobel.fixtures'

const read = (laureates: unknown[]): NobelPlan => {
  const plan = readNobel(sampleFile(laureates))
  if (!plan.ok) throw new Error(`${plan.message} ${plan.problems.join('; ')}`)
  return plan
}
const document = (plan: NobelPlan, key: string) => plan.planned.find((planned) => planned.key === key)

describe('a laureate of the file', () => {
  test('is one document with its texts in each language and its partial date with its precision', () => {
    expect(document(read([samplePerson()]), 'nobel:9001')).toEqual({
      key: 'nobel:9001',
      collection: 'laureates',
      title: 'Mira Sand',
      refs: {},
      addresses: ['mira-sand', 'mira-sand-1901', 'mira-sand-nobel-9001'],
      fields: {
        kind: 'person',
        importKey: 'nobel:9001',
        'knownName@en': 'Mira Sand',
        'knownName@sv': 'Mira Sand',
        'fullName@en': 'Mira Alba Sand',
        'fullName@sv': 'Mira Alba Sand',
        'givenName@en': 'Mira',
        'givenName@sv': 'Mira',
        'familyName@en': 'Sand',
        'familyName@sv': 'Sand',
        'sortKey@en': 'Sand, Mira',
        'sortKey@sv': 'Sand, Mira',
        'birth.date': '1901',
        'birth.countryNow': 'AT',
        'birth.place@en': 'Vienna',
        'birth.place@sv': 'Wien',
        'birth.place@nb': 'Wien',
        'birth.countryThen@en': 'Austria-Hungary',
        'birth.countryThen@sv': 'Österrike-Ungern',
        'birth.countryThen@nb': 'Østerrike-Ungarn',
        'sameAs.wikidata': 'Q900001',
        'sameAs.wikipedia': 'https://en.wikipedia.org/wiki/Mira_Sand',
        variants: [],
      },
    })
  })

  test('that is an organisation keeps its acronym and other names as variants', () => {
    const fields = document(read([sampleOrganisation()]), 'nobel:9002')?.fields
    expect(fields).toMatchObject({ kind: 'organisation', founded: '1920', 'knownName@nb': 'Havnevakten' })
    expect(fields?.['variants']).toEqual([
      { value: 'HW', system: 'acronym' },
      { value: 'Harbour Watch (The Lamps)', system: 'native name' },
    ])
  })

  test('who writes under a pen name keeps the legal name as a variant', () => {
    const plan = read([samplePerson({ penName: '(pen-name of Alba Strand, née Ek)' })])
    expect(document(plan, 'nobel:9001')?.fields['variants']).toEqual([
      { value: 'Alba Strand, née Ek', system: 'legal name' },
    ])
  })

  test('who is not known by the family name has no sort key of the family name', () => {
    const plan = read([samplePerson({ knownName: { en: 'Sister Tide' } })])
    expect(document(plan, 'nobel:9001')?.fields).not.toHaveProperty('sortKey@en')
  })

  test('whose country of today is unknown is imported without it, with a warning', () => {
    const birth = { date: '1901-05-00', place: { countryNow: { en: 'Ruritania' } } }
    const plan = read([samplePerson({ birth })])
    expect(document(plan, 'nobel:9001')?.fields).toMatchObject({ 'birth.date': '1901-05' })
    expect(plan.warnings[0]).toMatchObject({
      record: 'nobel:9001',
      field: 'birth.countryNow',
      message: expect.stringContaining('Ruritania'),
    })
  })
})

describe('what cannot be', () => {
  test('a death before the birth is left out, with a warning; the rest stays', () => {
    const death = { date: '1899-05-06', place: { city: { en: 'Oslo' } } }
    const plan = read([samplePerson({ death })])
    const { fields } = document(plan, 'nobel:9001') ?? {}
    expect(fields).toMatchObject({ 'birth.date': '1901', 'death.place@en': 'Oslo' })
    expect(fields).not.toHaveProperty('death.date')
    expect(document(plan, 'nobel:9001/physics/1955')?.fields).toMatchObject({ status: 'received' })
    expect(plan.warnings[0]).toMatchObject({
      record: 'nobel:9001',
      field: 'death.date',
      message: expect.stringMatching(/1899-05-06.*1901/),
    })
  })

  test.each(['3/2', '2'])('a share of %s is left out, with a warning', (portion) => {
    const plan = read([samplePerson({ nobelPrizes: [sampleAward({ portion })] })])
    expect(document(plan, 'nobel:9001/physics/1955')?.fields).not.toHaveProperty('portion.num')
    expect(plan.warnings[0]).toMatchObject({
      record: 'nobel:9001/physics/1955',
      field: 'portion.num',
      message: expect.stringContaining(portion),
    })
  })
})

const noDay = { dateAwarded: undefined }

describe('an award of the file', () => {
  test('is one award entry of its year, whose prize and amount stand with the year', () => {
    const plan = read([samplePerson()])
    expect(document(plan, 'nobel:9001/physics/1955')).toMatchObject({
      fields: {
        'motivation@en': 'for the study of tides',
        'motivation@sv': 'för studiet av tidvatten',
        'portion.num': 1,
        'portion.den': 2,
        awardType: 'prize',
        status: 'received',
      },
      refs: { edition: 'nobel:physics/1955', laureates: ['nobel:9001'] },
    })
    expect(document(plan, 'nobel:physics/1955')).toMatchObject({
      fields: {
        year: 1955,
        status: 'announced',
        announceAt: '1955-10-11T23:00:00.000Z',
        announceZone: 'Europe/Stockholm',
        'amount.value': 190214,
        'amount.currency': 'SEK',
      },
      refs: { prize: 'nobel:prize/physics' },
    })
  })

  test.each([
    { name: 'declined', award: { prizeStatus: 'declined' }, status: 'declined' },
    { name: 'restricted', award: { prizeStatus: 'restricted' }, status: 'prevented' },
    { name: 'after the death', death: '1955-10-11', status: 'posthumous' },
    { name: 'before the death', death: '1955-10-12', status: 'received' },
    { name: 'of an unknown day, dead since spring', award: noDay, death: '1955-04-08', status: 'posthumous' },
    { name: 'of an unknown day, dead in December', award: noDay, death: '1955-12-08', status: 'received' },
    { name: 'of an unknown day, dead in that year', award: noDay, death: '1955-00-00', status: 'received' },
  ])('$name has its status', ({ award = {}, death, status }) => {
    const person = samplePerson({
      nobelPrizes: [sampleAward(award)],
      ...(death && { death: { date: death } }),
    })
    expect(document(read([person]), 'nobel:9001/physics/1955')?.fields['status']).toBe(status)
  })

  test('and another of the same laureate are two award entries of one document', () => {
    const plan = read([
      samplePerson({ nobelPrizes: [sampleAward(), sampleAward({ awardYear: '1962', ...peace })] }),
    ])
    expect(plan.read).toEqual({ laureates: 1, awards: 2 })
    expect(plan.planned.map(({ key }) => key).filter((key) => key.startsWith('nobel:9001'))).toEqual([
      'nobel:9001',
      'nobel:9001/peace/1962',
      'nobel:9001/physics/1955',
    ])
  })
})

describe('texts', () => {
  test('lose HTML, entities, line breaks and stray spaces, keep their words, and every change is reported', () => {
    const motivation = { en: ' … for <em>The  Tide</em>\r\nand &eacute;lan&nbsp;', se: 'ren' }
    const plan = read([samplePerson({ nobelPrizes: [sampleAward({ motivation })] })])
    expect(document(plan, 'nobel:9001/physics/1955')?.fields).toMatchObject({
      'motivation@en': 'for The Tide and élan',
      'motivation@sv': 'ren',
    })
    expect(plan.cleaned).toEqual([
      {
        record: 'nobel:9001/physics/1955',
        field: 'motivation@en',
        before: motivation.en,
        after: 'for The Tide and élan',
        what: ['emphasis', 'HTML', 'line break', 'double space', 'outer space', 'leading ellipsis'],
      },
    ])
  })

  test('of any kind become text that can be stored', () => {
    const law = fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({
          unit: fc.constantFrom(
            '<b>',
            '&#0;',
            '&#x202E;',
            '</i>',
            '<script>',
            'x',
            ' ',
            '&amp;',
            '&#9;',
            '&#13;',
          ),
        }),
      ),
      (text) => {
        const plan = readNobel(
          sampleFile([samplePerson({ nobelPrizes: [sampleAward({ motivation: { en: text } })] })]),
        )
        const stored = plan.ok
          ? asText(document(plan, 'nobel:9001/physics/1955')?.fields['motivation@en'])
          : ''
        expect(stored).toBe(stored.trim().normalize('NFC'))
        expect(textProblem(stored)).toBeUndefined()
        expect(stored).not.toMatch(/[\t\r\n]|\s{2}/)
      },
    )
    fc.assert(law, { numRuns: 300 })
  })

  test('in deeply nested markup are read all the same', () => {
    const motivation = { en: `${'<b>'.repeat(6000)}tide` }
    const plan = read([samplePerson({ nobelPrizes: [sampleAward({ motivation })] })])
    expect(document(plan, 'nobel:9001/physics/1955')?.fields['motivation@en']).toBe('tide')
  })
})

describe('what the desk has no place for', () => {
  test('is counted', () => {
    expect(read([samplePerson(), sampleOrganisation()]).dropped).toEqual({
      'birth.place.continent': 1,
      'birth.place.countryNow.sameAs': 1,
      'founded.place': 1,
      gender: 1,
      'nobelPrizes.prizeAmountAdjusted': 2,
      'nobelPrizes.sortOrder': 2,
      'wikidata.url': 1,
      'wikipedia.slug': 1,
    })
  })
})

describe('web addresses', () => {
  test('of laureates with one name are told apart by the year of birth, never by a bare number', () => {
    const twin = samplePerson({ id: '9003', birth: { date: '1940-02-03' }, wikidata: { id: 'Q900003' } })
    const plan = read([samplePerson(), twin])
    expect(document(plan, 'nobel:9001')?.addresses[0]).toBe('mira-sand-1901')
    expect(document(plan, 'nobel:9003')?.addresses[0]).toBe('mira-sand-1940')
  })
})

const dump = fileURLToPath(new URL('../../../shared/data/nobel/laureates-v2.1-2021-09.json', import.meta.url))

describe.skipIf(!existsSync(dump))(
  'the laureates of September 2021 (skipped where ../shared/data/nobel is absent)',
  () => {
    test('are 955 laureates with 962 award entries in 603 years of 6 prizes, each with an address of its own', () => {
      const plan = readNobel(readFileSync(dump))
      if (!plan.ok) throw new Error(plan.message)
      const count = (collection: string) =>
        plan.planned.filter((planned) => planned.collection === collection).length
      expect(plan.read).toEqual({ laureates: 955, awards: 962 })
      expect([count('prizes'), count('editions'), count('laureates'), count('citations')]).toEqual([
        6, 603, 955, 962,
      ])
      const addresses = plan.planned
        .filter(({ collection }) => collection === 'laureates')
        .map(({ addresses: [first] }) => first ?? '')
      expect(new Set(addresses).size).toBe(955)
      expect(addresses.filter((address) => !isSlug(address))).toEqual([])
      expect(plan.warnings.filter(({ field }) => field.endsWith('countryNow'))).toEqual([])
      const statuses = plan.planned
        .filter(({ collection }) => collection === 'citations')
        .map(({ fields }) => fields['status'])
      const unusual = ['declined', 'posthumous', 'prevented'].map(
        (wanted) => statuses.filter((status) => status === wanted).length,
      )
      expect(unusual).toEqual([2, 3, 1])
    })
  },
)
