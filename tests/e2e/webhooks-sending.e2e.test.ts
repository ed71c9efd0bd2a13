import type { Page } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { deriveUrls, withClient } from '../../src/processes/database.mjs'
import { findBundled } from '../../src/processes/join-desk.mjs'
import { openSecrets } from '../../src/processes/secrets.mjs'
import { useBrowser } from '../browser'
import { startReceiver, type Receiver } from '../receiver'

// What the screen of a webhook sends, and what it says of it: to a receiver on this machine, by the worker itself.

const app = inject('app')
const browser = useBrowser()
let screen: Page
let receiver: Receiver
let secret = ''

beforeAll(async () => {
  receiver = await startReceiver()
  screen = await browser.signIn()
  await screen.goto('/admin/webhooks')
  await screen.getByRole('textbox', { name: 'Address' }).fill(receiver.url)
  await button('Add').click()
  secret =
    (await dialog()
      .getByText(/whsec_/)
      .textContent()) ?? ''
  await button('I have kept it').click()
  await screen.waitForURL(/\/webhooks\/[^/]+$/)
})

// The desk is that of all files: it is left as it was.
afterAll(async () => {
  await inDatabase('delete from desk.hold')
  await screen.request.post(`${screen.url().replace('/admin/', '/api/')}/delete`, {
    data: {},
    headers: { Origin: app.serverUrl },
  })
})

const button = (name: string) => screen.getByRole('button', { name, exact: true })
const dialog = () => screen.locator('dialog:modal')
/** The newest message in the list. */
const newest = () => screen.locator('tbody tr').first()

/** Looks again, by the button, until the newest message is so. */
const untilNewest = (cells: RegExp) =>
  expect
    .poll(
      async () => {
        await button('Look again').click()
        return newest().innerText()
      },
      { timeout: 60_000 },
    )
    .toMatch(cells)

const inDatabase = (statement: string) => {
  const { desk } = deriveUrls(findBundled(app.dataDir), openSecrets(app.dataDir).secrets, {})
  return withClient(desk, (client) => client.query(statement))
}

test('a test arrives, signed, and the screen says so', async () => {
  await button('Send a test').click()
  await untilNewest(/^Test\s.*\sArrived\s+1\s*$/s)
  await screen.getByText('On, the last message arrived').waitFor()
  const { body, headers } = receiver.received[0] ?? { body: '', headers: {} }
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'webhook.test' })
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow('No matching signature found')
})

test('what did not arrive is said, and “Send again” brings the same message', async () => {
  await screen.getByLabel('Since').fill('2001-01-01T00:00')
  await screen.locator('section').getByRole('button', { name: 'Send again' }).click()
  await untilNewest(/^Release.*\sArrived\s+1\s/s)
  receiver.answer(500)
  await newest().getByRole('button', { name: 'Send again' }).click()
  // After the second failure the next try is minutes away: what comes then, the button brought.
  await untilNewest(/^Release.*\sWaits: The receiver answered with an error \(500\)\s+3\s/s)
  await screen.getByText('On, the last message did not arrive').waitFor()
  const failed = receiver.received.at(-1)
  receiver.answer(200)
  await newest().getByRole('button', { name: 'Send again' }).click()
  await untilNewest(/^Release.*\sArrived\s+4\s/s)
  const arrived = receiver.received.at(-1)
  expect(arrived?.headers['webhook-id']).toBe(failed?.headers['webhook-id'])
  expect(new Webhook(secret).verify(arrived?.body ?? '', arrived?.headers ?? {})).toEqual(
    JSON.parse(failed?.body ?? ''),
  )
})

test('the hold does not end before somebody says what becomes of what waits', async () => {
  await inDatabase("insert into desk.hold (reason) values ('A copy.')")
  const before = receiver.received.length
  await button('Send a test').click()
  await untilNewest(/^Test\s.*\sWaits\s+0\s+When the hold ends\s*$/s)
  await button('End the hold').click()
  await dialog().getByText('1 message to a webhook waits.').waitFor()
  await dialog().getByRole('button', { name: 'End the hold' }).click()
  expect(await dialog().getByRole('alert').textContent()).toBe('Choose one of the two.')
  await button('Stay on hold').click()
  expect((await inDatabase('select from desk.hold')).rowCount).toBe(1)
  expect(receiver.received.length).toBe(before)

  await button('End the hold').click()
  expect(await dialog().getByRole('alert').count()).toBe(0)
  await dialog().getByRole('radio', { name: /^Send/ }).check()
  await dialog().getByRole('button', { name: 'End the hold' }).click()
  await screen.getByText('The hold is ended. E-mails and webhooks leave again.').waitFor()
  await untilNewest(/^Test\s.*\sArrived\s+1\s*$/s)
  expect(await button('End the hold').count()).toBe(0)
  expect((await inDatabase('select from desk.hold')).rowCount).toBe(0)
})
