import { beforeAll, describe, expect, test } from 'vitest'
import { useDesk } from '../payload'
import { createDocuments, emailOf, opening, raw, useStaff, type Ask } from '../staff'

// What a query may ask, in which language, and what it never finds out.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}
let admin: Ask
let editor: Ask
let translator: Ask
let reviewer: Ask
let anonymous: Ask

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  admin = staff.as('admin')
  editor = opening(staff.as('editor'))
  translator = opening(staff.as('translator'))
  reviewer = staff.as('reviewer')
  anonymous = staff.as('anonymous')
})

const words = async (response: Response) => {
  const body = (await response.json()) as { errors?: { message: string }[] }
  return body.errors?.[0]?.message ?? ''
}

describe('languages', () => {
  test.each(['all', '*', 'xx', 'se', 'EN', '', 'en,sv', '__proto__'])(
    'locale=%s is refused with the languages that there are',
    async (locale) => {
      const response = await reviewer('GET', `/api/laureates?locale=${encodeURIComponent(locale)}`)
      expect(response.status).toBe(400)
      expect(await words(response)).toContain('en, sv, de')
    },
  )

  test.each(['locale[]=sv', 'locale[0]=sv', 'locale=en&locale=sv', 'locale[equals]=sv'])(
    '%s is refused',
    async (query) => {
      expect((await reviewer('GET', `/api/laureates?${query}`)).status).toBe(400)
    },
  )

  test('without one, the source language is meant, and never "all"', async () => {
    const response = await reviewer('GET', `/api/laureates/${ids['laureates']}?draft=true`)
    expect(await response.json()).toMatchObject({ knownName: 'Maria Lind' })
    expect(
      (await editor('PATCH', `/api/laureates/${ids['laureates']}`, { fullName: 'Maria Elisabet Lind' }))
        .status,
    ).toBe(200)
    const read = await reviewer('GET', `/api/laureates/${ids['laureates']}?draft=true&locale=en`)
    expect(await read.json()).toMatchObject({ fullName: 'Maria Elisabet Lind' })
  })

  test('no fallback can be asked for, and none happens', async () => {
    for (const name of ['fallback-locale', 'fallbackLocale']) {
      for (const value of ['en', 'all', 'true'])
        expect(
          (await reviewer('GET', `/api/laureates?locale=ru&${name}=${value}`)).status,
          `${name}=${value}`,
        ).toBe(400)
      expect((await reviewer('GET', `/api/laureates?${name}=null`)).status).toBe(200)
    }
    const response = await reviewer('GET', `/api/laureates/${ids['laureates']}?draft=true&locale=ru`)
    expect(((await response.json()) as { knownName?: string | null }).knownName ?? null).toBeNull()
  })

  test('a language in the body is not the language of the write', async () => {
    const response = await translator('PATCH', `/api/laureates/${ids['laureates']}?locale=de`, {
      locale: 'sv',
      knownName: 'x',
    })
    expect(response.status).toBe(403)
  })
})

describe('queries', () => {
  const nested = (depth: number) => `where${'[and][0]'.repeat(depth)}[slug][equals]=x`
  const many = Array.from({ length: 1000 }, (_, index) => `where[slug][in][${index}]=x`).join('&')
  test.each([
    'limit=0',
    'limit=-1',
    'limit=1e9',
    'limit=NaN',
    'limit=1001',
    'limit=10;',
    'limit[]=1',
    'page=0',
    'page=1000000000',
    'depth=99',
    'depth=-1',
    'depth=1.5',
    'nonsense=1',
    'draft=maybe',
    'flattenLocales=true',
    'where={"slug":{"equals":"x"}}',
    'sort=slug;drop',
    'sort=a,b,c,d,e,f',
    'where[__proto__][x]=1',
    'where[constructor][prototype][x]=1',
    'limit=1&limit=2',
    'where[slug][equals]=%00',
    'where[knownName][like]=%ED%A0%80%00',
    nested(20),
    many,
    `where[slug][equals]=${'x'.repeat(70_000)}`,
  ])('%.60s is refused', async (query) => {
    const response = await editor('GET', `/api/laureates?${query}`)
    expect([400, 413]).toContain(response.status)
    expect(await words(response)).not.toBe('')
  })

  test.each([
    'where[id][equals]=not-an-id',
    'where[createdAt][greater_than]=never',
    'where[portrait][equals]=1',
    'where[slug][near]=1,2,3',
    'where[nothing][equals]=1',
    'where[slug][nothing]=1',
    'sort=nothing',
  ])('%s never fails inside', async (query) => {
    expect((await editor('GET', `/api/laureates?${query}`)).status).toBeLessThan(500)
  })

  test('a long query of the screens comes as a POST, under the same rules', async () => {
    const headers = {
      'X-Payload-HTTP-Method-Override': 'GET',
      'Content-Type': 'application/x-www-form-urlencoded',
    }
    const good = await reviewer(
      'POST',
      '/api/laureates',
      raw({ body: 'where[slug][equals]=maria-lind&limit=10&depth=0&draft=true', headers }),
    )
    expect(((await good.json()) as { totalDocs: number }).totalDocs).toBe(1)
    for (const body of ['locale=all', 'limit=0', 'nonsense=1'])
      expect((await reviewer('POST', '/api/laureates', raw({ body, headers }))).status).toBe(400)
    expect((await anonymous('POST', '/api/laureates', raw({ body: 'limit=1', headers }))).status).toBe(401)
    for (const method of ['DELETE', 'PATCH']) {
      const response = await editor(
        'POST',
        `/api/laureates/${ids['laureates']}`,
        raw({ body: 'limit=1', headers: { ...headers, 'X-Payload-HTTP-Method-Override': method } }),
      )
      expect([400, 404]).toContain(response.status)
    }
    expect(
      (
        await editor(
          'POST',
          '/api/laureates',
          raw({ body: '{"locale":"all"}', headers: { ...headers, 'Content-Type': 'application/json' } }),
        )
      ).status,
    ).toBe(400)
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
      const miss = await translator(
        'GET',
        path.replace(/CANARY|pbkdf2/, 'nothing-like-it').replace('=true', '=TRUE'),
      )
      expect(response.status, path).toBe(200)
      expect({ path, body: await response.text() }).toEqual({ path, body: await miss.text() })
    }
  })

  test('what is internal does not come along: not selected, not linked', async () => {
    const paths = [
      `/api/laureates/${ids['laureates']}?select[atRiskNote]=true&draft=true`,
      `/api/citations/${ids['citations']}?depth=2&draft=true`,
      `/api/citations/${ids['citations']}?depth=2&draft=true&populate[laureates][atRiskNote]=true`,
      `/api/biographies/${ids['biographies']}?depth=2&draft=true`,
    ]
    for (const path of paths) {
      for (const ask of [reviewer, translator]) {
        const response = await ask('GET', path)
        expect(await response.text(), path).not.toContain('CANARY')
      }
    }
  })

  test('people see themselves only, whatever they ask', async () => {
    for (const query of [
      '',
      'where[email][like]=example.org',
      'where[or][0][roles][in]=admin',
      'sort=email&limit=1000&depth=2',
    ]) {
      const response = await translator('GET', `/api/users?${query}`)
      const { docs } = (await response.json()) as { docs: { email: string }[] }
      expect(
        docs.every(({ email }) => email === emailOf('translator')),
        query,
      ).toBe(true)
      expect(docs.length).toBeLessThanOrEqual(1)
    }
    const everybody = await (await admin('GET', '/api/users?depth=2')).text()
    expect(everybody).not.toMatch(/"(hash|salt|resetPasswordToken|lockUntil|loginAttempts)"/)
  })
})
