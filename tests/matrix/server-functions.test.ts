import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { ServerFunctionClient } from 'payload'
import { emailOf, cookiesOf, createDocuments, password, useStaff } from '../staff'
import { useDesk } from '../payload'
import { roles, type Role } from '../../src/access/roles'
import { withClient } from '../../src/processes/database.mjs'
import { fingerprint, secrets } from './evidence'
import { operationCells } from './table'

// The functions that the screens call on the server, with each person's session: what is not open by name is closed,
// and what is open shows nobody what REST would not show them.

const headers = { now: new Headers() }
vi.mock('next/headers.js', () => ({
  headers: () => Promise.resolve(headers.now),
  cookies: () => Promise.resolve({ get: () => undefined }),
}))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(headers.now),
  cookies: () => Promise.resolve({ get: () => undefined }),
}))

const desk = useDesk()
const staff = useStaff(desk)
const cookies = new Map<Role | 'anonymous', string>()
let ids: Record<string, string> = {}
let call: ServerFunctionClient

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  for (const role of roles)
    cookies.set(
      role,
      cookiesOf(await staff.as('anonymous')('POST', '/api/users/login', { email: emailOf(role), password })),
    )
  const { serverFunctionOf } = await import('./server-function')
  call = serverFunctionOf(desk.config)
})

async function as(
  who: Role | 'anonymous',
  name: string,
  args: Record<string, unknown>,
): Promise<{ isRefused: boolean; said: string }> {
  headers.now = new Headers({ Cookie: cookies.get(who) ?? '', Origin: desk.config.serverURL })
  try {
    const answer: unknown = await call({ name, args })
    return { isRefused: false, said: said(answer) }
  } catch (error) {
    return { isRefused: true, said: String(error) }
  }
}

// What the framework answers holds elements and cycles; only their words matter.
function said(answer: unknown): string {
  const seen = new WeakSet()
  return (
    JSON.stringify(answer, (key, value: unknown) => {
      if (key === 'payload' || key === 'req' || key === 'i18n' || typeof value === 'function')
        return undefined
      if (typeof value !== 'object' || value === null) return value
      if (seen.has(value)) return undefined
      seen.add(value)
      return value
    }) ?? ''
  )
}

const closed = [
  'copy-data-from-locale',
  'schedule-publish',
  'get-upcoming-scheduled-publish',
  'get-default-layout',
  'get-folder-results-component-and-data',
  'render-widget',
  'slugify',
  'constructor',
  'toString',
  '__proto__',
  'something-new',
]

describe('a function that is not open by name', () => {
  test.each(closed)('%s does nothing for anybody', async (name) => {
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
      expect(await as(who, name, { ...at, ...schedule })).toMatchObject({
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
const shown: [string, (slug: string) => Record<string, unknown>][] = [
  ['table-state', (slug) => list(slug)],
  ['render-list', (slug) => ({ collectionSlug: slug, query: { limit: 10 } })],
  ['render-document', (slug) => ({ collectionSlug: slug, docID: ids[slug] ?? staff.ids.admin })],
  [
    'form-state',
    (slug) => ({
      collectionSlug: slug,
      id: ids[slug] ?? staff.ids.admin,
      schemaPath: slug,
      operation: 'update',
      data: {},
      docPermissions: { fields: true },
      docPreferences: { fields: {} },
      renderAllFields: false,
    }),
  ],
]

describe('what is open', () => {
  test('shows documents to whoever may read them', async () => {
    for (const who of roles) {
      expect((await as(who, 'table-state', list('laureates'))).said, who).toContain('Maria Lind')
      expect(
        (await as(who, 'render-document', { collectionSlug: 'laureates', docID: ids['laureates'] })).said,
        who,
      ).toContain('Maria Lind')
    }
  })

  test.each(shown)('%s shows nobody what REST would not', async (name, argsFor) => {
    const before = await fingerprint(desk)
    for (const { collection, actor, verdict } of operationCells.filter(
      ({ operation }) => operation === 'read',
    )) {
      if (verdict === 'allow' || actor === 'translator') continue
      const { said: answer } = await as(actor, name, argsFor(collection))
      const others = actor === 'anonymous' ? answer : answer.replaceAll(emailOf(actor), '')
      expect(
        secrets.filter((secret) => others.includes(secret)),
        `${actor} ${collection}`,
      ).toEqual([])
    }
    expect(await fingerprint(desk)).toBe(before)
  })

  test('what was never sent to a translator is not shown to them', async () => {
    await withClient(desk.database.owner, (client) =>
      client.query('delete from editorial.translation_requests'),
    )
    for (const [name, argsFor] of shown) {
      const { said: answer } = await as('translator', name, argsFor('laureates'))
      expect(
        secrets.filter((secret) => answer.replaceAll(emailOf('translator'), '').includes(secret)),
        name,
      ).toEqual([])
    }
  })

  const questions = [
    ['laureates', 'atRiskNote'],
    ['citations', 'laureates.atRiskNote'],
  ] as const
  test.each(questions)(
    'no list of %s answers a question about %s to who may not read it',
    async (slug, path) => {
      const ask = async (who: Role, query: Record<string, unknown>) => {
        const { said: answer } = await as(who, 'table-state', list(slug, query))
        return (JSON.parse(answer || '{}') as { data?: { docs?: unknown[] } }).data?.docs?.length ?? 0
      }
      for (const who of ['reviewer', 'translator'] as const)
        expect(await ask(who, { where: { [path]: { like: 'CANARY' } } }), who).toBe(0)
      expect(await ask('editor', {})).toBe(1)
    },
  )
})
