import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { useDesk } from '../payload'
import { createDocuments, opening, raw, useStaff, type Ask } from '../staff'

// How REST says no: in one shape, for the right reason, and before something is lost.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}
let admin: Ask
let editor: Ask
let officer: Ask
let reviewer: Ask

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  admin = staff.as('admin')
  editor = opening(staff.as('editor'))
  officer = staff.as('press-officer')
  reviewer = staff.as('reviewer')
})

type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code?: string
  message?: string
  errors: { message: string; name: string; data?: { code?: string; errors?: unknown } }[]
}
const told = async (response: Response) => (await response.json()) as Problem
// Payload's form shows `message` as it stands, and marks no field then. It makes a list of what a fault of fields says
// behind a colon, at each comma.
const marksFields = ({ errors }: Problem) => Array.isArray(errors[0]?.data?.errors)
const isListed = (problem: Problem) => marksFields(problem) && problem.detail.includes(': ')
const create = async (collection: string, data: Record<string, unknown>): Promise<string> => {
  const response = await editor('POST', `/api/${collection}?draft=true`, data)
  const { doc } = (await response.json()) as { doc: { id: string } }
  return doc.id
}
const remove = (collection: string, id: string | undefined) => editor('DELETE', `/api/${collection}/${id}`)

describe('a document to which a draft links is not deleted', () => {
  const links: [string, string, RegExp][] = [
    ['prizes', 'a relationship', /2024/],
    ['editions', 'a relationship, from two kinds of documents', /2024/],
    ['laureates', 'a list', /Lind/],
    ['citations', 'a relationship', /Lind/],
  ]
  test.each(links)('%s: by %s', async (collection, _how, title) => {
    const response = await remove(collection, ids[collection])
    expect(response.status).toBe(409)
    const problem = await told(response)
    expect(problem.code).toBe('still_linked')
    expect(problem.detail).toMatch(title)
    expect((await admin('GET', `/api/${collection}/${ids[collection]}?draft=true`)).status).toBe(200)
  })

  test('by an upload, a list of uploads, contacts of an award entry, and a picture’s people', async () => {
    const set = (collection: string, data: object) =>
      editor('PATCH', `/api/${collection}/${ids[collection]}?draft=true`, data)
    expect((await set('laureates', { portrait: ids['media'] })).status).toBe(200)
    expect((await told(await remove('media', ids['media']))).detail).toContain('“Maria Lind”')
    expect((await set('laureates', { portrait: null })).status).toBe(200)
    expect((await set('press-releases', { attachments: [ids['media']] })).status).toBe(200)
    expect((await told(await remove('media', ids['media']))).detail).toContain('“The prize of 2024”')
    expect((await set('citations', { contactsOverride: [ids['press-contacts']] })).status).toBe(200)
    expect((await remove('press-contacts', ids['press-contacts'])).status).toBe(409)
    const person = await create('laureates', {
      kind: 'person',
      knownName: 'In a picture',
      slug: 'in-a-picture',
    })
    expect((await set('media', { people: [person] })).status).toBe(200)
    expect((await remove('laureates', person)).status).toBe(409)
  })

  test('by a block inside a text, in any language', async () => {
    const prize = await create('prizes', {
      name: 'The Quoted Prize',
      slug: 'quoted',
      timeZone: 'Europe/Stockholm',
      founded: '1990',
    })
    const base = { version: 1, direction: null, format: '', indent: 0 }
    const block = {
      type: 'block',
      version: 2,
      format: '',
      fields: { id: '6a9d1f0c2b3e4d5f60718293', blockName: '', blockType: 'boilerplate', prize },
    }
    const body = { root: { ...base, type: 'root', children: [block] } }
    const path = `/api/press-releases/${ids['press-releases']}?draft=true&locale=sv`
    expect((await editor('PATCH', path, { title: 'Priset', body })).status).toBe(200)
    const response = await remove('prizes', prize)
    expect(response.status).toBe(409)
    expect((await told(response)).detail).toContain('The prize of 2024')
  })

  test('three are named, the others are counted; without the links it goes', async () => {
    const person = await create('laureates', {
      kind: 'person',
      knownName: 'Much Linked',
      slug: 'much-linked',
    })
    const entries: string[] = []
    for (const slug of ['a', 'b', 'c', 'd', 'e'])
      entries.push(
        await create('citations', { edition: ids['editions'], laureates: [person], slug: `much-${slug}` }),
      )
    const { detail } = await told(await remove('laureates', person))
    expect(detail).toMatch(/: “[^”]+”, “[^”]+”, “[^”]+” and 2 more\./)
    for (const entry of entries) expect((await remove('citations', entry)).status).toBe(200)
    expect((await remove('laureates', person)).status).toBe(200)
  })

  test('an old version that linked does not hold it, nor a link to itself', async () => {
    const person = await create('laureates', {
      kind: 'person',
      knownName: 'Once Linked',
      slug: 'once-linked',
    })
    const entry = await create('citations', {
      edition: ids['editions'],
      laureates: [person],
      slug: 'once-linked',
    })
    const path = `/api/citations/${entry}?draft=true`
    expect((await editor('PATCH', path, { laureates: [ids['laureates']] })).status).toBe(200)
    expect((await remove('laureates', person)).status).toBe(200)
    const release = await create('press-releases', {
      title: 'A correction',
      slug: 'a-correction',
      edition: ids['editions'],
      type: 'statement',
    })
    const corrects = { corrects: release, type: 'correction' }
    expect((await editor('PATCH', `/api/press-releases/${release}?draft=true`, corrects)).status).toBe(200)
    expect((await remove('press-releases', release)).status).toBe(200)
  })
})

describe('every no of REST is one problem (RFC 9457) that the screens can read', () => {
  const id = '0190a6f2-0000-7000-8000-000000000000'
  const refused: [string, number, () => Promise<Response>][] = [
    ['the edge', 404, () => admin('GET', '/api/nothing')],
    ['the gate', 403, () => reviewer('PATCH', `/api/laureates/${ids['laureates']}`, { knownName: 'x' })],
    ['a field', 400, () => editor('PATCH', `/api/editions/${ids['editions']}?draft=true`, { year: 20 })],
    ['Payload', 404, () => admin('GET', `/api/laureates/${id}`)],
    [
      'signing in',
      401,
      () => staff.as('anonymous')('POST', '/api/users/login', { email: 'a@b.se', password: 'x' }),
    ],
    ['publishing', 404, () => officer('POST', `/api/laureates/${id}/publish`, { units: [{ unit: 'en' }] })],
    ['the import', 403, () => reviewer('POST', '/api/intake/page', { text: 'x' })],
  ]
  test.each(refused)('%s', async (_door, status, ask) => {
    const response = await ask()
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json;.*application\/json/)
    expect(response.headers.get('cache-control')).toContain('no-store')
    const problem = await told(response)
    const [error] = problem.errors
    expect(problem).toMatchObject({
      status,
      type: expect.stringMatching(/^(about:blank|urn:problem-type:laureate-desk:[a-z-]+)$/),
    })
    expect(problem.title).not.toBe('')
    expect(error?.message).not.toBe('')
    expect(problem.detail).toBe(error?.message)
    expect(error?.name).not.toBe('')
    expect(problem.code).toBe(error?.data?.code)
    expect(problem.message).toBe(marksFields(problem) ? undefined : problem.detail)
    expect(isListed(problem)).toBe(false)
  })

  test('Payload’s form reads an answer when its type names application/json', () => {
    const form = new URL('../../node_modules/@payloadcms/ui/dist/forms/Form/index.js', import.meta.url)
    const source = readFileSync(fileURLToPath(form), 'utf8')
    expect(source).toContain("contentType.indexOf('application/json') !== -1")
    expect(source).toContain('Array.isArray(json.errors)')
  })
})

describe('what nobody sends by accident is named', () => {
  test.each([
    'where[slug][equals]=%C3%28',
    'where[slug][equals]=%FF',
    'where[slug][equals]=%zz',
    'sort=%E2%82',
  ])('%s is no text', async (query) => {
    const response = await admin('GET', `/api/laureates?${query}`)
    expect(response.status).toBe(400)
    expect((await told(response)).detail).toContain(query.split('=', 1)[0])
    const sent = raw({
      body: query,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Payload-HTTP-Method-Override': 'GET',
      },
    })
    expect((await admin('POST', '/api/laureates', sent)).status).toBe(400)
  })

  test('NUL is refused by the name of its parameter', async () => {
    const response = await admin('GET', '/api/laureates?limit=1&where[slug][equals]=a%00b')
    expect(response.status).toBe(400)
    expect((await told(response)).detail).toMatch(/^where\[slug\]\[equals\]: /)
  })

  test('a preference holds 32 KiB', async () => {
    const keep = (letters: number) =>
      reviewer('POST', '/api/payload-preferences/columns', { value: 'x'.repeat(letters) })
    expect((await keep(30_000)).status).toBe(200)
    expect((await keep(33_000)).status).toBe(413)
  })

  test('an id of another document is refused; what Payload’s form sends is passed over', async () => {
    const path = `/api/laureates/${ids['laureates']}?draft=true`
    expect((await editor('PATCH', path, { id: ids['prizes'] })).status).toBe(400)
    const sent = {
      adminTitle: 'Stale',
      createdAt: '2001-01-01T00:00:00.000Z',
      updatedAt: '2001-01-01T00:00:00.000Z',
    }
    expect((await editor('PATCH', path, { ...sent, id: ids['laureates'] })).status).toBe(200)
    const stored = (await (await editor('GET', path)).json()) as Record<string, string>
    expect(stored['adminTitle']).toBe('Maria Lind')
    expect(stored['createdAt']).not.toBe(sent.createdAt)
    expect(
      (
        await editor('POST', '/api/laureates?draft=true', {
          id: ids['prizes'],
          kind: 'person',
          knownName: 'X',
          slug: 'x',
        })
      ).status,
    ).toBe(400)
  })

  test.each([
    ['sessions', []],
    ['loginAttempts', 0],
    ['lockUntil', null],
    ['_sid', 'x'],
    ['id', 'another'],
  ])('nobody writes %s of a person', async (name, value) => {
    const response = await admin('PATCH', `/api/users/${staff.ids.editor}`, {
      name: 'The editor',
      [name]: value,
    })
    expect(response.status).toBe(400)
  })

  test('who may not publish hears that, whatever the body', async () => {
    for (const verb of ['publish', 'take-down', 'approve', 'agree-exception'])
      expect(
        (await editor('POST', `/api/laureates/${ids['laureates']}/${verb}`, { nonsense: true })).status,
      ).toBe(403)
    const answer = await officer('POST', `/api/laureates/${ids['laureates']}/publish`, { nonsense: true })
    expect(answer.status).toBe(400)
  })
})
