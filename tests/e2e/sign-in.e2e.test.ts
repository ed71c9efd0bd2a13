import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { useBrowser } from '../browser'

// The second step by the screens alone, and which address counts where nobody can be asked but the socket.

const { serverUrl } = inject('app')
const browser = useBrowser()
const stamp = Date.now().toString(36)
const person = { email: `two-${stamp}@example.org`, password: `Harbour lights ${stamp} otter` }
const codeOf = (key: string, later = 0): string =>
  new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + later * 30_000,
  })

beforeAll(async () => {
  const admin = await browser.signIn()
  const data = { ...person, name: 'Eli Berg', roles: ['editor'] }
  const created = await admin.request.post('/api/users?locale=en', { data, headers: { Origin: serverUrl } })
  if (created.status() !== 201) throw new Error(await created.text())
  await admin.context().close()
})

async function typePassword(page: Page): Promise<void> {
  await page.goto('/admin/login')
  await page.fill('#field-email', person.email)
  await page.fill('#field-password', person.password)
  await page.click('button[type=submit]')
}

describe('two-step sign-in', () => {
  let codes: string[] = []

  test('is set up on the account page, and gives ten recovery codes', async () => {
    const page = await browser.signIn(person)
    await page.goto('/admin/account')
    const section = page.locator('#second-step')
    await section.getByRole('button', { name: 'Set up' }).click()
    await section.getByLabel('Your password, or a code from your app').fill(person.password)
    await page.keyboard.press('Enter')
    await section.getByAltText('QR code for the authenticator app').waitFor()
    const key = await section.locator('code').innerText()
    await section.getByLabel('Code from your app').fill(codeOf(key, -1))
    await section.getByRole('button', { name: 'Turn on' }).click()
    await section.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
    codes = await section.locator('.desk-codes code').allInnerTexts()
    expect(codes).toHaveLength(10)
    await section.getByRole('button', { name: 'I have kept them' }).click()
    await section.getByText('10 recovery codes are left.').waitFor()
    await page.context().close()
  })

  test('is asked for at whatever address, before anything of the desk is shown', async () => {
    const page = await browser.newPage()
    await typePassword(page)
    await page.getByRole('heading', { name: 'One more step' }).waitFor()
    for (const path of ['/admin', '/admin/account', '/admin/collections/laureates', '/admin/import']) {
      await page.goto(path)
      await page.getByRole('heading', { name: 'One more step' }).waitFor()
      expect(await page.locator('.nav').count(), path).toBe(0)
    }
    await page.getByLabel('Code from your app').fill('000000')
    await page.keyboard.press('Enter')
    await page.getByText('This code is wrong or was used before.').waitFor()
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code', { exact: true }).fill(codes[0]?.toLowerCase() ?? '')
    await page.keyboard.press('Enter')
    await page.locator('.nav').first().waitFor({ state: 'attached' })
    await page.context().close()
  })
})

test('who writes another address into every try is counted by the connection all the same', async () => {
  const page = await browser.newPage()
  const statuses: number[] = []
  for (let time = 0; time < 11; time += 1) {
    const response = await page.request.post('/api/users/login', {
      data: { email: `made-up-${stamp}@example.org`, password: 'not the right password' },
      headers: { Origin: serverUrl, 'X-Forwarded-For': `198.51.${time}.1` },
    })
    statuses.push(response.status())
  }
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429])
})
