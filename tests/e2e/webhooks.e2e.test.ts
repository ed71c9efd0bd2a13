import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { useBrowser } from '../browser'

// The dialogs of the screens “Webhooks”, by the keyboard alone.

const browser = useBrowser()
let screen: Page

beforeAll(async () => {
  screen = await browser.signIn()
  await screen.goto('/admin/webhooks')
  await screen.getByRole('textbox', { name: 'Address' }).fill('https://93.184.215.14/')
})

const button = (name: string) => screen.getByRole('button', { name, exact: true })
const dialog = () => screen.locator('dialog:modal')

const hasFocus = (name: string) => button(name).evaluate((element) => element === document.activeElement)

/** Twice: browsers close a dialog at the second time, whatever was said to the first. */
async function escape(): Promise<void> {
  for (const _ of ['first', 'second']) await screen.keyboard.press('Escape')
}

test('without an event, what is missing is said beside the boxes', async () => {
  const boxes = screen.getByRole('group', { name: 'Tell it when' })
  for (const box of await boxes.getByRole('checkbox').all()) await box.uncheck()
  await button('Add').click()
  expect(await boxes.getByRole('alert').textContent()).toBe('Choose at least one event.')
  for (const box of await boxes.getByRole('checkbox').all()) await box.check()
  expect(await boxes.getByRole('alert').count()).toBe(0)
})

const secret = () => dialog().getByText(/whsec_/)
const warning = () => dialog().getByRole('alert').filter({ hasText: 'It is shown only now.' })

/** The dialog with the secret: left by its button, and by nothing else. */
async function keepSecret(): Promise<void> {
  await secret().waitFor()
  const told = await secret().textContent()
  expect(await warning().count()).toBe(0)
  await screen.evaluate(() => history.back())
  await warning().waitFor()
  expect(await secret().textContent()).toBe(told)
  await escape()
  // Where the browser closed it, it opens again.
  await expect.poll(() => secret().isVisible()).toBe(true)
  await button('I have kept it').press('Enter')
  await dialog().waitFor({ state: 'detached' })
}

test('a secret stays until somebody says that they have kept it', async () => {
  await button('Add').click()
  await keepSecret()
  await screen.waitForURL(/\/webhooks\/[^/]+$/)
  const own = screen.url()
  await button('Renew the secret').press('Enter')
  await dialog().getByRole('button', { name: 'Renew the secret' }).press('Enter')
  await keepSecret()
  expect(await hasFocus('Renew the secret')).toBe(true)
  // The history is as if nothing had been asked.
  expect(screen.url()).toBe(own)
  await screen.goBack()
  await screen.waitForURL(/\/webhooks$/)
  await button('Add').waitFor()
  await screen.goForward()
  await screen.waitForURL(own)
  await button('Renew the secret').waitFor()
})

test('closing the page asks first, until the secret was copied', async () => {
  await screen.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const asked: string[] = []
  screen.on('dialog', (question) => {
    asked.push(question.type())
    void question.dismiss()
  })
  await button('Renew the secret').press('Enter')
  await dialog().getByRole('button', { name: 'Renew the secret' }).press('Enter')
  await secret().waitFor()
  await screen.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await button('Copy').click()
  await screen.getByText('Copied', { exact: true }).waitFor()
  await screen.goBack()
  await screen.waitForURL(/\/webhooks$/)
  await button('Add').waitFor()
  await screen.goForward()
  await screen.waitForURL(/\/webhooks\/[^/]+$/)
  await button('Renew the secret').waitFor()
  expect(asked).toEqual(['beforeunload'])
})

test.each(['Renew the secret', 'Turn off', 'Delete'])(
  'after “%s” is left, the focus is on it again',
  async (name) => {
    for (const leave of [escape, () => button('Cancel').press('Enter')]) {
      await button(name).press('Enter')
      await dialog().waitFor()
      await leave()
      await dialog().waitFor({ state: 'detached' })
      expect(await hasFocus(name)).toBe(true)
    }
  },
)

test('deleted, it leads back to the list', async () => {
  await button('Delete').press('Enter')
  await dialog().getByRole('button', { name: 'Delete' }).press('Enter')
  await screen.waitForURL(/\/webhooks$/)
  await button('Add').waitFor()
  expect(await dialog().count()).toBe(0)
})
