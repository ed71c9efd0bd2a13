import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyAnswers } from './apply-answers'
import { english, englishPage, french, german, page, spanish, swedish } from './page.fixtures'
import { readPage } from './read-page'
import type { Proposal } from './page-proposal'
import type { Reading } from './page-types'

function read(input: string | Uint8Array, options?: Parameters<typeof readPage>[1]): Reading {
  const reading = readPage(input, options)
  if (!reading.ok) throw new Error(reading.message)
  return reading
}
const isBasic = (id: string) => /^award\.(?:year|prize|slug|image)$|\.email$/.test(id)
const asked = (reading: Reading) => reading.questions.map(({ id }) => id).filter((id) => !isBasic(id))
const replaced = (from: string, to: string) => {
  const text = englishPage()
  expect(text).toContain(from)
  return text.replace(from, to)
}
const names = (proposal: Proposal) => proposal.laureates.map(({ knownName }) => knownName)

const shared = '../shared/input/bialiatski-viasna'
describe.skipIf(!existsSync(`${shared}.txt`))('the example page (skipped where ../shared/input is absent)', () => {
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
      const life = birth && { birth: { date: birth.date, raw: birth.raw, place: birth.place, country: birth.countryNow } }
      return { ...rest, ...life, sortOrder: index + 1, name: fullName, shortName: knownName }
    })
    expect(laureates).toEqual(expected.laureates)
    const contacts = proposal.contacts.map(({ phone, phoneE164, ...rest }) => ({ ...rest, phoneRaw: phone, phone: phoneE164 }))
    expect(contacts).toEqual(expected.contacts)
  })

  test('leaves nothing but year, prize, slug, image and e-mails open', () => {
    const reading = read(readFileSync(`${shared}.txt`))
    expect(asked(reading)).toEqual([])
    expect(reading.questions.filter(({ required }) => required).map(({ id }) => id)).toEqual(['award.year', 'award.prize', 'award.slug'])
  })
})

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
    const reading = read(page([...english.head, 'Share this', ...english.facts, ...english.long, 'The end', ...english.contacts, '© 2024 Someone']))
    const shown = new Set(reading.rows.flatMap(({ from, to }) => [from, to]))
    expect(reading.page.lines.filter(({ number }) => !shown.has(number))).toEqual([])
    const rank = { odd: 0, check: 1, sure: 2 }
    const ranks = reading.rows.map(({ confidence }) => rank[confidence])
    expect(ranks).toEqual(ranks.toSorted())
    expect(reading.rows[0]).toMatchObject({ path: 'line.9', source: 'Share this', confidence: 'odd' })
  })
})

describe('other languages', () => {
  test('Swedish: “och” between laureates, two countries, a number without country code is kept and reported', () => {
    const { proposal, warnings } = read(page(swedish))
    expect(proposal.locale).toBe('sv')
    expect(names(proposal)).toEqual(['Anders Källa', 'Folkets vatten'])
    expect(proposal.award.countries).toEqual(['SE', 'NO'])
    expect(proposal.laureates[0]?.birth).toEqual({ date: '1958-05-04', raw: 'den 4 maj 1958', place: 'Umeå, Sverige', countryNow: 'SE' })
    expect(proposal.laureates[1]).toMatchObject({ founded: '1991', headquarters: { city: 'Røros', country: 'NO' } })
    expect(proposal.contacts).toEqual([
      { name: 'Pia Sten', label: 'Svensk och internationell media', desk: 'media', languages: ['sv'], international: true, phone: '08-465 004 21' },
    ])
    expect(warnings).toMatchObject([{ kind: 'phone_not_accepted', line: 37 }])
  })

  test('German: a country that is no more is asked about, not guessed', () => {
    const reading = read(page(german))
    expect(reading.proposal.locale).toBe('de')
    expect(reading.proposal.award.countries).toEqual(['BY', 'DE'])
    expect(reading.proposal.laureates[0]?.birth).toEqual({ date: '1949-04-03', raw: '03.04.1949', place: 'Ostrau, Tschechoslowakei' })
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
    const mixed = page([...swedish.slice(0, 3), 'Long bio', ...swedish.slice(12, 14), 'Press releases', 'Media contacts'])
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
    const lines = ['Fields and Forests (Peru)', '… for both', 'Biographical Information', 'Fields and Forests', 'Established: 1999']
    expect(names(read(page(lines)).proposal)).toEqual(['Fields and Forests'])
  })

  test('“and the people of …” is asked about, and so is what they are', () => {
    const lines = ['Ola Dahl and the people of Bergen (Norway)', '… for the rain', 'Biographical Information', 'Ola Dahl', 'Date of Birth: 1950']
    const reading = read(page(lines))
    expect(asked(reading)).toEqual(['laureates.split.0', 'laureates.1.kind'])
    const whole = applyAnswers(reading, { 'laureates.split.0': 'several', 'laureates.1.kind': 'organisation' })
    expect(names(whole.reading.proposal)).toEqual(['Ola Dahl', 'the people of Bergen'])
  })

  test('only the last bracket is a country, and only if it is one', () => {
    const facts = ['… for the right to vote', 'Biographical Information', 'Center for Common Law', 'Established: 2007']
    const two = read(page(['Center for Common Law (CCL) (Ukraine)', ...facts]))
    expect(two.proposal.award.countries).toEqual(['UA'])
    expect(names(two.proposal)).toEqual(['Center for Common Law (CCL)'])
    const one = read(page(['Center for Common Law (CCL)', ...facts]))
    expect(one.proposal.award.countries).toEqual([])
    expect(one.questions.find(({ id }) => id === 'award.countries')).toMatchObject({ required: true, kind: 'countries' })
  })

  test('“(Hong Kong SAR/China)” is two codes', () => {
    expect(read(replaced('(Estonia)', '(Hong Kong SAR/China)')).proposal.award.countries).toEqual(['HK', 'CN'])
  })

  test('a country after each name', () => {
    const { proposal } = read(replaced('Mira Talvik / Open Rivers (Estonia)', 'Mira Talvik (Estonia) / Open Rivers (Latvia)'))
    expect(names(proposal)).toEqual(['Mira Talvik', 'Open Rivers'])
    expect(proposal.award.countries).toEqual(['EE', 'LV'])
  })
})

describe('what the page does not say is asked, not guessed', () => {
  const without = (label: string) => englishPage().replace(`\n${label}\n`, '\n')

  test('without “Long bio” its text is in no field until staff place it', () => {
    const reading = read(without('Long bio'))
    expect(reading.proposal.award.long).toEqual([])
    expect(reading.proposal.laureates[1]?.basedIn).toBe('Tartu, with field stations along four rivers')
    const [id = ''] = asked(reading)
    expect(id).toMatch(/^place\.\d+$/)
    const placed = applyAnswers(reading, { [id]: 'long' })
    expect(placed.reading.proposal.award.long).toEqual(read(englishPage()).proposal.award.long)
  })

  test.each(['Biographical Information', 'Press releases', 'Media contacts'])('without “%s” the page reads the same', (label) => {
    expect(read(without(label)).proposal).toEqual(read(englishPage()).proposal)
  })

  test('an unknown heading in the place of a label is asked about', () => {
    const reading = read(replaced('\nMedia contacts\n', '\nThe ones to call\n'))
    expect(reading.proposal).toEqual(read(englishPage()).proposal)
    expect(asked(reading)).toEqual([expect.stringMatching(/^press\.\d+$/)])
  })

  test('a second, different long biography is asked about; the same one again is not', () => {
    const again = page([...english.head, ...english.long, ...english.facts, ...english.long])
    expect(asked(read(again))).toEqual([])
    const other = page([...english.head, ...english.long, ...english.facts, 'Long bio', 'Seen From Afar', 'She was seen from afar by all who came there.'])
    const reading = read(other)
    expect(asked(reading)).toEqual([expect.stringMatching(/^section\.\d+$/)])
    expect(reading.proposal.award.long).toHaveLength(2)
  })

  test('a menu of labels before the title changes nothing but leaves “Home” to be placed', () => {
    const reading = read(page(['Home', 'Biographical Information', 'Long bio', 'Press releases', 'Media contacts', englishPage()]))
    expect(reading.proposal).toEqual(read(englishPage()).proposal)
    expect(asked(reading)).toEqual(['place.1'])
  })

  test('a laureate without facts: person or organisation?', () => {
    const reading = read(page([...english.head, ...english.facts.slice(0, 5), ...english.long]))
    expect(asked(reading)).toEqual(['laureates.1.kind'])
    expect(reading.rows[0]).toMatchObject({ confidence: 'odd', value: 'Open Rivers' })
  })

  test('facts under a name that the title does not hold: whose?', () => {
    const reading = read(replaced('\nOpen Rivers Foundation “Jõgi”\n', '\nSpring Group\n'))
    const [id = ''] = asked(reading)
    expect(reading.questions.find((question) => question.id === id)).toMatchObject({ proposal: '1', required: true })
    const { proposal } = applyAnswers(reading, { [id]: '1' }).reading
    expect(proposal.laureates[1]).toMatchObject({ knownName: 'Open Rivers', fullName: 'Spring Group', founded: '2004' })
  })

  test('a date that can be read in two ways', () => {
    const reading = read(replaced('March 9, 1961', '03/09/1961'))
    expect(reading.proposal.laureates[0]?.birth).toEqual({ raw: '03/09/1961', place: 'Viljandi, Estonia', countryNow: 'EE' })
    const question = reading.questions.find(({ id }) => id === 'laureates.0.birth.date')
    expect(question?.options?.map(({ value }) => value)).toEqual(['1961-09-03', '1961-03-09'])
  })

  test('an unknown fact is in no field', () => {
    const reading = read(replaced('\nEducation:', '\nFavourite colour: blue\n\nEducation:'))
    expect(JSON.stringify(reading.proposal)).not.toContain('Favourite')
    expect(asked(reading)).toEqual([expect.stringMatching(/^place\.\d+$/)])
  })

  test('a laureate that the desk holds already: the same one?', () => {
    const known = { laureates: [{ id: 'a1', name: 'Mira Talvik', detail: 'born 1961' }] }
    const reading = read(englishPage(), { known })
    expect(asked(reading)).toEqual(['laureates.0.same'])
    expect(applyAnswers(reading, { 'laureates.0.same': 'a1' }).reading.proposal.laureates[0]?.existing).toBe('a1')
  })
})

describe('HTML pasted from a browser', () => {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('“', '&ldquo;').replaceAll('”', '&#8221;')
  const headings = new Set(['Biographical Information', 'Long bio', 'Press releases', 'Media contacts', 'A Childhood by the Water', 'Ninety Weirs'])
  const lines = englishPage().split('\n\n')
  const html = (line: (text: string) => string) => lines.map((text) => line(escape(text))).join('\n')

  test.each([
    ['paragraphs', html((text) => `<p>${text}</p>`)],
    ['headings', html((text) => (headings.has(text) ? `<h3>${text}</h3>` : `<p>${text}</p>`))],
    ['bold headings and line breaks', html((text) => (headings.has(text) ? `<b>${text}</b><br>` : `${text}<br><br>`))],
    ['lists of terms', html((text) => text.replace(/^(Place of Birth|Established|Phone): (.*)$/, '<dl><dt>$1<dd>$2</dl>').replace(/^(?!<dl>)(.*)$/, '<div>$1</div>'))],
    ['a whole document', `<!doctype html><html><head><title>T</title><style>p{}</style></head><body><nav><a>Home</a></nav>${html((text) => `<p>${text}</p>`)}<script>"<p>no</p>"</script></body></html>`],
  ])('%s read as the text does', (_name, markup) => {
    expect(read(markup).proposal).toEqual(read(englishPage()).proposal)
  })

  test('links under “Press releases” are its titles', () => {
    const markup = html((text) => (text === 'Press releases' ? '<h2>Press releases</h2><ul><li><a href="https://rivers.example/a.pdf">Rivers win</a></li></ul>' : `<p>${text}</p>`))
    expect(read(markup).proposal.award.pressReleases).toEqual([{ title: 'Rivers win', url: 'https://rivers.example/a.pdf' }])
  })
})

describe('refused, naming the reason and the place', () => {
  const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding))
  test.each([
    ['empty', ''],
    ['empty', ' \n\u00A0\n'],
    ['too_large', 'x'.repeat(2 * 1024 * 1024 + 1)],
    ['too_large', 'Long bio\n'.repeat(5001)],
    ['wrong_encoding', bytes(`\uFEFF${englishPage()}`, 'utf16le')],
    ['wrong_encoding', bytes(englishPage(), 'utf16le')],
    ['not_text', bytes('%PDF-1.7', 'latin1')],
    ['not_a_laureate_page', '{"laureates": []}'],
    ['not_a_laureate_page', 'Dear all,\n\nPress releases are on the web.\n\nPhone: +1 202 555 0100'],
  ])('%s', (code, input) => {
    expect(readPage(input)).toMatchObject({ ok: false, code })
  })

  test('wrong type', () => {
    expect(readPage(42 as never)).toMatchObject({ ok: false, code: 'wrong_type' })
  })

  test('broken characters name their line', () => {
    const latin = bytes('Title (Norway)\n... for\ncafé', 'latin1')
    expect(readPage(latin)).toMatchObject({ code: 'wrong_encoding', line: 3 })
    expect(readPage('a\nb\u0000c')).toMatchObject({ code: 'bad_character', line: 2 })
    expect(readPage('a\n\nb\uD800c')).toMatchObject({ code: 'bad_character', line: 3 })
  })

  test('what was looked for is listed, and what was found', () => {
    const refused = readPage('Minutes of a meeting\n\nPress releases\n\nNothing was decided.')
    expect(refused).toMatchObject({
      code: 'not_a_laureate_page',
      message: expect.stringMatching(/Looked for .*“Biographical Information”; “Long bio”.*Found: “Press releases”\.$/),
    })
  })
})
