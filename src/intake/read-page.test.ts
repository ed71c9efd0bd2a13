import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyAnswers } from './apply-answers'
import { english, englishPage, french, german, page, spanish, swedish } from './page.fixtures'
import { asked, names, read, replaced } from './reading.fixtures'

const shared = '../shared/input/bialiatski-viasna'
describe.skipIf(!existsSync(`${shared}.txt`))(
  'the example page (skipped where ../shared/input is absent)',
  () => {
    test('gives exactly what its expected file lists', () => {
      const expected = JSON.parse(readFileSync(`${shared}.expected.json`, 'utf8'))
      const { proposal } = read(readFileSync(`${shared}.txt`))
      expect(proposal.locale).toBe(expected.locale)
      expect(proposal.award).toEqual({
        displayTitle: expected.award.displayTitle,
        countries: expected.award.countries,
        motivation: expected.award.citation,
        short: expected.award.shortText,
        long: expected.award.longBio,
        pressReleases: expected.award.pressReleases,
      })
      const laureates = proposal.laureates.map((laureate, index) => {
        const { fullName, knownName, birth, slug: _slug, sortKey: _sortKey, ...rest } = laureate
        const life = birth && {
          birth: { date: birth.date, raw: birth.raw, place: birth.place, country: birth.countryNow },
        }
        return { ...rest, ...life, sortOrder: index + 1, name: fullName, shortName: knownName }
      })
      expect(laureates).toEqual(expected.laureates)
      const contacts = proposal.contacts.map(({ phone, phoneE164, ...rest }) => ({
        ...rest,
        phoneRaw: phone,
        phone: phoneE164,
      }))
      expect(contacts).toEqual(expected.contacts)
    })

    test('leaves nothing but year, prize, slug, image and e-mails open', () => {
      const reading = read(readFileSync(`${shared}.txt`))
      expect(asked(reading)).toEqual([])
      expect(reading.questions.filter(({ required }) => required).map(({ id }) => id)).toEqual([
        'award.year',
        'award.prize',
        'award.slug',
      ])
    })
  },
)

describe('a whole page', () => {
  test('becomes award, laureates and contacts', () => {
    const { proposal } = read(englishPage())
    expect(proposal.award).toEqual({
      displayTitle: 'Mira Talvik / Open Rivers (Estonia)',
      countries: ['EE'],
      motivation: 'for giving the people of a small country back their rivers',
      short: english.head.slice(2),
      long: [
        { heading: english.long[1], paragraphs: english.long.slice(2, 4) },
        { heading: english.long[4], paragraphs: english.long.slice(5) },
      ],
      pressReleases: [],
    })
    expect(proposal.laureates).toEqual([
      {
        kind: 'person',
        knownName: 'Mira Talvik',
        fullName: 'Mira Talvik',
        givenName: 'Mira',
        familyName: 'Talvik',
        sortKey: 'Talvik, Mira',
        slug: 'mira-talvik',
        birth: { date: '1961-03-09', raw: 'March 9, 1961', place: 'Viljandi, Estonia', countryNow: 'EE' },
        education: 'Studied hydrology at a school by the sea. In 1990, she took a degree in law.',
      },
      {
        kind: 'organisation',
        knownName: 'Open Rivers',
        fullName: 'Open Rivers Foundation “Jõgi”',
        sortKey: 'Open Rivers',
        slug: 'open-rivers',
        founded: '2004',
        basedIn: 'Tartu, with field stations along four rivers',
        headquarters: { city: 'Tartu', country: 'EE' },
      },
    ])
    expect(proposal.contacts[1]).toEqual({
      name: 'Otto Feld',
      label: 'English, French & International Media',
      desk: 'media',
      languages: ['en', 'fr'],
      international: true,
      phone: '+1 202 555 0143',
      phoneE164: '+12025550143',
    })
  })

  test('has every line in a row, odd rows first', () => {
    const reading = read(
      page([
        ...english.head,
        'Share this',
        ...english.facts,
        ...english.long,
        'The end',
        ...english.contacts,
        '© 2024 Someone',
      ]),
    )
    const shown = new Set(reading.rows.flatMap(({ from, to }) => [from, to]))
    expect(reading.page.lines.filter(({ number }) => !shown.has(number))).toEqual([])
    const rank = { odd: 0, check: 1, sure: 2 }
    const ranks = reading.rows.map(({ confidence }) => rank[confidence])
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(reading.rows[0]).toMatchObject({ path: 'line.9', source: 'Share this', confidence: 'odd' })
  })
})

describe('other languages', () => {
  test('Swedish: “och” between laureates, two countries, a number without country code is kept and reported', () => {
    const { proposal, warnings } = read(page(swedish))
    expect(proposal.locale).toBe('sv')
    expect(names(proposal)).toEqual(['Anders Källa', 'Folkets vatten'])
    expect(proposal.award.countries).toEqual(['SE', 'NO'])
    expect(proposal.laureates[0]?.birth).toEqual({
      date: '1958-05-04',
      raw: 'den 4 maj 1958',
      place: 'Umeå, Sverige',
      countryNow: 'SE',
    })
    expect(proposal.laureates[1]).toMatchObject({
      founded: '1991',
      headquarters: { city: 'Røros', country: 'NO' },
    })
    expect(proposal.contacts).toEqual([
      {
        name: 'Pia Sten',
        label: 'Svensk och internationell media',
        desk: 'media',
        languages: ['sv'],
        international: true,
        phone: '08-465 004 21',
      },
    ])
    expect(warnings).toMatchObject([{ kind: 'phone_not_accepted', line: 37 }])
  })

  test('German: a country that is no more is asked about, not guessed', () => {
    const reading = read(page(german))
    expect(reading.proposal.locale).toBe('de')
    expect(reading.proposal.award.countries).toEqual(['BY', 'DE'])
    expect(reading.proposal.laureates[0]?.birth).toEqual({
      date: '1949-04-03',
      raw: '03.04.1949',
      place: 'Ostrau, Tschechoslowakei',
    })
    expect(reading.proposal.contacts[0]).toMatchObject({ languages: ['de'], phoneE164: '+493023125100' })
    expect(asked(reading)).toEqual(['laureates.0.birth.countryNow'])
  })

  test('French: spaces before colons, an approximate year', () => {
    const { proposal } = read(page(french))
    expect(proposal.locale).toBe('fr')
    expect(names(proposal)).toEqual(['Claire Aubin', 'Terre vive'])
    expect(proposal.laureates[0]?.birth?.date).toBe('1970-03-01')
    expect(proposal.laureates[1]?.founded).toBe('1998~')
    expect(proposal.contacts[0]?.languages).toEqual(['fr'])
  })

  test('Spanish: “y” between laureates', () => {
    const { proposal } = read(page(spanish))
    expect(proposal.locale).toBe('es')
    expect(names(proposal)).toEqual(['Lucía Ferrer', 'Semilla Común'])
    expect(proposal.laureates[0]?.birth?.date).toBe('1966-10-12')
    expect(proposal.contacts[0]?.languages).toEqual(['es'])
  })

  test('labels of one language over a text in another: the language is asked', () => {
    const mixed = page([
      ...swedish.slice(0, 3),
      'Long bio',
      ...swedish.slice(12, 14),
      'Press releases',
      'Media contacts',
    ])
    expect(asked(read(mixed))).toContain('locale')
  })
})

describe('titles', () => {
  test.each([
    [' & ', []],
    [' and ', []],
    [', ', []],
  ])('joined by “%s” are split where the facts name both', (joiner, questions) => {
    const reading = read(replaced('Mira Talvik / Open Rivers', `Mira Talvik${joiner}Open Rivers`))
    expect(names(reading.proposal)).toEqual(['Mira Talvik', 'Open Rivers'])
    expect(asked(reading)).toEqual(questions)
  })

  test('one name that holds “and” is one laureate where the facts name it so', () => {
    const lines = [
      'Fields and Forests (Peru)',
      '… for both',
      'Biographical Information',
      'Fields and Forests',
      'Established: 1999',
    ]
    expect(names(read(page(lines)).proposal)).toEqual(['Fields and Forests'])
  })

  test('“and the people of …” is asked about, and so is what they are', () => {
    const lines = [
      'Ola Dahl and the people of Bergen (Norway)',
      '… for the rain',
      'Biographical Information',
      'Ola Dahl',
      'Date of Birth: 1950',
    ]
    const reading = read(page(lines))
    expect(asked(reading)).toEqual(['laureates.split.0', 'laureates.1.kind'])
    const whole = applyAnswers(reading, {
      'laureates.split.0': 'several',
      'laureates.1.kind': 'organisation',
    })
    expect(names(whole.reading.proposal)).toEqual(['Ola Dahl', 'the people of Bergen'])
  })

  test('only the last bracket is a country, and only if it is one', () => {
    const facts = [
      '… for the right to vote',
      'Biographical Information',
      'Center for Common Law',
      'Established: 2007',
    ]
    const two = read(page(['Center for Common Law (CCL) (Ukraine)', ...facts]))
    expect(two.proposal.award.countries).toEqual(['UA'])
    expect(names(two.proposal)).toEqual(['Center for Common Law (CCL)'])
    const one = read(page(['Center for Common Law (CCL)', ...facts]))
    expect(one.proposal.award.countries).toEqual([])
    expect(one.questions.find(({ id }) => id === 'award.countries')).toMatchObject({
      required: true,
      kind: 'countries',
    })
  })

  test('“(Hong Kong SAR/China)” is two codes', () => {
    expect(read(replaced('(Estonia)', '(Hong Kong SAR/China)')).proposal.award.countries).toEqual([
      'HK',
      'CN',
    ])
  })

  test('a country after each name', () => {
    const { proposal } = read(
      replaced('Mira Talvik / Open Rivers (Estonia)', 'Mira Talvik (Estonia) / Open Rivers (Latvia)'),
    )
    expect(names(proposal)).toEqual(['Mira Talvik', 'Open Rivers'])
    expect(proposal.award.countries).toEqual(['EE', 'LV'])
  })
})
