import { beforeAll, describe, expect, test } from 'vitest'
import { useDesk } from '../payload'
import { createDocuments, emailOf, password, raw, useStaff } from '../staff'

const desk = useDesk()
const staff = useStaff(desk)
let documents: Record<string, string> = {}

type Entry = {
  action: string
  person: string | null
  collection: string | null
  document: string | null
  reason: string | null
  details: Record<string, unknown>
  seq: string | null
}

const pool = () =>
  (
    desk.payload.db as unknown as {
      pool: { query: (sql: string, values?: unknown[]) => Promise<{ rows: Entry[] }> }
    }
  ).pool
let last = 0

/** What was added to the log since it was last looked at, in order. */
async function added(): Promise<Entry[]> {
  const { rows } = await pool().query(
    'select e.*, l.seq from audit.entries e left join audit.links l on l.entry = e.id where e.id > $1 order by e.id',
    [last],
  )
  for (const row of rows) last = Math.max(last, Number((row as unknown as { id: string }).id))
  return rows
}

const only = async (): Promise<Entry> => {
  const entries = await added()
  expect(entries.map(({ action }) => action)).toHaveLength(1)
  return entries[0] as Entry
}

beforeAll(async () => {
  documents = await createDocuments(desk.payload)
  await added()
})

describe('signing in', () => {
  test('a sign-in and a sign-out are in the log', async () => {
    const response = await staff.as('anonymous')('POST', '/api/users/login', {
      email: emailOf('reviewer'),
      password,
    })
    expect(response.status).toBe(200)
    expect(await only()).toMatchObject({ action: 'signed-in', person: staff.ids.reviewer })
    const [cookie] = response.headers.getSetCookie()
    const out = await staff.as('anonymous')(
      'POST',
      '/api/users/logout',
      raw({ headers: { Cookie: cookie?.split(';')[0] ?? '' } }),
    )
    expect(out.status).toBe(200)
    expect(await only()).toMatchObject({ action: 'signed-out', person: staff.ids.reviewer })
  })

  test('a wrong password is in the log with the address, and with the account where there is one', async () => {
    const attempt = (email: string) =>
      staff.as('anonymous')('POST', '/api/users/login', { email, password: 'CANARY wrong' })
    expect((await attempt(emailOf('editor'))).status).toBe(401)
    expect(await only()).toMatchObject({
      action: 'sign-in-failed',
      person: null,
      document: staff.ids.editor,
      details: { address: emailOf('editor') },
    })
    expect((await attempt('Nobody@example.org')).status).toBe(401)
    expect(await only()).toMatchObject({
      action: 'sign-in-failed',
      document: null,
      details: { address: 'Nobody@example.org' },
    })
    await attempt('CANARY password in the wrong field')
    expect(await only()).toMatchObject({ action: 'sign-in-failed', details: { address: '' } })
    await attempt(` ${emailOf('editor').toUpperCase()}`)
    expect(await added()).toEqual([])
    const { rows } = await pool().query('select e.* from audit.entries e')
    expect(JSON.stringify(rows)).not.toContain('CANARY')
  })
})

describe('people', () => {
  test('who was given which right stands in the log, before and after', async () => {
    const created = await staff.as('admin')('POST', '/api/users', {
      name: 'Nora Vik',
      email: 'nora@example.org',
      password: 'CANARY a long enough password',
      roles: ['translator'],
      locales: ['sv'],
    })
    const { doc } = (await created.json()) as { doc: { id: string } }
    expect(await only()).toMatchObject({
      action: 'person-created',
      person: staff.ids.admin,
      document: doc.id,
    })
    const changed = await staff.as('admin')('PATCH', `/api/users/${doc.id}?select[name]=true`, {
      roles: ['editor'],
      locales: [],
      assignedEditions: [documents['editions']],
    })
    expect(changed.status).toBe(200)
    expect(await only()).toMatchObject({
      action: 'person-changed',
      person: staff.ids.admin,
      document: doc.id,
      details: {
        name: 'Nora Vik',
        changes: {
          roles: { before: ['translator'], after: ['editor'] },
          locales: { before: ['sv'], after: null },
          assignedEditions: { before: null, after: [documents['editions']] },
        },
      },
    })
    await staff.as('admin')('PATCH', `/api/users/${doc.id}`, { roles: ['editor'] })
    expect(await added()).toEqual([])
    await staff.as('admin')('PATCH', `/api/users/${doc.id}`, { password: 'CANARY another long password' })
    expect(await only()).toMatchObject({ action: 'password-changed', document: doc.id })
    await staff.as('admin')('DELETE', `/api/users/${doc.id}`)
    expect(await only()).toMatchObject({
      action: 'person-deleted',
      document: doc.id,
      details: { name: 'Nora Vik', address: 'nora@example.org' },
    })
    const { rows } = await pool().query('select e.* from audit.entries e')
    expect(JSON.stringify(rows)).not.toContain('CANARY')
  })

  test('a change of people that does not take is not in the log', async () => {
    const response = await staff.as('admin')('PATCH', `/api/users/${staff.ids.admin}`, { roles: ['editor'] })
    expect(response.status).toBe(409)
    expect(await only()).toMatchObject({ action: 'refused', details: { code: 'last_administrator' } })
  })
})

describe('refusals', () => {
  test('what a rule refuses is in the log with person, document and the words that were read', async () => {
    const path = `/api/laureates/${documents['laureates']}`
    expect((await staff.as('reviewer')('DELETE', path)).status).toBe(403)
    const entry = await only()
    expect(entry).toMatchObject({
      action: 'refused',
      person: staff.ids.reviewer,
      collection: 'laureates',
      document: documents['laureates'],
      details: { code: 'not_allowed', status: 403, method: 'DELETE' },
    })
    expect(entry.reason).toMatch(/role does not allow/)
  })

  test('the same refusal again within a minute adds no row', async () => {
    const attempt = () => staff.as('translator')('DELETE', `/api/media/${documents['media']}`)
    for (let turn = 0; turn < 5; turn += 1) await attempt()
    expect(await only()).toMatchObject({ action: 'refused', collection: 'media' })
  })

  test('many different refusals of one person within a minute end in one row for all that are left', async () => {
    for (let turn = 0; turn < 60; turn += 1)
      await staff.as('press-officer')(
        'DELETE',
        `/api/editions/01890000-0000-7000-8000-0000000000${10 + (turn % 90)}`,
      )
    const entries = await added()
    expect(entries.length).toBeLessThanOrEqual(31)
    expect(entries.at(-1)).toMatchObject({ action: 'refused', details: { many: true } })
  })

  test('a conflict is in the log, a mistyped value is not', async () => {
    await staff.as('editor')('POST', '/api/laureates', {
      kind: 'person',
      knownName: 'Twin',
      slug: 'maria-lind',
    })
    expect(await only()).toMatchObject({ action: 'refused', details: { code: 'slug_taken', status: 409 } })
    await staff.as('editor')('POST', '/api/laureates', { kind: 'nothing like it' })
    expect(await added()).toEqual([])
  })
})

describe('documents', () => {
  test('a deleted document stays in the log by its newest title', async () => {
    const term = await staff.as('editor')('POST', '/api/glossary-terms', { source: 'medal', term: 'medal' })
    const { doc } = (await term.json()) as { doc: { id: string } }
    const path = `/api/glossary-terms/${doc.id}`
    const { base } = (await (await staff.as('editor')('GET', `${path}?draft=true`)).json()) as {
      base: unknown
    }
    expect((await staff.as('editor')('PATCH', path, { source: 'gold medal', base })).status).toBe(200)
    await added()
    expect((await staff.as('editor')('DELETE', path)).status).toBe(200)
    expect(await only()).toMatchObject({
      action: 'deleted',
      person: staff.ids.editor,
      collection: 'glossary-terms',
      document: doc.id,
      details: { title: expect.stringContaining('gold medal') as string },
    })
  })

  test('a document that could not be deleted is not in the log as deleted', async () => {
    const response = await staff.as('editor')('DELETE', `/api/laureates/${documents['laureates']}`)
    expect(response.status).toBe(409)
    expect((await only()).action).toBe('refused')
  })

  test('who fetches a file is in the log', async () => {
    const found = await staff.as('editor')('GET', `/api/media/${documents['media']}`)
    const { filename } = (await found.json()) as { filename: string }
    const file = await staff.as('reviewer')('GET', `/api/media/file/${filename}`)
    expect(file.status).toBe(200)
    await file.arrayBuffer()
    expect(await only()).toMatchObject({
      action: 'downloaded',
      person: staff.ids.reviewer,
      collection: 'media',
      document: documents['media'],
      details: { file: filename },
    })
    await (await staff.as('reviewer')('GET', `/api/media/file/${filename}`)).arrayBuffer()
    expect(await added()).toEqual([])
    expect((await staff.as('anonymous')('GET', `/api/media/file/${filename}`)).status).toBe(401)
    expect(await added()).toEqual([])
  })
})

test('a picture that a screen shows is seen, not downloaded; who fetches it besides is in the log for that', async () => {
  const found = await staff.as('editor')('GET', `/api/media/${documents['media']}`)
  const { url } = (await found.json()) as { url: string }
  const fetched = async (headers: HeadersInit) => {
    const response = await staff.as('press-officer')('GET', url, raw({ headers }))
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0)
    return (await added()).map(({ action }) => action)
  }
  expect(await fetched({ 'Sec-Fetch-Dest': 'image', Accept: '*/*' })).toEqual(['picture-seen'])
  expect(await fetched({ Accept: 'image/avif,image/webp,*/*;q=0.8' })).toEqual([])
  expect(await fetched({ 'Sec-Fetch-Dest': 'document', Accept: 'text/html,image/avif' })).toEqual([
    'downloaded',
  ])
})

test('every entry is chained', async () => {
  const { rows } = await pool().query(
    'select e.*, l.seq from audit.entries e left join audit.links l on l.entry = e.id where l.seq is null',
  )
  expect(rows).toEqual([])
})
