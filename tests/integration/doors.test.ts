import { match } from 'path-to-regexp'
import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { useDesk } from '../payload'
import { createDocuments, emailOf, password, useStaff, type Ask } from '../staff'

// What Payload opens by itself, and the edge of REST that closes it.

const desk = useDesk()
const staff = useStaff(desk)
const id = '0190a6f2-0000-7000-8000-000000000000'
let ids: Record<string, string> = {}
let admin: Ask
let editor: Ask
let translator: Ask
let reviewer: Ask
let anonymous: Ask

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  admin = staff.as('admin')
  editor = staff.as('editor')
  translator = staff.as('translator')
  reviewer = staff.as('reviewer')
  anonymous = staff.as('anonymous')
})

const words = async (response: Response) => {
  const body = (await response.json()) as { errors?: { message: string }[] }
  return body.errors?.[0]?.message ?? ''
}

describe('a door that is not in the table does not exist', () => {
  test('every endpoint that the configuration brings is in the table or answers 404 to an administrator', async () => {
    const { findDoor } = await import('../../src/workflow')
    const endpoints = [
      ...desk.config.endpoints.map((endpoint) => ({ ...endpoint, at: '' })),
      ...desk.config.collections.flatMap(({ slug, endpoints: own }) => (own || []).map((endpoint) => ({ ...endpoint, at: `/${slug}` }))),
    ]
    expect(endpoints.length).toBeGreaterThan(150)
    const closed = endpoints.filter(({ method, at, path }) => !findDoor(method.toUpperCase(), sample(`${at}${path}`)))
    expect(closed.length).toBeGreaterThan(60)
    for (const { method, at, path } of closed) {
      const response = await admin(method.toUpperCase(), `/api${sample(`${at}${path}`)}`, method === 'get' ? undefined : {})
      expect(response.status, `${method} ${at}${path}`).toBe(404)
    }
  })

  test('every door of the table leads to an endpoint', async () => {
    const { doors } = await import('../../src/workflow')
    const paths = doors.map((door) => ({ ...door, path: sample(door.path.replace(':collection', 'laureates').replace(':content', 'laureates')) }))
    for (const door of paths) {
      const slug = door.path.split('/')[1] ?? ''
      const collection = desk.config.collections.find((each) => each.slug === slug)
      const endpoints = collection ? collection.endpoints || [] : desk.config.endpoints
      const inside = collection ? door.path.slice(slug.length + 1) || '/' : door.path
      const leads = endpoints.some((endpoint) => endpoint.method === door.method.toLowerCase() && match(endpoint.path)(inside))
      expect(leads, `${door.method} ${door.path}`).toBe(true)
    }
  })

  const sample = (path: string) =>
    (path.replace(/:id\??/, id).replace(':key', 'key').replace(/:file(name)?/, 'a.png').replace(/:\w+\??/g, 'x').replace(/\/$/, '') || '/')

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
    ['GET', '/api/webhook-endpoints'],
    ['GET', '/api/globals/site'],
    ['POST', `/api/laureates/${id}/duplicate`],
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
      const response = await ask(method, path, method === 'GET' || method === 'OPTIONS' ? undefined : { email: ['a'], data: {} })
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(response.headers.get('cache-control')).toContain('no-store')
    }
  })

  test('no first person can be registered, whoever asks and however often', async () => {
    const body = { name: 'Mallory', email: 'mallory@example.org', password: 'a sufficiently long one', roles: ['admin'] }
    const answers = await Promise.all(Array.from({ length: 20 }, () => anonymous('POST', '/api/users/first-register', body)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    expect((await desk.payload.count({ collection: 'users', overrideAccess: true })).totalDocs).toBe(5)
  })
})

describe('who is not signed in', () => {
  test('is told so at every door but three, before anything is read', async () => {
    const { doors } = await import('../../src/workflow')
    expect(doors.filter(({ isPublic }) => isPublic).map(({ path }) => path)).toEqual(['/users/login', '/users/me', '/users/logout'])
    for (const path of ['/api/access', '/api/laureates', `/api/laureates/${ids['laureates']}?draft=true&depth=2`, '/api/users', '/api/payload-preferences/x', '/api/media/file/portrait.png']) {
      expect((await anonymous('GET', path)).status, path).toBe(401)
      const forged = await anonymous('GET', path, undefined, { headers: { cookie: 'payload-token=x.y.z' } })
      expect(await forged.text(), path).not.toMatch(/Maria|CANARY|laureates|permission|adminTitle/)
    }
  })

  test('a session counts from our own pages only, and only as a cookie', async () => {
    const signedIn = await anonymous('POST', '/api/users/login', { email: emailOf('editor'), password })
    const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';', 1)[0]).join('; ')
    const token = cookie.replace('payload-token=', '')
    const who = async (headers: Record<string, string>) =>
      ((await (await anonymous('GET', '/api/users/me', undefined, { headers })).json()) as { user: unknown }).user
    expect(await who({ cookie })).not.toBeNull()
    expect(await who({ cookie, origin: 'https://evil.example' })).toBeNull()
    expect(await who({ cookie, origin: 'null' })).toBeNull()
    expect(await who({ authorization: `JWT ${token}` })).toBeNull()
    expect(await who({ authorization: `Bearer ${token}` })).toBeNull()
    expect(signedIn.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Strict/i)
    expect(await signedIn.text()).not.toContain(token)
    const foreign = await anonymous('POST', '/api/users/login', { email: emailOf('editor'), password }, { headers: { origin: 'https://evil.example' } })
    expect(foreign.status).toBe(403)
  })

  test('a session ends when its person signs out or is deleted', async () => {
    const made = await desk.payload.create({ collection: 'users', data: { name: 'T', email: 'temp@example.org', password, roles: ['editor'] }, overrideAccess: true })
    const enter = async () => {
      const response = await anonymous('POST', '/api/users/login', { email: 'temp@example.org', password })
      return response.headers.getSetCookie().map((each) => each.split(';', 1)[0]).join('; ')
    }
    const looks = async (cookie: string) => (await anonymous('GET', '/api/laureates', undefined, { headers: { cookie } })).status
    const [first, second] = [await enter(), await enter()]
    expect([await looks(first), await looks(second)]).toEqual([200, 200])
    await anonymous('POST', '/api/users/logout', undefined, { headers: { cookie: first } })
    expect([await looks(first), await looks(second)]).toEqual([403, 200])
    expect((await admin('DELETE', `/api/users/${made.id}`)).status).toBe(200)
    expect(await looks(second)).toBe(403)
  })
})

describe('signing in tells nothing about who works here', () => {
  test('an unknown address, a wrong password and a locked account get the same words after the same work', async () => {
    await desk.payload.create({ collection: 'users', data: { name: 'L', email: 'locked@example.org', password, roles: ['editor'] }, overrideAccess: true })
    await withClient(desk.database.owner, (client) => client.query("update users set lock_until = now() + interval '1 hour' where email = 'locked@example.org'"))
    const attempt = async (email: string) => {
      const start = performance.now()
      const response = await anonymous('POST', '/api/users/login', { email, password: 'not the right password' })
      return { status: response.status, body: await response.text(), ms: performance.now() - start }
    }
    const known = await attempt(emailOf('reviewer'))
    const unknown = await attempt('nobody@example.org')
    const locked = await attempt('locked@example.org')
    expect([unknown, locked].map(({ status, body }) => ({ status, body }))).toEqual([known, known].map(({ status, body }) => ({ status, body })))
    expect(known.status).toBe(401)
    expect(Math.min(unknown.ms, locked.ms)).toBeGreaterThan(known.ms / 4)
  })

  test.each([[{ email: ['editor@example.org'], password }], [{ email: { like: '%' }, password }], [{ email: 'editor@example.org', password: { length: 20 } }], [{}]])(
    'a body that is no sign-in is refused: %j',
    async (body) => {
      expect((await anonymous('POST', '/api/users/login', body)).status).toBe(400)
    },
  )
})

describe('languages', () => {
  test.each(['all', '*', 'xx', 'se', 'EN', '', 'en,sv', '__proto__'])('locale=%s is refused with the languages that there are', async (locale) => {
    const response = await reviewer('GET', `/api/laureates?locale=${encodeURIComponent(locale)}`)
    expect(response.status).toBe(400)
    expect(await words(response)).toContain('en, sv, de')
  })

  test.each(['locale[]=sv', 'locale[0]=sv', 'locale=en&locale=sv', 'locale[equals]=sv'])('%s is refused', async (query) => {
    expect((await reviewer('GET', `/api/laureates?${query}`)).status).toBe(400)
  })

  test('without one, the source language is meant, and never "all"', async () => {
    const response = await reviewer('GET', `/api/laureates/${ids['laureates']}?draft=true`)
    expect(await response.json()).toMatchObject({ knownName: 'Maria Lind' })
    expect((await editor('PATCH', `/api/laureates/${ids['laureates']}`, { fullName: 'Maria Elisabet Lind' })).status).toBe(200)
    const read = await reviewer('GET', `/api/laureates/${ids['laureates']}?draft=true&locale=en`)
    expect(await read.json()).toMatchObject({ fullName: 'Maria Elisabet Lind' })
  })

  test('no fallback can be asked for, and none happens', async () => {
    for (const name of ['fallback-locale', 'fallbackLocale']) {
      for (const value of ['en', 'all', 'true']) expect((await reviewer('GET', `/api/laureates?locale=ru&${name}=${value}`)).status, `${name}=${value}`).toBe(400)
      expect((await reviewer('GET', `/api/laureates?${name}=null`)).status).toBe(200)
    }
    const response = await reviewer('GET', `/api/laureates/${ids['laureates']}?draft=true&locale=ru`)
    expect(((await response.json()) as { knownName?: string | null }).knownName ?? null).toBeNull()
  })

  test('a language in the body is not the language of the write', async () => {
    const response = await translator('PATCH', `/api/laureates/${ids['laureates']}?locale=de`, { locale: 'sv', knownName: 'x' })
    expect(response.status).toBe(403)
  })
})

describe('queries', () => {
  const nested = (depth: number) => `where${'[and][0]'.repeat(depth)}[slug][equals]=x`
  const many = Array.from({ length: 1000 }, (_, index) => `where[slug][in][${index}]=x`).join('&')
  test.each([
    'limit=0', 'limit=-1', 'limit=1e9', 'limit=NaN', 'limit=1001', 'limit=10;', 'limit[]=1', 'page=0', 'page=1000000000', 'depth=99', 'depth=-1', 'depth=1.5',
    'nonsense=1', 'draft=maybe', 'flattenLocales=true', 'where={"slug":{"equals":"x"}}', 'sort=slug;drop', 'sort=a,b,c,d,e,f', 'where[__proto__][x]=1',
    'where[constructor][prototype][x]=1', 'limit=1&limit=2', 'where[slug][equals]=%00', 'where[knownName][like]=%ED%A0%80%00',
    nested(20), many, `where[slug][equals]=${'x'.repeat(70_000)}`,
  ])('%.60s is refused', async (query) => {
    const response = await editor('GET', `/api/laureates?${query}`)
    expect([400, 413]).toContain(response.status)
    expect(await words(response)).not.toBe('')
  })

  test.each(['where[id][equals]=not-an-id', 'where[createdAt][greater_than]=never', 'where[portrait][equals]=1', 'where[slug][near]=1,2,3', 'where[nothing][equals]=1', 'where[slug][nothing]=1', 'sort=nothing'])(
    '%s never fails inside',
    async (query) => {
      expect((await editor('GET', `/api/laureates?${query}`)).status).toBeLessThan(500)
    },
  )

  test('a long query of the screens comes as a POST, under the same rules', async () => {
    const headers = { 'X-Payload-HTTP-Method-Override': 'GET', 'Content-Type': 'application/x-www-form-urlencoded' }
    const good = await reviewer('POST', '/api/laureates', 'where[slug][equals]=maria-lind&limit=10&depth=0&draft=true', { headers })
    expect(((await good.json()) as { totalDocs: number }).totalDocs).toBe(1)
    for (const body of ['locale=all', 'limit=0', 'nonsense=1']) expect((await reviewer('POST', '/api/laureates', body, { headers })).status).toBe(400)
    expect((await anonymous('POST', '/api/laureates', 'limit=1', { headers })).status).toBe(401)
    for (const method of ['DELETE', 'PATCH']) {
      const response = await editor('POST', `/api/laureates/${ids['laureates']}`, 'limit=1', { headers: { ...headers, 'X-Payload-HTTP-Method-Override': method } })
      expect([400, 404]).toContain(response.status)
    }
    expect((await editor('POST', '/api/laureates', '{"locale":"all"}', { headers: { ...headers, 'Content-Type': 'application/json' } })).status).toBe(400)
  })

  const oracles: [string, string][] = [
    ['laureates', 'where[atRisk][equals]=true'],
    ['laureates', 'where[atRiskNote][like]=CANARY'],
    ['laureates', 'sort=atRiskNote'],
    ['laureates', 'sort=-atRisk'],
    ['citations', 'where[laureates.atRiskNote][like]=CANARY'],
    ['biographies', 'where[citation.laureates.atRisk][equals]=true'],
    ['media', 'where[people.atRisk][equals]=true'],
    ['citations', 'sort=laureates.atRiskNote'],
    ['users', 'where[hash][like]=pbkdf2'],
    ['users', 'where[salt][exists]=true'],
    ['users', 'where[resetPasswordToken][exists]=false'],
    ['users', 'sort=hash'],
    ['users', 'where[sessions.id][exists]=true'],
    ['users', 'where[lockUntil][exists]=false'],
  ]
  test.each(oracles)('%s?%s finds out nothing', async (collection, query) => {
    for (const path of [`/api/${collection}?${query}`, `/api/${collection}/count?${query}`]) {
      const response = await translator('GET', path)
      if (response.status === 400 || response.status === 403) continue
      const miss = await translator('GET', path.replace(/CANARY|pbkdf2/, 'nothing-like-it').replace('=true', '=TRUE'))
      expect(response.status, path).toBe(200)
      expect({ path, body: await response.text() }).toEqual({ path, body: await miss.text() })
    }
  })

  test('what is internal does not come along: not selected, not linked, not in older versions', async () => {
    const paths = [
      `/api/laureates/${ids['laureates']}?select[atRiskNote]=true&draft=true`,
      `/api/citations/${ids['citations']}?depth=2&draft=true`,
      `/api/citations/${ids['citations']}?depth=2&draft=true&populate[laureates][atRiskNote]=true`,
      `/api/biographies/${ids['biographies']}?depth=2&draft=true`,
      '/api/laureates/versions?limit=10&depth=2',
      '/api/laureates/versions?limit=10&select[version][atRiskNote]=true',
    ]
    for (const path of paths) {
      for (const ask of [reviewer, translator]) {
        const response = await ask('GET', path)
        expect(await response.text(), path).not.toContain('CANARY')
      }
    }
    const oracle = await reviewer('GET', '/api/laureates/versions?where[version.atRiskNote][like]=CANARY')
    expect(oracle.status).toBeGreaterThanOrEqual(400)
    expect((await translator('GET', '/api/laureates/versions')).status).toBe(403)
  })

  test('people see themselves only, whatever they ask', async () => {
    for (const query of ['', 'where[email][like]=example.org', 'where[or][0][roles][in]=admin', 'sort=email&limit=1000&depth=2']) {
      const response = await translator('GET', `/api/users?${query}`)
      const { docs } = (await response.json()) as { docs: { email: string }[] }
      expect(docs.every(({ email }) => email === emailOf('translator')), query).toBe(true)
      expect(docs.length).toBeLessThanOrEqual(1)
    }
    const everybody = await (await admin('GET', '/api/users?depth=2')).text()
    expect(everybody).not.toMatch(/"(hash|salt|resetPasswordToken|lockUntil|loginAttempts)"/)
  })
})

describe("what screens keep about a person is that person's", () => {
  test('nobody reads, writes or deletes it for someone else', async () => {
    expect((await editor('POST', '/api/payload-preferences/columns', { value: { canary: 'CANARY-pref' } })).status).toBe(200)
    const mallory = { value: { stolen: true }, user: { relationTo: 'users', value: staff.ids.editor } }
    expect((await translator('POST', '/api/payload-preferences/columns', mallory)).status).toBe(200)
    expect(await (await translator('GET', '/api/payload-preferences/columns')).text()).not.toContain('CANARY')
    expect((await translator('DELETE', '/api/payload-preferences/columns')).status).toBe(200)
    expect(await (await editor('GET', '/api/payload-preferences/columns')).json()).toMatchObject({ value: { canary: 'CANARY-pref' } })
    const user = (await staff.person('translator')) as never
    const found = await desk.payload.find({ collection: 'payload-preferences', overrideAccess: false, user })
    expect(JSON.stringify(found)).not.toContain('CANARY')
    const changed = await desk.payload.update({ collection: 'payload-preferences', where: { key: { equals: 'columns' } }, data: { value: 1 }, overrideAccess: false, user })
    expect(changed.docs).toEqual([])
  })
})

describe('functions that screens call on the server', () => {
  const asTranslator = async (locale = 'sv') => createLocalReq({ user: (await staff.person('translator')) as never, locale }, desk.payload)

  test('scheduling is closed: nothing is queued', async () => {
    const { schedulePublishHandler } = await import('@payloadcms/ui/utilities/schedulePublishHandler')
    const doc = { relationTo: 'laureates', value: ids['laureates'] ?? '' }
    const answer = await schedulePublishHandler({ type: 'publish', date: new Date(), doc, req: await asTranslator() } as never)
    expect(answer).toHaveProperty('error')
    expect(desk.config.collections.map(({ slug }) => slug)).not.toContain('payload-jobs')
  })

  test('copying a language passes the gate', async () => {
    const { copyDataFromLocaleHandler } = await import('@payloadcms/ui/rsc')
    const copy = { collectionSlug: 'laureates', docID: ids['laureates'], fromLocale: 'en', toLocale: 'de' }
    const work = copyDataFromLocaleHandler({ ...copy, req: await asTranslator('de') } as never)
    await expect(work).rejects.toMatchObject({ code: 'language_not_assigned' })
  })
})
