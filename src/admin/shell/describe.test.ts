import type { CollectionConfig, Field } from 'payload'
import { beforeAll, describe as group, expect, test, vi } from 'vitest'
import { describe } from './describe'
import { collectionWords, languages, screenWords } from '../words'

// Every word that a person can meet on a screen, in every language of the screens.

type Node = {
  name?: string
  fields?: Node[]
  custom?: { blocks?: { slug: string; fields: Node[] }[] }
  options?: (string | { value: string })[]
}
type Named = { path: string; node: Node }

let collections: CollectionConfig[]

beforeAll(async () => {
  vi.stubEnv('DESK_DATABASE_URL', 'postgres://nobody@127.0.0.1/none')
  vi.stubEnv('PAYLOAD_SECRET', 'only-for-reading-the-configuration-0000')
  const { collections: all } = await import('../../../collections')
  collections = all.filter((collection) => collection.admin?.hidden !== true)
})

// `base` travels with the form and is never shown, not even as a column.
const walk = (fields: readonly Field[], parents: string[] = []): Named[] =>
  (fields as unknown as Node[]).flatMap((node) => {
    if (node.name === 'base') return []
    const path = node.name ? [...parents, node.name] : parents
    const own = node.name ? [{ path: path.join('.'), node }] : []
    const blocks = (node.custom?.blocks ?? []).map(({ slug, fields: inner }) => ({
      name: slug,
      fields: inner,
    }))
    const inside = [...(node.fields ?? []), ...blocks]
    return [...own, ...walk(inside as unknown as Field[], path)]
  })

const valueOf = (option: string | { value: string }) => (typeof option === 'string' ? option : option.value)

group.each(languages)('in %s', (language) => {
  const words = collectionWords[language]

  test('every collection has a name, a plural and a sentence about it', () => {
    for (const { slug } of collections) {
      expect(words[slug], slug).toMatchObject({
        one: expect.stringMatching(/\S/),
        many: expect.stringMatching(/\S/),
        about: expect.stringMatching(/\.$/),
      })
    }
  })

  test('no two entries of the menu, or groups of it, are called the same', () => {
    const { groups } = screenWords(language)
    const menu = [...Object.values(groups), ...collections.map(({ slug }) => words[slug]?.many)]
    expect(menu).toEqual([...new Set(menu)])
  })

  test('every field has a label and a sentence that helps, and no word is about a field that is gone', () => {
    for (const { slug, fields } of collections) {
      const paths = walk(fields).map(({ path }) => path)
      for (const path of paths)
        expect(words[slug]?.fields[path], `${slug}.${path}`).toMatch(/^\S[^|]* \| \S.+$/u)
      expect(
        Object.keys(words[slug]?.fields ?? {}).filter((path) => !paths.includes(path)),
        slug,
      ).toEqual([])
    }
  })

  test('every option has a word', () => {
    for (const { slug, fields } of collections) {
      const keys = walk(fields).flatMap(({ path, node }) =>
        (node.options ?? []).map((one) => `${path}=${valueOf(one)}`),
      )
      expect(Object.keys(words[slug]?.options ?? {}).toSorted(), slug).toEqual(keys.toSorted())
    }
  })

  test('our own screens fill in the same places as in English', () => {
    expect(placesIn(screenWords(language))).toEqual(placesIn(screenWords('en')))
  })
})

const placesIn = (words: object): unknown =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string'
        ? [...value.matchAll(/\{(\w+)\}/g)]
            .map(([, name = '']) => name)
            .toSorted((a, b) => a.localeCompare(b))
        : placesIn(value as object),
    ]),
  )

test('a described collection carries its words into nested fields, and the panels stand beside documents', () => {
  const [citations] = describe(collections.filter(({ slug }) => slug === 'citations'))
  expect(citations?.labels).toMatchObject({
    singular: { en: 'Award entry', sv: 'Utmärkelse', de: 'Auszeichnung' },
  })
  const portion = citations?.fields.find((field) => 'name' in field && field.name === 'portion')
  expect(portion).toMatchObject({
    fields: [{ label: { en: 'Parts received' } }, { label: { en: 'Of how many' } }],
  })
  expect(citations?.fields.slice(-2)).toMatchObject([
    { name: 'publication', type: 'ui' },
    { name: 'comments', type: 'ui' },
  ])
})

test('the form of a picture knows from its fields which of them speak of the file', () => {
  const [media] = describe(collections.filter(({ slug }) => slug === 'media'))
  const note = media?.fields.find((field) => 'name' in field && field.name === 'pictureNote')
  expect(note).toMatchObject({
    admin: {
      components: {
        Field: {
          serverProps: {
            ofFile: [
              'credit',
              'creator',
              'copyrightNotice',
              'usageTerms',
              'freeEditorialUseUntil',
              'source',
              'taken',
            ],
          },
        },
      },
    },
  })
})

test('what may stand in a text is called by our words, in the editor that is made of it', () => {
  const releases = collections.find(({ slug }) => slug === 'press-releases')
  const fields = (releases?.fields ?? []).map((field) => {
    const blocks = (field as Node).custom?.blocks
    return blocks ? { ...field, custom: { blocks, editorOf: (said: unknown) => said } } : field
  })
  const [described] = describe(releases ? [{ ...releases, fields }] : [])
  expect(described?.fields.find((field) => 'name' in field && field.name === 'body')).toMatchObject({
    editor: [
      {
        slug: 'quotation',
        labels: { singular: { en: 'Quotation', sv: 'Citat', de: 'Zitat' } },
        fields: [
          { label: { de: 'Worte' } },
          { admin: { description: { en: 'Name and role of the person.' } } },
        ],
      },
      { slug: 'boilerplate', labels: { plural: { de: 'Über den Preis' } } },
    ],
  })
})
