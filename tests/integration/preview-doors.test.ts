import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { bundle } from '../../src/processes/bundle.mjs'
import { award, edit, type Actor } from '../factories'
import { useDesk } from '../payload'
import { draftPicture } from '../pictures'
import { askPreview, look, preview, usePreviews, type Previews } from '../preview'
import { signedIn, type Signed } from '../rest-people'
import { sendAll } from '../staff'

// What a preview says and hides, to whom, and what is told of it.

const desk = useDesk()
const previews = usePreviews(desk)
const { own, claimsOf, withToken, expectNothing, expectShown } = previews
let writer: Actor
let officer: Signed
let laureate: Previews['laureate']
beforeAll(() => ({ writer, officer, laureate } = previews))
afterEach(() => vi.restoreAllMocks())

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

  test('that is not there says why to who holds its token, and only that it is over to others; the desk is one link away', async () => {
    const { url } = await preview(officer, laureate)
    const other = await preview(officer, laureate)
    const { pathname, search } = new URL(url, desk.config.serverURL)
    const ended = 'A preview ends after an hour'
    for (const [address, sent, said] of [
      [`${pathname}/${search}`, own(), 'The address has a slash too many at its end'],
      [`/preview/v1/laureates/nobody-of-that-name${search}`, own(), 'one document in one language'],
      [`/preview/v1/${search}`, own(), 'one document in one language'],
      [url, {}, ended],
      [`${pathname}/${search}`, {}, ended],
      [withToken(`${pathname}/`, `${other.token}x`), own(), ended],
    ] as const) {
      const response = await look(desk, address, { ...sent, accept: 'text/html' })
      const page = await response.text()
      expect(response.status).toBe(404)
      expect(page).toContain(said)
      expect(page).toContain(`<a href="${desk.config.routes.admin}">`)
      expect(page.includes(ended)).toBe(said === ended)
    }
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

  test('names what else is not public in the quotation marks of its reader', async () => {
    const { citation } = await award(writer)
    const { url } = await preview(officer, { collection: 'citations', id: citation.id })
    for (const [language, quoted] of [
      ['en', /from the drafts: “[^”]+”, “/],
      ['sv', /ur utkasten: ”[^”]+”, ”/],
      ['de', /Entwürfen gezeigt: „[^“]+“, „/],
    ] as const) {
      const cookie = `${officer.cookie}; payload-lng=${language}`
      expect(await expectShown(url, { cookie, accept: 'text/html' })).toMatch(quoted)
    }
  })

  test('shows a picture before it is public, to the same person only', async () => {
    const { id } = await draftPicture(writer, { alt: 'CANARY portrait' })
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
  const refusal = await askPreview(translator, citation)
  expect(refusal.body).toMatchObject({ status: 409, code: 'preview_lacks' })
  expect(JSON.stringify(refusal.body)).toContain('There is no preview yet: a document belongs to it')
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
