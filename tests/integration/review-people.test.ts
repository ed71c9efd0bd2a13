import { expect, test } from 'vitest'
import { unique } from '../factories'
import { useDesk } from '../payload'
import { useStaff } from '../staff'

// A role that is narrowed to nothing is refused when it is given, through REST as through the screens.

const desk = useDesk()
const staff = useStaff(desk)

const save = async (method: string, path: string, data: object) => {
  const response = await staff.as('admin')(method, path, data)
  const body = (await response.json()) as { detail?: string; code?: string; doc?: { id: string } }
  return { status: response.status, detail: body.detail, code: body.code, id: body.doc?.id }
}
const create = (data: object) =>
  save('POST', '/api/users', {
    name: 'New',
    email: `${unique('new')}@example.org`,
    password: unique('a sentence that is long'),
    ...data,
  })

test('a translator needs a language', async () => {
  expect(await create({ roles: ['translator'] })).toMatchObject({
    status: 400,
    code: 'role_without_languages',
  })
  expect(await create({ roles: ['editor', 'translator'], locales: [] })).toMatchObject({
    status: 400,
    detail: 'A translator needs at least one language. Choose the languages under “Languages”.',
  })
  const made = await create({ roles: ['translator'], locales: ['sv'] })
  expect(made.status).toBe(201)
  expect(await save('PATCH', `/api/users/${made.id}`, { locales: [] })).toMatchObject({ status: 400 })
  expect(await save('PATCH', `/api/users/${made.id}`, { name: 'Renamed' })).toMatchObject({ status: 200 })
  expect(await save('PATCH', `/api/users/${made.id}`, { locales: [], roles: ['editor'] })).toMatchObject({
    status: 200,
  })
})

test('a reviewer needs kinds of documents and languages', async () => {
  expect(await create({ roles: ['reviewer'] })).toMatchObject({ status: 400, code: 'role_without_kinds' })
  expect(await create({ roles: ['reviewer'], reviewLocales: ['sv'] })).toMatchObject({ status: 400 })
  expect(await create({ roles: ['reviewer'], reviewCollections: ['prizes'] })).toMatchObject({ status: 400 })
  const given = { reviewLocales: ['sv'], reviewCollections: ['prizes'] }
  const made = await create({ roles: ['reviewer'], ...given })
  expect(made.status).toBe(201)
  expect(await save('PATCH', `/api/users/${made.id}`, { roles: ['reviewer', 'translator'] })).toMatchObject({
    code: 'role_without_languages',
  })
})
