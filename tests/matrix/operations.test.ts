import type { Payload } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { useDesk } from '../payload'
import { createDocuments, opening, picture, useStaff } from '../staff'
import { fingerprint, parameterInTurn, secrets } from './evidence'
import { operationCells, type Cell } from './table'

// docs/access-matrix.csv is written by people and is the oracle: who may do what, cell by cell. Each cell is
// tried through REST, with a session of that role, and through the Local API with access rules on.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
})

describe('the table', () => {
  test('every collection names all its access functions', () => {
    for (const { slug, access } of desk.config.collections) {
      const named = Object.entries(access)
        .filter(([, rule]) => typeof rule === 'function')
        .map(([name]) => name)
      expect(named, slug).toEqual(
        expect.arrayContaining(['create', 'read', 'update', 'delete', 'readVersions', 'unlock', 'admin']),
      )
    }
  })
})

type Outcome = { isRefused: boolean; said: string; status?: number }
type Attempt = (cell: Cell) => Promise<Outcome>

const isShared = (operation: string) => operation === 'update-shared'
const localeFor = ({ operation }: Cell) =>
  operation === 'update-language-other'
    ? 'de'
    : operation === 'update-language-assigned'
      ? 'sv'
      : isShared(operation)
        ? 'sv'
        : 'fr'

let counter = 0
/** A write that changes something: a shared value, a text of one language, or (a plain update) nothing at all. */
function change({ collection, operation }: Cell): Record<string, unknown> {
  counter += 1
  if (operation === 'update') return collection === 'users' ? { name: `Name ${counter}` } : {}
  if (isShared(operation)) return sharedValue(collection)
  return {
    [textFields[collection] ?? 'name']:
      collection === 'biographies' ? prose(`Text ${counter}`) : `Text ${counter}`,
  }
}

const textFields: Record<string, string> = {
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

const sharedValue = (collection: string): Record<string, unknown> =>
  ({
    prizes: { founded: `19${10 + (counter % 90)}` },
    editions: { year: 1900 + (counter % 100) },
    laureates: { birth: { date: `19${10 + (counter % 90)}` } },
    citations: { themes: [`theme-${counter}`] },
    biographies: { sources: `Sources ${counter}` },
    'press-releases': { slug: `release-${counter}` },
    'press-contacts': { order: counter },
    media: { credit: `Credit ${counter}` },
    'glossary-terms': { note: `Note ${counter}` },
  })[collection] ?? {}

const prose = (text: string) => ({
  root: {
    type: 'root',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: [
      {
        type: 'paragraph',
        version: 1,
        direction: null,
        format: '',
        indent: 0,
        children: [{ type: 'text', text, format: 0, version: 1 }],
      },
    ],
  },
})

/** What a new document of the collection needs at least. */
function fresh(collection: string): Record<string, unknown> {
  counter += 1
  const slug = `new-${counter}`
  const data: Record<string, Record<string, unknown>> = {
    prizes: { name: 'New', slug, timeZone: 'UTC' },
    editions: { prize: ids['prizes'], year: 1000 + counter },
    laureates: { kind: 'person', knownName: 'New', slug },
    citations: { edition: ids['editions'], laureates: [ids['laureates']], slug, motivation: 'for' },
    biographies: { citation: ids['citations'] },
    'press-releases': { title: 'New', slug, edition: ids['editions'], type: 'statement' },
    'press-contacts': { name: 'New', desk: 'office' },
    media: { alt: 'New' },
    'glossary-terms': { source: `New ${counter}` },
    users: {
      name: 'New',
      email: `new-${counter}@example.org`,
      password: 'a sufficiently long one',
      roles: ['editor'],
    },
    releases: { name: 'New' },
    'webhook-endpoints': { url: 'https://example.org' },
    'payload-preferences': { key: slug, value: 1, user: { relationTo: 'users', value: staff.ids.admin } },
    'payload-kv': { key: slug, data: 1 },
    'payload-migrations': { name: slug, batch: 9 },
  }
  return data[collection] ?? {}
}

const unknownId = '0190a6f2-0000-7000-8000-000000000000'
async function victim(cell: Cell): Promise<string> {
  const { collection, operation, verdict, actor } = cell
  if (operation === 'delete' && verdict === 'allow') return createVictim(collection)
  if (collection !== 'users') return ids[collection] ?? unknownId
  return verdict === 'own' && actor !== 'anonymous' ? staff.ids[actor] : staff.ids.admin
}

async function createVictim(collection: string): Promise<string> {
  const options = { collection, data: fresh(collection), locale: 'en', draft: true, overrideAccess: true }
  const file = collection === 'media' ? { file: await picture(`v-${counter}.png`) } : {}
  const doc = await desk.payload.create({ ...options, ...file } as unknown as Parameters<
    Payload['create']
  >[0])
  return doc.id
}

async function form(data: Record<string, unknown>): Promise<FormData> {
  const file = await picture(`new-${counter}.png`)
  const body = new FormData()
  body.set('_payload', JSON.stringify(data))
  body.set('file', new File([new Uint8Array(file.data)], file.name, { type: file.mimetype }))
  return body
}

const byRest: Attempt = async (cell) => {
  const { collection, operation, actor } = cell
  // No address of REST leads to the framework's versions: the history of a document is told by the desk itself.
  if (operation === 'readVersions') return byLocalApi(cell)
  const ask = staff.as(actor)
  const at = `/api/${collection}`
  const id = await victim(cell)
  counter += 1
  const extra = cell.verdict === 'deny' ? parameterInTurn(counter) : ''
  const send = async (): Promise<Response> => {
    if (operation === 'create')
      return ask(
        'POST',
        `${at}?${extra}`,
        collection === 'media' ? await form(fresh(collection)) : fresh(collection),
      )
    if (operation === 'read') return ask('GET', `${at}/${id}?locale=en`)
    if (operation === 'delete') return ask('DELETE', `${at}/${id}?${extra}`)
    if (operation === 'publish' || operation === 'take-down')
      return ask('POST', `${at}/${id}/${operation}`, { units: [{ unit: 'shared' }, { unit: 'en' }] })
    return opening(ask)('PATCH', `${at}/${id}?locale=${localeFor(cell)}&${extra}`, change(cell))
  }
  const response = await send()
  return {
    isRefused: [401, 403, 404].includes(response.status),
    status: response.status,
    said: await response.text(),
  }
}

type AnyOptions = Record<string, unknown>
const byLocalApi: Attempt = async (cell) => {
  const { collection, operation, actor } = cell
  const id = await victim(cell)
  const api = desk.payload as unknown as Record<string, (options: AnyOptions) => Promise<unknown>>
  const by = { collection, overrideAccess: false, user: await staff.person(actor), locale: 'en' }
  const calls: Record<string, () => Promise<unknown> | undefined> = {
    create: async () =>
      api['create']?.({
        ...by,
        data: fresh(collection),
        ...(collection === 'media' ? { file: await picture(`l-${counter}.png`) } : {}),
      }),
    read: () => api['findByID']?.({ ...by, id }),
    readVersions: () => api['findVersions']?.({ ...by, limit: 1 }),
    delete: () => api['delete']?.({ ...by, id }),
  }
  const update = () => api['update']?.({ ...by, id, locale: localeFor(cell), data: change(cell) })
  try {
    return { isRefused: false, said: JSON.stringify(await (calls[operation] ?? update)()) }
  } catch (error) {
    return { isRefused: true, said: error instanceof Error ? error.message : String(error) }
  }
}

const ofContentOrPeople = operationCells.filter(({ collection }) => !collection.startsWith('payload-'))
const doorsOf: [string, Attempt, (cell: Cell) => boolean][] = [
  ['REST', byRest, () => true],
  ['the Local API', byLocalApi, ({ operation }) => operation !== 'publish' && operation !== 'take-down'],
]

describe.each(doorsOf)('by %s', (_, attempt, applies) => {
  describe.each([...new Set(ofContentOrPeople.map(({ collection }) => collection))])('%s', (collection) => {
    const mine = ofContentOrPeople.filter((cell) => cell.collection === collection && applies(cell))
    test('what is denied is refused, changes no row and tells nothing', async () => {
      const before = await fingerprint(desk)
      for (const cell of mine.filter(({ verdict }) => verdict === 'deny')) {
        const { isRefused, said } = await attempt(cell)
        expect({ ...cell, isRefused, said: isRefused ? '' : said }).toEqual({
          ...cell,
          isRefused: true,
          said: '',
        })
        expect(
          secrets.filter((secret) => said.includes(secret)),
          `${cell.actor} ${cell.operation}`,
        ).toEqual([])
      }
      expect(await fingerprint(desk)).toBe(before)
    })

    const allowed = mine.filter(({ verdict }) => verdict !== 'deny')
    if (allowed.length === 0) return
    test('what is allowed is not refused', async () => {
      for (const cell of allowed) {
        const { isRefused, said } = await attempt(cell)
        expect({ ...cell, isRefused, said: isRefused ? said : '' }).toEqual({
          ...cell,
          isRefused: false,
          said: '',
        })
      }
    })
  })
})
