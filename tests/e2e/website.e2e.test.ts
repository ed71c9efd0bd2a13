import { beforeAll, expect, inject, test } from 'vitest'
import { useBrowser } from '../browser'
import { useWebsite } from '../website'

// The example website in a browser, with the invented foundation behind it.

const { deliveryUrl } = inject('app')
const browser = useBrowser()
const website = useWebsite()
let site = ''
beforeAll(async () => {
  site = await website.start({ API_URL: deliveryUrl, SITE_NAME: 'The Hearthlight Prize' })
})

test.each([1200, 360])(
  'every language is read at a width of %s, without a sideways scroll',
  async (width) => {
    const page = await browser.newPage()
    await page.setViewportSize({ width, height: 900 })
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(String(error)))
    for (const [locale, direction] of [
      ['en', 'ltr'],
      ['sv', 'ltr'],
      ['es', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      await page.goto(`${site}/${locale}`)
      for (const link of [
        'article.award h3 a',
        'p.laureates a',
        'header nav a:nth-child(2)',
        '.releases a',
      ]) {
        await page.locator(link).first().click()
        await page.waitForLoadState()
        expect(await page.locator('html').getAttribute('dir')).toBe(direction)
        expect((await page.locator('h1').innerText()).length).toBeGreaterThan(1)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
    }
    expect(said).toEqual([])
  },
)

test('a reader changes the language and stays on the page', async () => {
  const page = await browser.newPage()
  await page.goto(`${site}/en/citations/2024-ngozi-adelund`)
  await page.getByRole('link', { name: 'العربية' }).click()
  await page.waitForURL(`${site}/ar/citations/2024-ngozi-adelund`)
  expect(await page.title()).not.toBe('')
  expect(await page.locator('link[rel=stylesheet]').count()).toBe(1)
})
