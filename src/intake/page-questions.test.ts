import { describe, expect, test } from 'vitest'
import { applyAnswers } from './apply-answers'
import { english, englishPage, page } from './page.fixtures'
import { asked, read, replaced } from './reading.fixtures'

const without = (label: string) => englishPage().replace(`\n${label}\n`, '\n')

describe('what the page does not say is asked, not guessed', () => {
  test('without “Long bio” its text is in no field until staff place it', () => {
    const reading = read(without('Long bio'))
    expect(reading.proposal.award.long).toEqual([])
    expect(reading.proposal.laureates[1]?.basedIn).toBe('Tartu, with field stations along four rivers')
    const [id = ''] = asked(reading)
    expect(id).toMatch(/^place\.\d+$/)
    const placed = applyAnswers(reading, { [id]: 'long' })
    expect(placed.reading.proposal.award.long).toEqual(read(englishPage()).proposal.award.long)
  })

  test.each(['Biographical Information', 'Press releases', 'Media contacts'])(
    'without “%s” the page reads the same',
    (label) => {
      expect(read(without(label)).proposal).toEqual(read(englishPage()).proposal)
    },
  )

  test('an unknown heading in the place of a label is asked about', () => {
    const reading = read(replaced('\nMedia contacts\n', '\nThe ones to call\n'))
    expect(reading.proposal).toEqual(read(englishPage()).proposal)
    expect(asked(reading)).toEqual([expect.stringMatching(/^press\.\d+$/)])
  })

  test('a second, different long biography is asked about; the same one again is not', () => {
    const again = page([...english.head, ...english.long, ...english.facts, ...english.long])
    expect(asked(read(again))).toEqual([])
    const other = page([
      ...english.head,
      ...english.long,
      ...english.facts,
      'Long bio',
      'Seen From Afar',
      'She was seen from afar by all who came there.',
    ])
    const reading = read(other)
    expect(asked(reading)).toEqual([expect.stringMatching(/^section\.\d+$/)])
    expect(reading.proposal.award.long).toHaveLength(2)
  })

  test('a menu of labels before the title changes nothing but leaves “Home” to be placed', () => {
    const reading = read(
      page([
        'Home',
        'Biographical Information',
        'Long bio',
        'Press releases',
        'Media contacts',
        englishPage(),
      ]),
    )
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
    expect(reading.questions.find((question) => question.id === id)).toMatchObject({
      proposal: '1',
      required: true,
    })
    const { proposal } = applyAnswers(reading, { [id]: '1' }).reading
    expect(proposal.laureates[1]).toMatchObject({
      knownName: 'Open Rivers',
      fullName: 'Spring Group',
      founded: '2004',
    })
  })

  test('a date that can be read in two ways', () => {
    const reading = read(replaced('March 9, 1961', '03/09/1961'))
    expect(reading.proposal.laureates[0]?.birth).toEqual({
      raw: '03/09/1961',
      place: 'Viljandi, Estonia',
      countryNow: 'EE',
    })
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
    expect(applyAnswers(reading, { 'laureates.0.same': 'a1' }).reading.proposal.laureates[0]?.existing).toBe(
      'a1',
    )
  })
})
