import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { useDesk } from '../payload'
import { hashing } from '../remember-hashes'
import { cookiesOf, createDocuments, emailOf, password, raw, useStaff, type Ask } from '../staff'

// What Payload opens by itself, and the edge of REST that closes it.

const desk = useDesk()
const staff = useStaff(desk)
/** Does a path fit the pattern of an endpoint (`/:id`, `/:id?`)? */
const fits = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/\/:\w+\?/g, '(?:/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`).test(path)

const id = '0190a6f2-0000-7000-8000-000000000000'
let ids: Record<string, string> = {}
let admin: Ask
let editor: Ask
let translator: Ask
let anonymous: Ask

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  admin = staff.as('admin')
  editor = staff.as('editor')
  translator = staff.as('translator')
  anonymous = staff.as('anonymous')
})

describe('a door that is not in the table does not exist', () => {
  test('every endpoint that the configuration brings is in the table or answers 404 to an administrator', async () => {
    const { findDoor } = await import('../../src/workflow')
    const endpoints = [
      ...desk.config.endpoints.map((endpoint) => ({ ...endpoint, at: '' })),
      ...desk.config.collections.flatMap(({ slug, endpoints: own }) =>
        (own || []).map((endpoint) => ({ ...endpoint, at: `/${slug}` })),
      ),
    ]
    expect(endpoints.length).toBeGreaterThan(150)
    const closed = endpoints.filter(
      ({ method, at, path }) => !findDoor(method.toUpperCase(), sample(`${at}${path}`)),
    )
    expect(closed.length).toBeGreaterThan(60)
    for (const { method, at, path } of closed) {
      const response = await admin(
        method.toUpperCase(),
        `/api${sample(`${at}${path}`)}`,
        method === 'get' ? undefined : {},
      )
      expect(response.status, `${method} ${at}${path}`).toBe(404)
    }
  })

  test('every door of the table leads to an endpoint', async () => {
    const { doors } = await import('../../src/workflow')
    const paths = doors.map((door) => ({
      ...door,
      path: sample(door.path.replace(':collection', 'laureates').replace(':content', 'laureates')),
    }))
    for (const door of paths) {
      const slug = door.path.split('/')[1] ?? ''
      const collection = desk.config.collections.find((each) => each.slug === slug)
      const endpoints = collection ? collection.endpoints || [] : desk.config.endpoints
      const inside = collection ? door.path.slice(slug.length + 1) || '/' : door.path
      const leads = endpoints.some(
        (endpoint) => endpoint.method === door.method.toLowerCase() && fits(endpoint.path, inside),
      )
      expect(leads, `${door.method} ${door.path}`).toBe(true)
    }
  })

  const sample = (path: string) =>
    path
      .replace(/:id\??/, id)
      .replace(':key', 'key')
      .replace(/:file(name)?/, 'a.png')
      .replace(/:\w+\??/g, 'x')
      .replace(/\/$/, '') || '/'

  const closed: [string, string][] = [
    ['POST', '/api/users/first-register'],
    ['GET', '/api/users/init'],
    ['POST', '/api/users/forgot-password'],
    ['POST', '/api/users/reset-password'],
    ['POST', '/api/users/verify/token'],
    ['POST', `/api/users/${id}/api-key/reveal`],
    ['POST', '/api/graphql'],
    ['GET', '/api/graphql?query={__schema{types{name}}}'],
    ['GET', '/api/graphql-playground'],
    ['GET', '/api/og?title=x'],
    ['GET', '/api/payload-jobs/run'],
    ['GET', '/api/payload-jobs'],
    ['GET', '/api/payload-kv'],
    ['GET', '/api/payload-migrations'],
    ['GET', '/api/payload-locked-documents'],
    ['GET', '/api/payload-preferences'],
    ['GET', '/api/releases'],
    ['GET', '/api/globals/site'],
    ['POST', `/api/laureates/${id}/duplicate`],
    ['GET', '/api/laureates/versions'],
    ['GET', `/api/laureates/versions/${id}`],
    ['POST', `/api/laureates/versions/${id}`],
    ['PATCH', '/api/laureates?where[id][exists]=true'],
    ['DELETE', '/api/laureates?where[id][exists]=true'],
    ['PATCH', '/api/users'],
    ['DELETE', '/api/users'],
    ['GET', '/api/media/paste-url?src=http://127.0.0.1'],
    ['POST', '/api/reorder'],
    ['GET', '/api/laureates/'],
    ['GET', '/api//laureates'],
    ['GET', '/api/Laureates'],
    ['GET', '/api/laureates/1'],
    ['GET', "/api/laureates/'%20or%201=1"],
    ['GET', '/api/media/file/..%2f..%2fsecrets.json'],
    ['GET', '/api/media/file/%2e%2e'],
    ['PUT', `/api/laureates/${id}`],
    ['OPTIONS', '/api/laureates'],
  ]
  test.each(closed)('%s %s', async (method, path) => {
    for (const ask of [anonymous, admin]) {
      const response = await ask(
        method,
        path,
        method === 'GET' || method === 'OPTIONS' ? undefined : { email: ['a'], data: {} },
      )
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json;/)
      expect(response.headers.get('cache-control')).toContain('no-store')
    }
  })

  test('no first person can be registered, whoever asks and however often', async () => {
    const body = {
      name: 'Mallory',
      email: 'mallory@example.org',
      password: 'a sufficiently long one',
      roles: ['admin'],
    }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => anonymous('POST', '/api/users/first-register', body)),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    expect((await desk.payload.count({ collection: 'users', overrideAccess: true })).totalDocs).toBe(5)
  })
})

describe('who is not signed in', () => {
  test('is told so at every door but those of signing in, before anything is read', async () => {
    const { doors } = await import('../../src/workflow')
    expect(doors.filter(({ isPublic }) => isPublic).map(({ path }) => path)).toEqual([
      '/users/login',
      '/users/me',
      '/users/logout',
      '/users/second-step',
      '/users/second-step/begin',
      '/users/second-step/confirm',
      '/users/second-step/later',
    ])
    for (const path of [
      '/api/access',
      '/api/laureates',
      `/api/laureates/${ids['laureates']}?draft=true&depth=2`,
      '/api/users',
      '/api/payload-preferences/x',
      '/api/media/file/portrait.png',
    ]) {
      expect((await anonymous('GET', path)).status, path).toBe(401)
      const forged = await anonymous('GET', path, raw({ headers: { cookie: 'desk-session=x.y.z' } }))
      expect(await forged.text(), path).not.toMatch(/Maria|CANARY|laureates|permission|adminTitle/)
    }
  })

  test('a session counts from our own pages only, and only as a cookie', async () => {
    const signedIn = await anonymous('POST', '/api/users/login', { email: emailOf('editor'), password })
    const cookie = cookiesOf(signedIn)
    const token = cookie.replace('desk-session=', '')
    const who = async (headers: Record<string, string>) =>
      ((await (await anonymous('GET', '/api/users/me', raw({ headers }))).json()) as { user: unknown }).user
    expect(await who({ cookie })).not.toBeNull()
    expect(await who({ cookie, origin: 'https://evil.example' })).toBeNull()
    expect(await who({ cookie, origin: 'null' })).toBeNull()
    expect(await who({ authorization: `JWT ${token}` })).toBeNull()
    expect(await who({ authorization: `Bearer ${token}` })).toBeNull()
    expect(signedIn.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Strict/i)
    expect(await signedIn.text()).not.toContain(token)
    const foreign = await anonymous(
      'POST',
      '/api/users/login',
      raw({
        body: JSON.stringify({ email: emailOf('editor'), password }),
        headers: { origin: 'https://evil.example', 'Content-Type': 'application/json' },
      }),
    )
    expect(foreign.status).toBe(403)
  })

  test('a session ends when its person signs out or is deleted', async () => {
    const made = await desk.payload.create({
      collection: 'users',
      data: { name: 'T', email: 'temp@example.org', password, roles: ['editor'] },
      overrideAccess: true,
    })
    const enter = async () => {
      const response = await anonymous('POST', '/api/users/login', { email: 'temp@example.org', password })
      return cookiesOf(response)
    }
    const looks = async (cookie: string) =>
      (await anonymous('GET', '/api/laureates', raw({ headers: { cookie } }))).status
    const [first, second] = [await enter(), await enter()]
    expect([await looks(first), await looks(second)]).toEqual([200, 200])
    await anonymous('POST', '/api/users/logout', raw({ headers: { cookie: first } }))
    expect([await looks(first), await looks(second)]).toEqual([401, 200])
    expect((await admin('DELETE', `/api/users/${made.id}`)).status).toBe(200)
    expect(await looks(second)).toBe(401)
  })
})

describe('signing in tells nothing about who works here', () => {
  test('an unknown address and a wrong password get the same words after the same work', async () => {
    const attempt = async (email: string) => {
      const before = hashing.asked
      const response = await anonymous('POST', '/api/users/login', {
        email,
        password: 'not the right password',
      })
      return { status: response.status, body: await response.text(), work: hashing.asked - before }
    }
    const known = await attempt(emailOf('reviewer'))
    const unknown = await attempt('nobody@example.org')
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    expect(known.status).toBe(401)
    expect([known.work, unknown.work]).toEqual([1, 1])
  })

  test.each([
    [{ email: ['editor@example.org'], password }],
    [{ email: { like: '%' }, password }],
    [{ email: 'editor@example.org', password: { length: 20 } }],
    [{}],
  ])('a body that is no sign-in is refused: %j', async (body) => {
    expect((await anonymous('POST', '/api/users/login', body)).status).toBe(400)
  })
})

describe("what screens keep about a person is that person's", () => {
  test('nobody reads, writes or deletes it for someone else', async () => {
    expect(
      (await editor('POST', '/api/payload-preferences/columns', { value: { canary: 'CANARY-pref' } })).status,
    ).toBe(200)
    const mallory = { value: { stolen: true }, user: { relationTo: 'users', value: staff.ids.editor } }
    expect((await translator('POST', '/api/payload-preferences/columns', mallory)).status).toBe(200)
    expect(await (await translator('GET', '/api/payload-preferences/columns')).text()).not.toContain('CANARY')
    expect((await translator('DELETE', '/api/payload-preferences/columns')).status).toBe(200)
    expect(await (await editor('GET', '/api/payload-preferences/columns')).json()).toMatchObject({
      value: { canary: 'CANARY-pref' },
    })
    const user = (await staff.person('translator')) as never
    const found = await desk.payload.find({ collection: 'payload-preferences', overrideAccess: false, user })
    expect(JSON.stringify(found)).not.toContain('CANARY')
    const changed = await desk.payload.update({
      collection: 'payload-preferences',
      where: { key: { equals: 'columns' } },
      data: { value: 1 },
      overrideAccess: false,
      user,
    })
    expect(changed.docs).toEqual([])
  })
})

describe('functions that screens call on the server', () => {
  const asTranslator = async (locale = 'sv') =>
    createLocalReq({ user: (await staff.person('translator')) as never, locale }, desk.payload)

  test('scheduling is closed: nothing is queued', async () => {
    const { schedulePublishHandler } = await import('@payloadcms/ui/utilities/schedulePublishHandler')
    const doc = { relationTo: 'laureates', value: ids['laureates'] ?? '' }
    const answer = await schedulePublishHandler({
      type: 'publish',
      date: new Date(),
      doc,
      req: await asTranslator(),
    } as never)
    expect(answer).toHaveProperty('error')
    expect(desk.config.collections.map(({ slug }) => slug)).not.toContain('payload-jobs')
  })

  test('copying reads no language that is closed to the person', async () => {
    const { copyDataFromLocaleHandler } = await import('@payloadcms/ui/rsc')
    const copy = { collectionSlug: 'laureates', docID: ids['laureates'], fromLocale: 'en', toLocale: 'de' }
    const work = copyDataFromLocaleHandler({ ...copy, req: await asTranslator('de') } as never)
    await expect(work).rejects.toThrow('Error fetching data from locale "de"')
  })
})
