// What the tries write.

export type Row = Record<string, unknown>
export const unknownId = '0190a6f2-0000-7000-8000-000000000000'

const fields: Record<string, string> = {
  prizes: 'name',
  editions: 'note',
  laureates: 'knownName',
  citations: 'motivation',
  biographies: 'short',
  'press-releases': 'title',
  'press-contacts': 'label',
  media: 'alt',
  'glossary-terms': 'term',
}

/** A text of one language, in the field that each collection has for it. */
export const textOf = (collection: string, text: string): Row => ({
  [fields[collection] ?? 'name']: collection === 'biographies' ? prose(text) : text,
  ...(collection === 'press-releases' ? { body: prose(text) } : {}),
})

const block = { version: 1, direction: null, format: '', indent: 0 }
const prose = (text: string) => ({
  root: {
    ...block,
    type: 'root',
    children: [{ ...block, type: 'paragraph', children: [{ type: 'text', text, format: 0, version: 1 }] }],
  },
})

let turn = 0
/** Another number each time. */
export const next = (): number => (turn += 1)

/** Another value of what all languages share, each time. */
export function sharedOf(collection: string): Row {
  const number = next()
  const values: Record<string, Row> = {
    prizes: { founded: `19${10 + (number % 90)}` },
    editions: { year: 1900 + (number % 100) },
    laureates: { birth: { date: `19${10 + (number % 90)}` } },
    citations: { themes: [`theme-${number}`] },
    biographies: { sources: `Sources ${number}` },
    'press-releases': { slug: `release-${number}` },
    'press-contacts': { order: number % 10_000 },
    media: { credit: `Credit ${number}` },
    'glossary-terms': { note: `Note ${number}` },
  }
  return values[collection] ?? {}
}

/** What a new document of the collection needs at least. */
export function fresh(collection: string, ids: Readonly<Record<string, string>>, person = unknownId): Row {
  const number = next()
  const slug = `new-${number}`
  const data: Record<string, Row> = {
    prizes: { name: 'New', slug, timeZone: 'UTC' },
    editions: { prize: ids['prizes'], year: 1000 + number },
    laureates: { kind: 'person', knownName: 'New', slug },
    citations: { edition: ids['editions'], laureates: [ids['laureates']], slug, motivation: 'for' },
    biographies: { citation: ids['citations'] },
    'press-releases': { title: 'New', slug, edition: ids['editions'], type: 'statement' },
    'press-contacts': { name: 'New', desk: 'office' },
    media: { alt: 'New' },
    'glossary-terms': { source: `New ${number}` },
    users: {
      name: 'New',
      email: `new-${number}@example.org`,
      password: 'a sufficiently long one',
      roles: ['editor'],
    },
    releases: { name: 'New' },
    'payload-preferences': { key: slug, value: 1, user: { relationTo: 'users', value: person } },
    'payload-kv': { key: slug, data: 1 },
    'payload-migrations': { name: slug, batch: 9 },
  }
  return data[collection] ?? {}
}
