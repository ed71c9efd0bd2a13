import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { HoldBanner } from '../../src/admin/hold-banner'
import { withClient } from '../../src/processes/database.mjs'
import { useDesk } from '../payload'
import { personWith } from '../factories'

const desk = useDesk()

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

test('the menu shows nothing while the desk may send', async () => {
  await withClient(desk.database.owner, (client) => client.query('delete from desk.hold'))
  const { user } = await personWith(desk.payload, ['admin'])
  expect(await HoldBanner({ i18n: { language: 'en' }, user, payload: desk.payload } as never)).toBeNull()
})
