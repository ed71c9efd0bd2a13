import { expect, inject, test } from 'vitest'
import { useBrowser } from '../browser'

// A preview by the screens alone: its button, its page, and its end.

const { serverUrl } = inject('app')
const browser = useBrowser()

test('the button opens a page that says what it is; without the session there is nothing', async () => {
  const screen = await browser.signIn()
  await screen.goto('/admin/collections/laureates')
  const link = screen.locator('td a').first()
  const name = await link.innerText()
  await link.click()
  const opened = screen.context().waitForEvent('page')
  await screen.getByRole('button', { name: /^Preview: / }).click()
  const preview = await opened
  await preview.waitForURL(/\/preview\/v1\/laureates\//)
  expect(await preview.locator('aside strong').innerText()).toMatch(/^Preview/)
  expect(await preview.locator('h1').innerText()).toBe(name)
  expect(await preview.locator('script').count()).toBe(0)

  const out = await screen.request.post('/api/users/logout', { headers: { Origin: serverUrl } })
  expect(out.status()).toBe(200)
  const answer = await preview.reload()
  expect(answer?.status()).toBe(404)
  expect(await preview.locator('body').innerText()).not.toContain(name)
})
