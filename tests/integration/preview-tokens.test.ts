import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { makeToken, readToken, type Claims } from '../../src/preview/token'
import { award, type Actor } from '../factories'
import { useDesk } from '../payload'
import { look, preview, secret, usePreviews, type Given, type Previews, type Sent } from '../preview'
import { signedIn, type Signed } from '../rest-people'

// What a token opens, and how long.

const desk = useDesk()
const previews = usePreviews(desk)
const { claimsOf, withToken, expectNothing, expectShown } = previews
let writer: Actor
let officer: Signed
let laureate: Previews['laureate']
beforeAll(() => ({ writer, officer, laureate } = previews))

/** Somebody for one test, with a preview of their own. */
async function newcomer(use: 'page' | 'website' = 'page'): Promise<Signed & { given: Given; sent: Sent }> {
  const person = await signedIn(desk, { name: 'Newcomer', roles: ['press-officer'] })
  const given = await preview(person, { ...laureate, use })
  const sent = use === 'page' ? { cookie: person.cookie } : { bearer: given.token }
  await expectShown(given.url, sent)
  return { ...person, given, sent }
}

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
