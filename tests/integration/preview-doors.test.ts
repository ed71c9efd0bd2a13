import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { makeToken, readToken, type Claims } from '../../src/preview/token'
import { bundle } from '../../src/processes/bundle.mjs'
import { award, edit, personWith, type Actor } from '../factories'
import { useDesk } from '../payload'
import { photograph } from '../pictures'
import { askPreview, look, preview, type Given, type Sent } from '../preview'
import { signedIn, type Signed } from '../rest-people'
import { sendAll } from '../staff'

// Who is shown a preview, and how long.

const desk = useDesk()
const secret = 'another secret that only tests know, 32+'
let writer: Actor
let officer: Signed
let laureate: { collection: 'laureates'; id: string }
const nothing = '"detail":"Nothing is at this address."'

beforeAll(async () => {
  writer = await personWith(desk.payload, ['editor', 'press-officer'])
  officer = await signedIn(desk, { name: 'The officer', roles: ['press-officer'] })
  laureate = { collection: 'laureates', id: (await award(writer, { knownName: 'CANARY Sand' })).laureate.id }
})
afterEach(() => vi.restoreAllMocks())

const own = (): Sent => ({ cookie: officer.cookie })
const claimsOf = (token: string): Claims => readToken([secret], token) ?? expect.unreachable()
const withToken = (url: string, token: string): string => {
  const changed = new URL(url, desk.config.serverURL)
  changed.searchParams.set('token', token)
  return changed.href
}

/** Neither words nor that there is something: the same answer to everybody. */
async function expectNothing(url: string, sent: Sent = own()): Promise<void> {
  const response = await look(desk, url, sent)
  const body = await response.text()
  expect({ status: response.status, body: body.includes(nothing) }).toEqual({ status: 404, body: true })
  expect(`${body}${[...response.headers].join()}`).not.toContain('CANARY')
  const page = await look(desk, url, { ...sent, accept: 'text/html' })
  expect(page.status).toBe(404)
  expect(await page.text()).not.toMatch(/CANARY|Sand|mira/)
}

const expectShown = async (url: string, sent: Sent = own()): Promise<string> => {
  const response = await look(desk, url, sent)
  expect(response.status).toBe(200)
  return response.text()
}

/** Somebody for one test, with a preview of their own. */
async function newcomer(use: 'page' | 'website' = 'page'): Promise<Signed & { given: Given; sent: Sent }> {
  const person = await signedIn(desk, { name: 'Newcomer', roles: ['press-officer'] })
  const given = await preview(person, { ...laureate, use })
  const sent = use === 'page' ? { cookie: person.cookie } : { bearer: given.token }
  await expectShown(given.url, sent)
  return { ...person, given, sent }
}

describe('a preview', () => {
  test('is never kept, never found, and tells nobody where its reader came from', async () => {
    const { url } = await preview(officer, laureate)
    for (const accept of ['application/json', 'text/html'])
      for (const address of [url, withToken(url, 'v1.a.b')]) {
        const { headers } = await look(desk, address, { ...own(), accept })
        expect(Object.fromEntries(headers)).toMatchObject({
          'cache-control': 'no-store',
          'x-robots-tag': 'noindex, nofollow',
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
        })
        expect(headers.get('content-security-policy')).toContain("default-src 'none'")
        for (const name of [
          'etag',
          'last-modified',
          'cache-tag',
          'access-control-allow-origin',
          'set-cookie',
        ])
          expect(headers.get(name), name).toBeNull()
      }
  })

  test('is for reading', async () => {
    const { url } = await preview(officer, laureate)
    const head = await look(desk, url, { ...own(), method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const response = await look(desk, url, { ...own(), method })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    }
  })

  test('refuses the parameters that the delivery refuses, in the same words', async () => {
    const { url } = await preview(officer, laureate)
    const response = await look(desk, `${url}&include=biography`, own())
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ parameter: 'include', allowed: ['citations', 'media'] })
  })

  test('of one document and language opens no other', async () => {
    const { laureate: other } = await award(writer, { knownName: 'Other Name' })
    await edit(writer, { ...laureate, locale: 'sv' }, { knownName: 'CANARY Sånd' })
    const { url } = await preview(officer, laureate)
    const elsewhere = await preview(officer, { collection: 'laureates', id: other.id })
    await expectNothing(withToken(elsewhere.url, new URL(url).searchParams.get('token') ?? ''))
    await expectNothing(url.replace('locale=en', 'locale=sv'))
    for (const path of [
      '/preview/v1/laureates',
      '/preview/v1/sync',
      '/preview/v1/search',
      '/preview/v1/',
      '/preview',
      '/preview/openapi.json',
    ])
      expect(
        (await look(desk, `${path}?token=${new URL(url).searchParams.get('token')}`, own())).status,
        path,
      ).not.toBe(200)
  })

  test('is a page for people: their language around, the document’s own inside, no script', async () => {
    const { laureate: own1 } = await award(writer, { knownName: '<script>alert(1)</script> & "co"' })
    const ref = { collection: 'laureates', id: own1.id } as const
    await edit(writer, { ...ref, locale: 'ar' }, { knownName: 'ميرا ساند' })
    const before = await preview(officer, ref)
    await edit(writer, ref, { fullName: 'Later words' })
    const older = await expectShown(before.url, { ...own(), accept: 'text/html' })
    expect(older).toContain('English: older words')
    expect(older).not.toContain('Later words')
    const cookie = `${officer.cookie}; payload-lng=sv`
    const english = await expectShown((await preview(officer, ref)).url, { cookie, accept: 'text/html' })
    expect(english).toContain('<html lang="sv">')
    expect(english).toContain('Förhandsvisning: inte offentligt')
    expect(english).toContain('The officer')
    expect(english).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;')
    expect(english).not.toMatch(/<script|<title>[^<]*alert|\sstyle=|\son\w+=/)
    const arabic = await expectShown((await preview(officer, { ...ref, locale: 'ar' })).url, {
      cookie,
      accept: 'text/html',
    })
    expect(arabic).toContain('<main lang="ar" dir="rtl">')
    expect(arabic).toContain('<span lang="ar" dir="rtl">ميرا ساند</span>')
  })

  test('shows a picture before it is public, to the same person only', async () => {
    const data = await photograph(700, 500)
    const { id } = await desk.payload.create({
      collection: 'media',
      data: { alt: 'CANARY portrait' },
      file: { name: 'one.jpg', data, mimetype: 'image/jpeg', size: data.length },
      locale: 'en',
      draft: true,
      user: writer.user,
      overrideAccess: false,
    })
    const { url } = await preview(officer, { collection: 'media', id })
    const page = await expectShown(url, { ...own(), accept: 'text/html' })
    const source = /<img src="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const file = await look(desk, source, own())
    expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([
      200,
      'image/jpeg',
      'no-store',
    ])
    const answer = JSON.parse(await expectShown(url)) as { renditions: { href: string; bytes: number }[] }
    const told = answer.renditions.find(({ href }) => source.includes(href))
    expect((await file.arrayBuffer()).byteLength).toBe(told?.bytes)
    await expectNothing(source, {})
    const { pathname } = new URL(source, desk.config.serverURL)
    const { token } = await preview(officer, { collection: 'media', id, use: 'website' })
    expect((await look(desk, pathname, { bearer: token })).headers.get('content-type')).toBe('image/jpeg')
    const other = await preview(officer, laureate)
    await expectNothing(withToken(source, other.token))
  })
})

describe('a token', () => {
  test('that is forged, changed, cut or of another secret is none', async () => {
    const { url, token } = await preview(officer, laureate)
    const claims = claimsOf(token)
    const [version, body = '', mark = ''] = token.split('.')
    const forged = Buffer.from(JSON.stringify({ ...claims, until: claims.until + 1 })).toString('base64url')
    const last = mark.slice(0, -1) + (mark.endsWith('A') ? 'B' : 'A')
    for (const wrong of [
      '',
      'v1',
      `${version}.${body}.`,
      `${version}.${forged}.${mark}`,
      `${version}.${body}.${last}`,
      `${version}.${body}=.${mark}`,
      `${token}.`,
      `v2.${body}.${mark}`,
      makeToken(desk.config.secret, claims),
      makeToken('a secret that somebody else made up, 32+', claims),
      'x'.repeat(7000),
    ])
      await expectNothing(withToken(url, wrong))
    // Every letter of the mark counts, also those whose last bits stand for nothing.
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
      expect(readToken([secret], token.slice(0, -1) + letter) !== undefined).toBe(token.endsWith(letter))
    await expectShown(url)
  })

  test('ends when it says, and never lives longer than an hour', async () => {
    const { url, token } = await preview(officer, laureate)
    const claims = claimsOf(token)
    expect(claims.until - claims.at).toBe(60 * 60 * 1000)
    const made = (times: Partial<Claims>) => withToken(url, makeToken(secret, { ...claims, ...times }))
    const now = Date.now()
    await expectShown(made({ at: now - 1000, until: now + 60_000 }))
    await expectNothing(made({ at: now - 60_000, until: now - 1000 }))
    await expectNothing(made({ until: claims.at + 60 * 60 * 1000 + 1 }))
  })

  test('of the secret before is good while that is named', async () => {
    const { url, token } = await preview(officer, laureate)
    const old = withToken(url, makeToken('the secret that was there before, 32+', claimsOf(token)))
    await expectNothing(old)
    process.env['PREVIEW_SECRET_BEFORE'] = 'the secret that was there before, 32+'
    await expectShown(old)
    delete process.env['PREVIEW_SECRET_BEFORE']
    await expectNothing(old)
  })

  test('in an address is for the browser of its person: not for colleagues, not for bots', async () => {
    const { url, token } = await preview(officer, laureate)
    const colleague = await signedIn(desk, { name: 'Colleague', roles: ['admin', 'editor', 'press-officer'] })
    await expectNothing(url, { cookie: colleague.cookie })
    await expectNothing(url, {})
    const { pathname, searchParams } = new URL(url)
    searchParams.delete('token')
    await expectNothing(`${pathname}?${searchParams}`, { bearer: token })
    await expectNothing(`${pathname}?${searchParams}`)
  })

  test('for a website is for a header, without a cookie', async () => {
    const { url, token } = await preview(officer, { ...laureate, use: 'website' })
    expect(await expectShown(url, { bearer: token })).toContain('CANARY Sand')
    expect(url).not.toContain(token)
    await expectNothing(withToken(url, token))
    await expectNothing(withToken(url, token), { bearer: token })
    // It reads data, never the page of the desk.
    const response = await look(desk, url, { bearer: token, accept: 'text/html' })
    expect(response.headers.get('content-type')).toBe('application/json')
  })

  test('names what it opens, for whom, from which session and until when, and nothing of the document', async () => {
    const { token } = await preview(officer, laureate)
    expect(Object.keys(claimsOf(token)).toSorted()).toEqual(
      ['at', 'collection', 'id', 'jti', 'locale', 'person', 'session', 'units', 'until', 'use'].toSorted(),
    )
    expect(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).not.toContain('CANARY')
  })
})

describe.each(['page', 'website'] as const)(
  'within a second, a token for a %s is worth nothing when',
  (use) => {
    test('its person signs out', async () => {
      const { ask, given, sent } = await newcomer(use)
      await ask('POST', '/api/users/logout')
      await expectNothing(given.url, sent)
    })
    test('its person gets another password', async () => {
      const { id, given, sent } = await newcomer(use)
      const data = { password: 'quite another long password' }
      await desk.payload.update({ collection: 'users', id, data, overrideAccess: true })
      await expectNothing(given.url, sent)
    })
    test('its account is closed', async () => {
      const { id, given, sent } = await newcomer(use)
      await desk.payload.update({ collection: 'users', id, data: { disabled: true }, overrideAccess: true })
      await expectNothing(given.url, sent)
    })
    test('its person is deleted', async () => {
      const { id, given, sent } = await newcomer(use)
      await desk.payload.delete({ collection: 'users', id, overrideAccess: true })
      await expectNothing(given.url, sent)
    })
    test('its person loses the role, and good again with it', async () => {
      const { id, given, sent } = await newcomer(use)
      const roles = (names: string[], locales: string[] = []) =>
        desk.payload.update({
          collection: 'users',
          id,
          data: { roles: names, locales } as never,
          overrideAccess: true,
        })
      // A translator does not read what was not sent to translation.
      await roles(['translator'], ['sv'])
      await expectNothing(given.url, sent)
      await roles(['editor'])
      await expectShown(given.url, sent)
    })
    test('its person now needs a second step', async () => {
      const { given, sent } = await newcomer(use)
      process.env['SECOND_FACTOR_ROLES'] = 'press-officer'
      await expectNothing(given.url, sent).finally(() => delete process.env['SECOND_FACTOR_ROLES'])
      await expectShown(given.url, sent)
    })
    test('its session is idle, or ended', async () => {
      const { id, given, sent } = await newcomer(use)
      const idle = (minutes: number) =>
        poolOf(desk.payload).query(
          `update sign_in.sessions set seen_at = now() - $2 * interval '1 minute' where person = $1`,
          [id, minutes],
        )
      await idle(31)
      await expectNothing(given.url, sent)
      await idle(0)
      await expectShown(given.url, sent)
      await poolOf(desk.payload).query('delete from sign_in.sessions where person = $1', [id])
      await expectNothing(given.url, sent)
    })
    test('its document is deleted', async () => {
      const person = await signedIn(desk, { name: 'Newcomer', roles: ['press-officer'] })
      const { biography, citation } = await award(writer)
      const given = await preview(person, { collection: 'citations', id: citation.id, use })
      const sent = use === 'page' ? { cookie: person.cookie } : { bearer: given.token }
      await expectShown(given.url, sent)
      for (const [collection, id] of [
        ['biographies', biography.id],
        ['citations', citation.id],
      ] as const)
        await desk.payload.delete({ collection, id, overrideAccess: true })
      await expectNothing(given.url, sent)
    })
  },
)

test('a translator previews the source and their own languages of what was sent, and no other', async () => {
  const translator = await signedIn(desk, { name: 'Translator', roles: ['translator'], locales: ['sv'] })
  const documents = await award(writer, { knownName: 'Source Name' })
  const ref = { collection: 'laureates', id: documents.laureate.id } as const
  for (const locale of ['sv', 'de'] as const)
    await edit(writer, { ...ref, locale }, { knownName: `Name ${locale}` })
  const ask = async (locale: 'en' | 'sv' | 'de') => (await askPreview(translator, { ...ref, locale })).status
  expect([await ask('en'), await ask('sv'), await ask('de')]).toEqual([404, 404, 404])
  await sendAll(desk.payload, { laureates: ref.id }, ['sv'])
  expect([await ask('en'), await ask('sv'), await ask('de')]).toEqual([200, 200, 404])
  // The award entry stands on a year and a prize that were not sent to them.
  await sendAll(desk.payload, { citations: documents.citation.id }, ['sv'])
  const citation = { collection: 'citations', id: documents.citation.id }
  expect((await askPreview(translator, citation)).body).toMatchObject({ status: 409, code: 'preview_lacks' })
  const { url } = await preview(translator, { ...ref, locale: 'sv' })
  await expectShown(url, { cookie: translator.cookie })
  const speaks = (locales: 'sv'[] | 'fr'[]) =>
    desk.payload.update({
      collection: 'users',
      id: translator.id,
      data: { locales },
      overrideAccess: true,
    })
  await sendAll(desk.payload, { laureates: ref.id }, ['fr'])
  await speaks(['fr'])
  expect(await ask('en')).toBe(200)
  await expectNothing(url, { cookie: translator.cookie })
  await speaks(['sv'])
  await expectShown(url, { cookie: translator.cookie })
  await poolOf(desk.payload).query(
    'update editorial.translation_requests set taken_back_at = now(), taken_back_by = sent_by where document_id = $1',
    [ref.id],
  )
  await expectNothing(url, { cookie: translator.cookie })
})

test('the log says who made a preview of what, and not its token', async () => {
  const { token } = await preview(officer, laureate)
  const { rows } = await poolOf(desk.payload).query<{ entry: unknown }>(
    `select to_jsonb(e) as entry from audit.entries e where action = 'preview-opened' and document = $1 and person = $2
      order by id desc limit 1`,
    [laureate.id, officer.id],
  )
  const { jti, until, units } = claimsOf(token)
  expect(rows[0]?.entry).toMatchObject({
    collection: 'laureates',
    unit: 'en',
    revision: units.en,
    details: { preview: jti, use: 'page', until: new Date(until).toISOString() },
  })
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('the log of the process names a preview that was shown, and neither token, words nor address', async () => {
  const { url, token } = await preview(officer, laureate)
  const lines: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  await look(desk, url, own())
  await look(desk, withToken(url, `${token}x`), own())
  vi.restoreAllMocks()
  const told = lines.join('')
  expect(told).toContain(claimsOf(token).jti)
  expect(told).toContain('not ours')
  for (const word of [token, 'CANARY', 'laureates', officer.id]) expect(told).not.toContain(word)
})

test('the program of the delivery holds nothing of previews', async () => {
  const { inputs, outputs } = await bundle('delivery')
  expect(Object.keys(inputs).filter((file) => /src\/(?:preview|sign-in|units)\//.test(file))).toEqual([])
  expect(JSON.stringify(outputs)).not.toContain('src/preview')
})

test('a token that nobody made in a session of this desk opens nothing', async () => {
  const colleague = await signedIn(desk, { name: 'Colleague', roles: ['admin'] })
  const site = await preview(officer, { ...laureate, use: 'website' })
  const bearer = makeToken(secret, { ...claimsOf(site.token), person: colleague.id })
  await expectNothing(site.url, { bearer })
  const { url, token } = await preview(officer, laureate)
  const claims = claimsOf(token)
  await expectNothing(withToken(url, makeToken(secret, { ...claims, session: randomUUID() })))
  await expectNothing(withToken(url, makeToken(secret, { ...claims, person: randomUUID() })))
  await expectNothing(withToken(url, makeToken(secret, { ...claims, units: { en: randomUUID() } })))
})
