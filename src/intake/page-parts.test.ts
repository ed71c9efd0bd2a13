import { describe, expect, test } from 'vitest'
import { applyAnswers } from './apply-answers'
import { findCountries } from './page-countries'
import { findPhone, readContactLabel } from './page-contact-lines'
import { readDate } from './page-dates'
import { englishPage } from './page.fixtures'
import { personName } from './person-name'
import { read, replaced } from './reading.fixtures'
import { readPage } from './read-page'

test.each([
  ['September 14, 1957', '1957-09-14'],
  ['Saturday, September 14th, 1957', '1957-09-14'],
  ['den 14 september 1957', '1957-09-14'],
  ['14. September 1957', '1957-09-14'],
  ['1er janvier 1950', '1950-01-01'],
  ['14 de septiembre de 1957', '1957-09-14'],
  ['14.09.1957', '1957-09-14'],
  ['14/09/1957', '1957-09-14'],
  ['1957-09-14', '1957-09-14'],
  ['September 1962', '1962-09'],
  ['1962', '1962'],
  ['1943-00-00', '1943'],
  ['c. 1943', '1943~'],
  ['omkring 1943', '1943~'],
  ['um 1943', '1943~'],
  ['vers 1943', '1943~'],
  ['hacia 1943', '1943~'],
  ['1943?', '1943?'],
  ['the 1960s', '196X'],
  ['1960-talet', '196X'],
  ['198X', '198X'],
  ['between 1940 and 1942', '[1940..1942]'],
])('the date “%s” is %s in EDTF', (written, date) => {
  expect(readDate(written)).toMatchObject({ date })
})

test.each([
  'February 30, 1962',
  '2003-02-29',
  'unknown',
  '62',
  '1962/63',
  'August 4',
  '',
  'September 14, 1957 or later',
])('“%s” is no date', (written) => {
  expect(readDate(written)).toBeUndefined()
})

test('a date of slashes in an English page has two meanings, in a French one the day comes first', () => {
  expect(readDate('03/04/1962', 'en')).toEqual({ alternatives: ['1962-04-03', '1962-03-04'] })
  expect(readDate('03/04/1962', 'fr')).toEqual({ date: '1962-04-03', isSure: false })
})

test.each([
  ['Bosnia and Herzegovina', ['BA']],
  ['Trinidad and Tobago/Norway', ['TT', 'NO']],
  ['India and Nepal', ['IN', 'NP']],
  ['Biélorussie', ['BY']],
  ['Western Sahara', ['EH']],
  ['Palestine', ['PS']],
  ['Kosovo', ['XK']],
  ['The Netherlands', ['NL']],
])('“%s” is %j', (label, codes) => {
  expect(findCountries(label)?.codes).toEqual(codes)
})

test.each(['CCL', 'Narnia', 'Narnia/China', '', 'and'])('“%s” is no country', (label) => {
  expect(findCountries(label)).toBeUndefined()
})

test.each([
  ['Multimedia & Copyright', 'multimedia', [], false],
  ['English, French & International Media', 'media', ['en', 'fr'], true],
  ['Svenska medier', 'media', ['sv'], false],
  ['Englisch- und französischsprachige Medien', 'media', ['en', 'fr'], false],
  ['Médias anglophones et internationaux', 'media', ['en'], true],
  ['Prensa alemana', 'media', ['de'], false],
])('the label “%s”', (label, ...[desk, languages, international]) => {
  expect(readContactLabel(label)).toMatchObject({ desk, languages, international })
})

test.each(['Anna English', 'Follow us on social media', '', 'Una Marsh'])(
  '“%s” is no label of a contact',
  (label) => {
    expect(readContactLabel(label)).toBeUndefined()
  },
)

test('phones are kept as written, "(0)" included', () => {
  expect(findPhone('Tél. : +33 (0)1 99 00 12 34')).toBe('+33 (0)1 99 00 12 34')
  expect(findPhone('Phone lines are open')).toBeUndefined()
  expect(findPhone('2004-05-06')).toBeUndefined()
})

test.each([
  ['Ada Lind', { givenName: 'Ada', familyName: 'Lind' }],
  ['XU Zhi', { givenName: 'Zhi', familyName: 'XU' }],
  ['Jan van der Berg', { givenName: 'Jan', familyName: 'van der Berg' }],
  ['Sequoia', undefined],
  ['Алесь Лес', undefined],
])('%s', (name, parts) => {
  expect(personName(name)).toEqual(parts)
})

describe('answers', () => {
  const reading = readPage(englishPage(), {
    known: { prizes: [{ slug: 'river-prize', name: 'The River Prize' }] },
  })
  if (!reading.ok) throw new Error(reading.message)
  const basics = { 'award.year': 2019, 'award.prize': 'river-prize', 'award.slug': 'talvik-open-rivers' }

  test('make a proposal complete once every required question has one', () => {
    expect(applyAnswers(reading, { 'award.year': 2019 })).toMatchObject({ complete: false, errors: [] })
    expect(applyAnswers(reading, basics)).toMatchObject({
      complete: true,
      proposal: { award: { year: 2019, prize: 'river-prize', slug: 'talvik-open-rivers' } },
    })
  })

  test.each([
    ['award.year', 'soon', 'must be a year'],
    ['award.year', null, 'must be answered'],
    ['award.year', 12, 'must be a year'],
    ['award.prize', 'other-prize', 'must be one of: river-prize'],
    ['award.slug', 'Not A Slug', 'lower-case'],
    ['award.slug', ['a'], 'web address'],
    ['award.image', 'x', 'id of an image'],
    ['contacts.0.email', 'no', 'e-mail'],
    ['constructor', 'x', 'is not a question'],
    ['laureates.9.kind', 'person', 'is not a question'],
  ])('%s: %j is refused by name', (id, answer, message) => {
    const applied = applyAnswers(reading, { ...basics, [id]: answer })
    expect(applied).toMatchObject({
      complete: false,
      errors: [{ id, message: expect.stringContaining(message) }],
    })
  })

  test('an own property called __proto__ is no answer', () => {
    const applied = applyAnswers(reading, JSON.parse('{"__proto__": {"award.year": 2019}}'))
    expect(applied).toMatchObject({ complete: false, errors: [{ id: '__proto__' }] })
  })

  test.each([[[]], ['x'], [null], [1]])('%j is no set of answers', (answers) => {
    expect(applyAnswers(reading, answers)).toMatchObject({ complete: false, errors: [{ id: '' }] })
  })
})

test('a death before the birth is left out of the proposal, and the warning says so', () => {
  const born = 'Date of Birth: March 9, 1961'
  const { proposal, warnings } = read(replaced(born, `${born}\n\nDate of Death: May 3, 1899`))
  expect(proposal.laureates[0]?.birth?.date).toBe('1961-03-09')
  expect(proposal.laureates[0]?.death).not.toHaveProperty('date')
  expect(warnings).toContainEqual(
    expect.objectContaining({ message: expect.stringMatching(/Mira Talvik.*3 May 1899.*9 March 1961/) }),
  )
})
