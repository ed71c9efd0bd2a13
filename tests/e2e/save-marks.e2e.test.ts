import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { useBrowser } from '../browser'

// What a save was refused for is marked at the fields themselves.

const { serverUrl } = inject('app')
const browser = useBrowser()
const slug = `runa-vik-${Date.now().toString(36)}`
let screen: Page

beforeAll(async () => {
  const admin = await browser.signIn()
  const editor = { name: 'Runa Berg', email: `${slug}@example.org`, password: `Harbour lights ${slug} otter` }
  const data = { ...editor, roles: ['editor'] }
  const made = await admin.request.post('/api/users?locale=en', { data, headers: { Origin: serverUrl } })
  if (!made.ok()) throw new Error(await made.text())
  screen = await browser.signIn(editor)
  const laureate = { kind: 'person', knownName: 'Runa Vik', slug, birth: { date: '1962' } }
  const saved = await screen.request.post('/api/laureates?locale=en&draft=true', {
    data: laureate,
    headers: { Origin: serverUrl },
  })
  if (!saved.ok()) throw new Error(await saved.text())
  const { doc } = (await saved.json()) as { doc: { id: string } }
  await screen.goto(`/admin/collections/laureates/${doc.id}?locale=en`)
  await screen.locator('.desk-panel__verbs').first().waitFor({ state: 'attached' })
})

const marked = () => screen.locator('.field-type.error')
const save = () => screen.getByRole('button', { name: 'Save', exact: true }).click()

test('both dates are red when they cannot both be true, and nothing else is', async () => {
  await screen.locator('#field-death__date').fill('1961')
  await save()
  await marked().first().waitFor()
  expect(
    await marked()
      .locator('input')
      .evaluateAll((inputs) => inputs.map(({ id }) => id)),
  ).toEqual(['field-birth__date', 'field-death__date'])
  expect(await marked().first().locator('.field-error').innerText()).toContain('later than “Date of death”')
  const isInSight = await marked()
    .first()
    .evaluate((field) => {
      const { top, bottom } = field.getBoundingClientRect()
      return top >= 0 && bottom <= window.innerHeight
    })
  expect(isInSight).toBe(true)
})

test('they are red no longer when something is changed, and what may stay empty is not demanded', async () => {
  await screen.locator('#field-knownName').fill('')
  await screen.locator('#field-death__date').fill('1991')
  await expect.poll(() => marked().count()).toBe(0)
  // The form asks its server a moment after each change.
  await screen.waitForTimeout(1500)
  expect(await marked().count()).toBe(0)
  await screen.locator('#field-knownName').fill('Runa Vik')
  await save()
  await screen.getByText('Saved.', { exact: true }).first().waitFor()
  expect(await marked().count()).toBe(0)
})

test('a web address that another document has is red too', async () => {
  await screen.goto('/admin/collections/laureates/create?locale=en')
  await screen.locator('#field-slug').waitFor()
  await screen.waitForLoadState('networkidle')
  await screen.locator('#field-knownName').fill('Another')
  await screen.locator('#field-slug').fill(slug)
  await save()
  await marked().first().waitFor()
  expect(
    await marked()
      .locator('input')
      .evaluateAll((inputs) => inputs.map(({ id }) => id)),
  ).toEqual(['field-slug'])
})

test('of somebody new, all that is missing is red at once', async () => {
  const admin = await browser.signIn()
  await admin.goto('/admin/collections/users/create')
  await admin.locator('#field-roles').waitFor()
  await admin.waitForLoadState('networkidle')
  await admin.getByRole('button', { name: 'Save', exact: true }).click()
  const red = admin.locator('.field-type.error')
  await red.first().waitFor()
  const missing = await red.evaluateAll((all) => all.map((one) => one.id || one.querySelector('input')?.id))
  expect(new Set(missing)).toEqual(
    new Set(['field-confirm-password', 'field-email', 'field-name', 'field-password', 'field-roles']),
  )
  await admin.context().close()
})
