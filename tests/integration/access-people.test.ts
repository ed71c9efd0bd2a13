import { beforeAll, describe, expect, test } from 'vitest'
import { useDesk } from '../payload'
import { cookiesOf, createDocuments, emailOf, opening, password, raw, useStaff, type Ask } from '../staff'
import { problemOf, type Doc } from './gate-answers'

// Who changes people, and what of them.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
})

describe('people', () => {
  const patch = (ask: Ask, id: string, data: Doc) => ask('PATCH', `/api/users/${id}`, data)

  test('only an administrator changes roles, languages, addresses or other people', async () => {
    for (const role of ['editor', 'reviewer', 'translator', 'press-officer'] as const) {
      const ask = staff.as(role)
      for (const data of [
        { roles: ['admin'] },
        { locales: ['en'] },
        { email: 'new@example.org' },
        { assignedEditions: [ids['editions']] },
      ]) {
        expect(await problemOf(await patch(ask, staff.ids[role], data)), role).toMatchObject({
          status: 403,
          code: 'not_allowed',
        })
      }
      expect(await problemOf(await patch(ask, staff.ids.admin, { name: 'x' }))).toMatchObject({ status: 403 })
      expect((await ask('GET', `/api/users/${staff.ids.admin}`)).status).toBe(404)
    }
    expect(
      (await patch(staff.as('admin'), staff.ids.translator, { locales: ['sv', 'fr', 'nb'] })).status,
    ).toBe(200)
  })

  test('a person changes their own name and password, and other sessions end with it', async () => {
    const ask = staff.as('reviewer')
    const anonymous = staff.as('anonymous')
    const second = await anonymous('POST', '/api/users/login', { email: emailOf('reviewer'), password })
    const cookie = cookiesOf(second)
    const me = async () =>
      (await (await anonymous('GET', '/api/users/me', raw({ headers: { cookie } }))).json()) as {
        user: Doc | null
      }
    expect((await me()).user).toMatchObject({ name: 'The reviewer' })
    expect(
      (
        await patch(ask, staff.ids.reviewer, {
          name: 'Rebecka',
          password: 'another fine long password',
          'present-password': password,
        })
      ).status,
    ).toBe(200)
    expect((await me()).user).toBeNull()
    expect((await ask('GET', '/api/users/me')).status).toBe(200)
    expect(
      (await anonymous('POST', '/api/users/login', { email: emailOf('reviewer'), password })).status,
    ).toBe(401)
  })

  test('a short password, an unknown field and the hidden ones are refused', async () => {
    const admin = staff.as('admin')
    expect(await problemOf(await patch(admin, staff.ids.editor, { password: 'too short' }))).toMatchObject({
      status: 400,
      message: expect.stringContaining('15'),
    })
    for (const key of ['hash', 'salt', 'resetPasswordToken', 'apiKey', 'nickname']) {
      expect(await problemOf(await patch(admin, staff.ids.editor, { [key]: 'x' })), key).toMatchObject({
        status: 400,
        message: expect.stringContaining(key),
      })
    }
  })

  test('the last administrator stays one', async () => {
    const admin = staff.as('admin')
    expect(await problemOf(await patch(admin, staff.ids.admin, { roles: ['editor'] }))).toMatchObject({
      status: 409,
      code: 'last_administrator',
    })
    expect(await problemOf(await patch(admin, staff.ids.admin, { disabled: true }))).toMatchObject({
      status: 409,
      code: 'last_administrator',
    })
    expect(await problemOf(await admin('DELETE', `/api/users/${staff.ids.admin}`))).toMatchObject({
      status: 409,
      code: 'last_administrator',
    })
  })

  test('a role taken away counts from the next request', async () => {
    const save = () =>
      opening(staff.as('press-officer'))('PATCH', `/api/press-contacts/${ids['press-contacts']}?locale=en`, {
        label: 'Again',
      })
    expect((await save()).status).toBe(200)
    expect((await patch(staff.as('admin'), staff.ids['press-officer'], { roles: ['admin'] })).status).toBe(
      200,
    )
    expect((await save()).status).toBe(403)
  })
})
