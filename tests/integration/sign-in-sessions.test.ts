import { jwtSign } from 'payload'
import { beforeEach, describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { useDesk } from '../payload'
import { emailOf, password, useStaff } from '../staff'
import { visitor, type Visitor } from '../visitor'

// When a session begins, goes on and ends.

const desk = useDesk()
const staff = useStaff(desk)
const other = 'seven quiet lanterns over water'
let counter = 0
let person: { id: string; email: string }

beforeEach(async () => {
  const email = `person-${(counter += 1)}@example.org`
  const { id } = await desk.payload.create({
    collection: 'users',
    data: { name: 'P', email, password, roles: ['editor'] },
    overrideAccess: true,
  })
  person = { id, email }
})

const sql = (text: string, values: unknown[] = []) =>
  withClient(desk.database.owner, (client) => client.query(text, values))
const enter = async (): Promise<Visitor> => {
  const browser = visitor(desk)
  expect((await browser.signIn(person.email, password)).status).toBe(200)
  return browser
}
const looks = async (browser: Visitor): Promise<number> => (await browser.ask('GET', '/api/laureates')).status
const admin = (method: string, body?: unknown) => staff.as('admin')(method, `/api/users/${person.id}`, body)

describe('the next request is refused', () => {
  test('after signing out, in that browser only', async () => {
    const [first, second] = [await enter(), await enter()]
    const { cookie } = first
    expect((await first.ask('POST', '/api/users/logout')).status).toBe(200)
    first.cookie = cookie
    expect([await looks(first), await looks(second)]).toEqual([401, 200])
  })

  test('after a new password by oneself, in all other browsers', async () => {
    const [first, second] = [await enter(), await enter()]
    expect(
      (await first.ask('PATCH', `/api/users/${person.id}`, { password: other, 'present-password': password }))
        .status,
    ).toBe(200)
    expect([await looks(first), await looks(second)]).toEqual([200, 401])
    expect((await visitor(desk).signIn(person.email, password)).status).toBe(401)
    expect((await visitor(desk).signIn(person.email, other)).status).toBe(200)
  })

  test('after a new password by an administrator, everywhere', async () => {
    const browser = await enter()
    expect((await admin('PATCH', { password: other })).status).toBe(200)
    expect(await looks(browser)).toBe(401)
  })

  test('after being disabled, and it stays so when the person may come back', async () => {
    const browser = await enter()
    expect((await admin('PATCH', { disabled: true })).status).toBe(200)
    expect(await looks(browser)).toBe(401)
    expect((await browser.ask('GET', '/api/users/me')).body.user).toBeNull()
    expect((await admin('PATCH', { disabled: false })).status).toBe(200)
    expect(await looks(browser)).toBe(401)
    expect((await browser.signIn(person.email, password)).status).toBe(200)
  })

  test('also when somebody was disabled behind the back of the desk', async () => {
    const browser = await enter()
    await sql('update users set disabled = true where id = $1', [person.id])
    expect(await looks(browser)).toBe(401)
  })

  test('after being deleted', async () => {
    const browser = await enter()
    expect((await admin('DELETE')).status).toBe(200)
    expect(await looks(browser)).toBe(401)
  })
})

describe('who comes in at the moment of a change', () => {
  test('with the old password waits for the change, and is refused', async () => {
    const browser = visitor(desk)
    const entering = await withClient(desk.database.owner, async (client) => {
      await client.query('begin')
      await client.query("update users set hash = 'pbkdf2-sha256-v1:other' where id = $1", [person.id])
      const started = browser.signIn(person.email, password)
      // Long enough to read and to check the password as it was.
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await client.query('commit')
      return started
    })
    expect(entering.status).toBe(401)
    expect(await looks(browser)).toBe(401)
  })

  test('undoes nothing of what an administrator changed', async () => {
    const browsers = Array.from({ length: 6 }, () => visitor(desk))
    const entering = browsers.map((browser) => browser.signIn(person.email, password))
    await admin('PATCH', { roles: ['press-officer'], name: 'Renamed' })
    await Promise.all(entering)
    await Promise.all(browsers.map((browser) => browser.ask('POST', '/api/users/refresh-token')))
    await Promise.all(browsers.map((browser) => browser.ask('POST', '/api/users/logout')))
    const after = await desk.payload.findByID({ collection: 'users', id: person.id, overrideAccess: true })
    expect(after).toMatchObject({ roles: ['press-officer'], name: 'Renamed' })
  })
})

describe('a session that nobody uses ends', () => {
  const age = (column: 'seen_at' | 'opened_at', minutes: number) =>
    sql(`update sign_in.sessions set ${column} = ${column} - $2 * interval '1 minute' where person = $1`, [
      person.id,
      minutes,
    ])

  test('after 30 minutes without anything done, not before', async () => {
    const browser = await enter()
    await age('seen_at', 29)
    expect(await looks(browser)).toBe(200)
    await age('seen_at', 29)
    expect(await looks(browser)).toBe(200)
    await age('seen_at', 31)
    expect(await looks(browser)).toBe(401)
  })

  test('although its page asks by itself', async () => {
    const browser = await enter()
    browser.more = { 'x-desk-background': '1' }
    await age('seen_at', 29)
    expect(await looks(browser)).toBe(200)
    await age('seen_at', 2)
    expect(await looks(browser)).toBe(401)
  })

  test('after 12 hours in any case: staying signed in does not reach further', async () => {
    const browser = await enter()
    await age('opened_at', 12 * 60 - 5)
    const stayed = await browser.ask('POST', '/api/users/refresh-token')
    expect(stayed.status).toBe(200)
    expect(stayed.body.exp).toBeLessThanOrEqual(Date.now() / 1000 + 5 * 60)
    await age('opened_at', 5)
    expect((await browser.ask('POST', '/api/users/refresh-token')).status).toBe(401)
    expect(await looks(browser)).toBe(401)
  })

  test('screens are told when: in 30 minutes, anew with everything done', async () => {
    const browser = await enter()
    const endsIn = async (path: string, method = 'GET') =>
      ((await browser.ask(method, path)).body.exp ?? 0) - Date.now() / 1000
    await age('seen_at', 20)
    expect(await endsIn('/api/users/me')).toBeGreaterThan(29 * 60)
    expect(await endsIn('/api/users/refresh-token', 'POST')).toBeLessThanOrEqual(30 * 60)
  })
})

describe('a session is a row of ours and nothing else', () => {
  test('the cookie is HttpOnly and Strict; what the database holds opens nothing', async () => {
    const browser = visitor(desk)
    const { headers, body } = await browser.signIn(person.email, password)
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^desk-session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/),
    ])
    const token = browser.cookie.replace('desk-session=', '')
    expect(JSON.stringify(body)).not.toContain(token)
    const { rows } = await sql("select encode(token, 'base64') as stored, * from sign_in.sessions")
    expect(JSON.stringify(rows)).not.toContain(token)
    for (const { stored } of rows as { stored: string }[]) {
      browser.cookie = `desk-session=${Buffer.from(stored, 'base64').toString('base64url')}`
      expect(await looks(browser)).toBe(401)
    }
  })

  test('a token that Payload itself would sign and take opens nothing', async () => {
    const sid = '0190a6f2-0000-7000-8000-000000000001'
    await sql(
      `insert into users_sessions (_order, _parent_id, id, created_at, expires_at)
       values (1, $1, $2, now(), now() + interval '1 hour')`,
      [person.id, sid],
    )
    const { token } = await jwtSign({
      fieldsToSign: { id: person.id, collection: 'users', sid },
      secret: desk.payload.secret,
      tokenExpiration: 3600,
    })
    const headers = new Headers({ Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': 'same-origin' })
    expect((await desk.payload.auth({ headers })).user).toBeNull()
    for (const name of ['payload-token', 'desk-session']) {
      const browser = visitor(desk)
      browser.cookie = `${name}=${token}`
      expect(await looks(browser)).toBe(401)
    }
  })

  test('Payload’s own ways in are closed', async () => {
    const data = { email: emailOf('editor'), password }
    await expect(desk.payload.login({ collection: 'users', data })).rejects.toMatchObject({
      code: 'door_closed',
    })
    await expect(
      desk.payload.forgotPassword({ collection: 'users', data: { email: data.email } }),
    ).rejects.toMatchObject({ code: 'door_closed' })
    for (const door of ['unlock', 'forgot-password', 'reset-password', 'first-register', 'verify/x'])
      expect((await staff.as('admin')('POST', `/api/users/${door}`, data)).status, door).toBe(404)
  })
})
