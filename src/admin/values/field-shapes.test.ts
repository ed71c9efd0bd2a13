import { flattenAllFields, type CollectionConfig } from 'payload'
import { beforeAll, expect, test, vi } from 'vitest'
import { difference } from '@/difference'
import { describe } from '../shell/describe'
import { fieldShapes, type DeskShape } from './field-shapes'
import { readValues, relatedDocuments } from './read-values'

let described: CollectionConfig[]
const clock = { language: 'en', zone: 'Europe/Stockholm' }

beforeAll(async () => {
  vi.stubEnv('DESK_DATABASE_URL', 'postgres://nobody@127.0.0.1/none')
  vi.stubEnv('PAYLOAD_SECRET', 'only-for-reading-the-configuration-0000')
  const { collections } = await import('../../../collections')
  described = describe(collections)
})

const shapesOf = (slug: string, language: string) => {
  const fields = described.find((collection) => collection.slug === slug)?.fields ?? []
  return fieldShapes({ flattenedFields: flattenAllFields({ fields }) }, language)
}
const paths = (shapes: readonly DeskShape[]) => shapes.map(({ path }) => path)
const find = (shapes: readonly DeskShape[], path: string) => shapes.find((shape) => shape.path === path)

test('shared and localized fields of a laureate stand apart, in the order of the form; hidden and internal ones are left out', () => {
  const { shared, localized } = shapesOf('laureates', 'en')
  expect(paths(localized)).toEqual([
    'knownName',
    'fullName',
    'givenName',
    'familyName',
    'sortKey',
    'birth.place',
    'birth.countryThen',
    'death.place',
    'death.countryThen',
    'education',
    'basedIn',
    'headquarters.city',
  ])
  expect(paths(shared).slice(0, 6)).toEqual([
    'kind',
    'nativeName.value',
    'nativeName.lang',
    'variants',
    'slug',
    'birth.date',
  ])
  for (const inside of ['atRisk', 'atRiskNote', 'importKey', 'adminTitle'])
    expect(paths(shared)).not.toContain(inside)
})

test.each(['en', 'sv', 'de'])('in %s, no two fields of a document are called the same', (language) => {
  for (const { slug } of described) {
    const { shared, localized } = shapesOf(slug, language)
    for (const shapes of [shared, localized]) {
      const labels = shapes.map(({ label }) => label)
      expect(labels, slug).toEqual([...new Set(labels)])
    }
  }
})

test('a field is called as its screen calls it, with the name of its group before it', () => {
  const { shared } = shapesOf('laureates', 'sv')
  expect(find(shared, 'birth.date')).toMatchObject({
    label: expect.stringMatching(/^\S.* › \S/),
    kind: 'date',
    code: 'edtf',
  })
  expect(find(shared, 'variants')?.fields?.map(({ path, kind }) => [path, kind])).toEqual([
    ['value', 'text'],
    ['lang', 'choice'],
    ['system', 'text'],
  ])
})

test('every field of every kind of content has a kind and a label without technical words', () => {
  for (const { slug } of described.filter(({ versions }) => typeof versions === 'object')) {
    const { shared, localized } = shapesOf(slug, 'de')
    expect(localized.length + shared.length, slug).toBeGreaterThan(1)
    for (const { path, label } of [...shared, ...localized]) expect(label, `${slug}.${path}`).not.toBe(path)
  }
})

test('values are said in words: countries, languages, dates, choices, numbers, boxes, titles of documents', () => {
  const shapes = [...shapesOf('laureates', 'en').shared, ...shapesOf('editions', 'en').shared]
  const say = readValues(shapes, { clock, titles: new Map([['p1', 'Test Prize']]) })
  expect(
    say({
      kind: 'person',
      'birth.date': '1962-09-25',
      'birth.countryNow': 'RU',
      variants: [{ value: 'Алесь', lang: 'be' }],
      prize: 'p1',
      portrait: 'gone',
      year: 2026,
      announceAt: '2026-10-09T09:00:00.000Z',
      'amount.currency': 'SEK',
    }),
  ).toMatchObject({
    kind: 'Person',
    'birth.date': '25 September 1962',
    'birth.countryNow': 'Russia',
    variants: [{ value: 'Алесь', lang: 'Belarusian' }],
    prize: 'Test Prize',
    portrait: 'a document that is not shown here (1)',
    year: '2026',
    announceAt: '9 October 2026, 11:00 CEST',
    'amount.currency': 'Swedish Krona (SEK)',
    amountDisclosed: 'No',
  })
})

test('two documents without a title stay different; a ticked box is a change', () => {
  const { shared } = shapesOf('editions', 'en')
  const say = readValues(shared, { clock, titles: new Map() })
  const found = difference(say({ prize: 'a', amountDisclosed: true }), say({ prize: 'b' }), {
    fields: shared,
    locale: 'en',
  })
  expect(found.filter(({ kind }) => kind === 'changed').map(({ path }) => path)).toEqual([
    'prize',
    'amountDisclosed',
  ])
})

test('documents that values point to are found, in rows and rich text as well', () => {
  const { shared, localized } = shapesOf('press-releases', 'en')
  const body = { root: { children: [{ type: 'block', fields: { blockType: 'boilerplate', prize: 'p1' } }] } }
  const found = relatedDocuments([...shared, ...localized], { edition: 'e1', citations: ['c1', 'c2'], body })
  expect(Object.fromEntries([...found].map(([to, ids]) => [to, [...ids]]))).toEqual({
    editions: ['e1'],
    citations: ['c1', 'c2'],
    prizes: ['p1'],
  })
  const say = readValues(localized, { clock, titles: new Map([['p1', 'Test Prize']]) })
  expect(say({ body })).toMatchObject({ body: { root: { children: [{ fields: { prize: 'Test Prize' } }] } } })
})
