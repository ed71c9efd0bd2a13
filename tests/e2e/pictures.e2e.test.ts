import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { useBrowser } from '../browser'
import { photograph } from '../pictures'

// The form of a picture: what it says of the chosen file, and that a file is sent once.

const browser = useBrowser()
let screen: Page
let files: { name: string; mimeType: string; buffer: Buffer }[]

beforeAll(async () => {
  screen = await browser.signIn()
  files = await Promise.all(
    [700, 800].map(async (width) => ({
      name: `${width}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await photograph(width, 500),
    })),
  )
})

const field = () => screen.locator('.file-field')
const note = () => screen.locator('.desk-picture')
const choose = (index: number) =>
  field()
    .locator('input[type=file]')
    .setInputFiles(files[index] ?? [])
const takeAway = () => field().locator('.btn--round, .file-details__remove').first().click()

/** Saves, and tells whether a file went along. */
async function save(): Promise<boolean> {
  const sent = screen.waitForRequest(
    (request) =>
      request.method() === 'PATCH' ||
      (request.method() === 'POST' && new URL(request.url()).pathname === '/api/media'),
  )
  await screen.getByRole('button', { name: 'Save', exact: true }).click()
  const request = await sent
  const answer = await request.response()
  expect(answer?.status()).toBeLessThan(300)
  await field().locator('.file-details').waitFor()
  // The browser does not tell the bytes of a file.
  return request.postDataBuffer()?.includes('filename=') ?? true
}

test('a file that is chosen in place of another is not refused', async () => {
  await screen.goto('/admin/collections/media/create')
  await choose(0)
  await field().locator('.file-field__filename').waitFor()
  await takeAway()
  await choose(1)
  await field().locator('.file-field__filename').waitFor()
  // The form judges a file a moment after it is chosen.
  await screen.waitForTimeout(1000)
  for (const said of ['A file is required.', 'Choose a picture.'])
    expect(await screen.getByText(said, { exact: true }).count()).toBe(0)
  expect(await note().getByText('JPEG, PNG or WebP').count()).toBe(1)
})

test('a file is sent once, so that what is written about it later stays', async () => {
  await screen.locator('#field-alt').fill('A field')
  expect(await save()).toBe(true)
  await screen.waitForURL(/media\/[0-9a-f-]{36}/)
  await note().getByText('Open the picture in full size').waitFor()
  await takeAway()
  await choose(0)
  expect(await save()).toBe(true)
  await note().getByText('Open the picture in full size').waitFor()
  await screen.locator('#field-credit').fill('Mira Holm')
  expect(await save()).toBe(false)
  await screen.reload()
  expect(await screen.locator('#field-credit').inputValue()).toBe('Mira Holm')
})
