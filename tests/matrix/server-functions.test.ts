import { beforeAll, describe, expect, test } from 'vitest'
import { emailOf, createDocuments, useStaff } from '../staff'
import { useDesk } from '../payload'
import { roles, type Role } from '../../src/access/roles'
import { fingerprint, secrets } from './evidence'
import { createUnsent } from './operations'
import { useServerFunctions } from './server-function'
import { operationCells } from './table'
import { closedFunctions } from './closed-functions'

// The functions that the screens call on the server, with each person's session: what is not open by name is closed, and
// what is open shows nobody what REST would not show them, and writes nothing.

const desk = useDesk()
const staff = useStaff(desk)
const functions = useServerFunctions(desk, staff)
let ids: Record<string, string> = {}
let unsent: Record<string, string> = {}

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  unsent = await createUnsent({ desk, staff, ids })
})

describe('a function that is not open by name', () => {
  test.each(closedFunctions)('%s does nothing for anybody', async (name) => {
    const before = await fingerprint(desk)
    for (const who of ['anonymous', ...roles] as const) {
      const at = {
        collectionSlug: 'laureates',
        docID: ids['laureates'],
        fromLocale: 'en',
        toLocale: 'sv',
        overrideData: true,
      }
      const schedule = {
        type: 'publish',
        doc: { relationTo: 'laureates', value: ids['laureates'] },
        date: new Date(),
      }
      expect(await functions.as(who, name, { ...at, ...schedule })).toMatchObject({
        isRefused: true,
        said: expect.stringContaining('This function is not available.'),
      })
    }
    expect(await fingerprint(desk)).toBe(before)
  })
})

const list = (collectionSlug: string, query: Record<string, unknown> = {}) => ({
  collectionSlug,
  enableRowSelections: false,
  query: { limit: 10, ...query },
  renderRowTypes: false,
})
/** What a hostile caller adds to open a document for writing, or to be somebody else. */
const hostile = {
  updateLastEdited: true,
  returnLockStatus: true,
  overrideEntityVisibility: true,
  overrideAccess: true,
  docPermissions: { fields: true, read: true, update: true, readVersions: true },
  docPreferences: { fields: {} },
  user: { id: 'x', roles: ['admin'] },
  checkForStaleData: true,
  originalUpdatedAt: '2001-01-01T00:00:00.000Z',
}
type Shown = (slug: string, id: string) => Record<string, unknown>
const formOf: Shown = (slug, id) => ({
  ...hostile,
  collectionSlug: slug,
  id,
  schemaPath: slug,
  operation: 'update',
  data: { _status: 'published' },
  renderAllFields: false,
})
const shown: [string, Shown][] = [
  ['table-state', (slug) => list(slug)],
  ['render-list', (slug) => ({ ...hostile, collectionSlug: slug, query: { limit: 10 } })],
  ['render-document', (slug, id) => ({ ...hostile, collectionSlug: slug, docID: id })],
  ['form-state', formOf],
]
const slots: Shown = (slug, id) => ({ ...hostile, collectionSlug: slug, id, locale: 'sv' })

/** The rows of reading: of what was sent to translation, and of what was not. */
// Reading by language is tried in server-languages.test.ts.
const readCells = operationCells.filter(
  ({ operation }) => operation === 'read' || operation === 'read-unsent',
)
const idFor = ({ collection, operation }: { collection: string; operation: string }): string =>
  (operation === 'read-unsent' ? unsent : ids)[collection] ?? staff.ids.admin

describe('what is open', () => {
  test('shows documents to whoever may read them', async () => {
    for (const who of roles) {
      expect((await functions.as(who, 'table-state', list('laureates'))).said, who).toContain('Maria Lind')
      const document = { collectionSlug: 'laureates', docID: ids['laureates'] }
      expect((await functions.as(who, 'render-document', document)).said, who).toContain('Maria Lind')
    }
  })

  test.each(shown)('%s shows nobody what REST would not', async (name, argsFor) => {
    const before = await fingerprint(desk)
    for (const cell of readCells.filter(({ verdict }) => verdict === 'deny')) {
      const { said } = await functions.as(cell.actor, name, argsFor(cell.collection, idFor(cell)))
      const others = cell.actor === 'anonymous' ? said : said.replaceAll(emailOf(cell.actor), '')
      const isTold = (secret: string) => others.includes(secret)
      // A list of what was sent is no secret to its translator; what was never sent is.
      const wanted = cell.operation === 'read-unsent' ? ['UNSENT'] : secrets
      expect({ ...cell, told: wanted.filter(isTold) }).toEqual({ ...cell, told: [] })
    }
    expect(await fingerprint(desk)).toBe(before)
  })

  test('what opens a document shows what was never sent to those who may read it', async () => {
    for (const cell of readCells.filter(
      ({ verdict, operation }) => verdict === 'allow' && operation === 'read-unsent',
    )) {
      const document = { collectionSlug: cell.collection, docID: idFor(cell) }
      const { said } = await functions.as(cell.actor, 'render-document', document)
      expect({ ...cell, isShown: said.includes('UNSENT') }).toEqual({ ...cell, isShown: true })
    }
  })

  test('nothing writes, for whoever may write too', async () => {
    const before = await fingerprint(desk)
    for (const who of ['anonymous', ...roles] as const)
      for (const slug of ['laureates', 'media', 'users']) {
        for (const [name, argsFor] of shown)
          await functions.as(who, name, argsFor(slug, idFor({ collection: slug, operation: 'read' })))
        for (const name of ['render-document-slots', 'render-field'])
          await functions.as(who, name, slots(slug, ids[slug] ?? staff.ids.admin))
        await functions.as(who, 'form-state', { ...formOf(slug, ''), id: undefined, operation: 'create' })
      }
    expect(await fingerprint(desk)).toBe(before)
  })

  const questions = [
    ['laureates', 'atRiskNote'],
    ['citations', 'laureates.atRiskNote'],
  ] as const
  test.each(questions)(
    'no list of %s answers a question about %s to who may not read it',
    async (slug, path) => {
      const ask = async (who: Role, query: Record<string, unknown>) => {
        const { isRefused, said: answer } = await functions.as(who, 'table-state', list(slug, query))
        if (isRefused) return 0
        return (JSON.parse(answer || '{}') as { data?: { docs?: unknown[] } }).data?.docs?.length ?? 0
      }
      for (const who of ['reviewer', 'translator'] as const)
        expect(await ask(who, { where: { [path]: { like: 'CANARY' } } }), who).toBe(0)
      // What was sent and what was not; asking for the note by its words would find one.
      expect(await ask('editor', {})).toBe(2)
    },
  )
})
