import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { HoldBanner } from '../../src/admin/frame/hold-banner'
import { withClient } from '../../src/processes/database.mjs'
import { useDesk } from '../payload'
import { personWith } from '../factories'
import { useStaff } from '../staff'

const desk = useDesk()
const staff = useStaff(desk)

const hold = () =>
  withClient(desk.database.owner, (client) =>
    client.query("insert into desk.hold (reason) values ('A copy.') on conflict do nothing"),
  )

describe('while the desk is on hold', () => {
  test.each(['en', 'sv', 'de'])('everybody reads so above every page (%s)', async (language) => {
    await hold()
    const { user } = await personWith(desk.payload, ['editor'])
    const banner = await HoldBanner({ i18n: { language }, user, payload: desk.payload } as never)
    const said = renderToStaticMarkup(banner)
    expect(said).toContain('role="status"')
    expect(said).not.toContain('<button')
    expect(said).not.toContain('A copy.')
    expect(said).toMatch({ en: /on hold/, sv: /spärrat/, de: /gesperrt/ }[language] ?? /never/)
  })
})

test('whoever ends it says what becomes of messages to webhooks that wait', async () => {
  await hold()
  await withClient(desk.database.owner, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into webhooks.endpoints (url, events) values ('https://www.example.org/', '{release.published}') returning id`,
    )
    await client.query(
      `insert into webhooks.deliveries (endpoint, type, made_at, due_at) values ($1, 'webhook.test', now(), now())`,
      [rows[0]?.id],
    )
  })
  const end = async (body: object) => {
    const answer = await staff.as('admin')('POST', '/api/hold/end', body)
    return { status: answer.status, body: (await answer.json()) as object }
  }
  const state = () =>
    withClient(desk.database.owner, async (client) => {
      const { rows } = await client.query(
        'select state, exists (select from desk.hold) as "isOnHold" from webhooks.deliveries',
      )
      return rows
    })
  const refused = await end({})
  expect(refused.status).toBe(400)
  expect(JSON.stringify(refused.body)).toContain('needs a choice: messages to webhooks wait by now.')
  expect(await state()).toEqual([{ state: 'waiting', isOnHold: true }])
  expect(await end({ waiting: 'drop' })).toEqual({ status: 200, body: { ended: true } })
  expect(await state()).toEqual([{ state: 'dropped', isOnHold: false }])
  expect(await end({ waiting: 'send' })).toEqual({ status: 200, body: { ended: false } })
  await hold()
  await withClient(desk.database.owner, (client) =>
    client.query("update webhooks.deliveries set state = 'waiting'"),
  )
  expect(await end({ waiting: 'send' })).toEqual({ status: 200, body: { ended: true } })
  expect(await state()).toEqual([{ state: 'waiting', isOnHold: false }])
})

test('the menu shows nothing while the desk may send', async () => {
  await withClient(desk.database.owner, (client) => client.query('delete from desk.hold'))
  const { user } = await personWith(desk.payload, ['admin'])
  expect(await HoldBanner({ i18n: { language: 'en' }, user, payload: desk.payload } as never)).toBeNull()
})
