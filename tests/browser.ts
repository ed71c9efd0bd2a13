import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser that CHROMIUM_PATH names, or one where Linux puts it. */
function findChromium(): string {
  const given = process.env['CHROMIUM_PATH']
  const found = given ?? usual.find((file) => existsSync(file))
  if (found && existsSync(found)) return found
  throw new Error('No Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.')
}

/** For a test file: `const browser = useBrowser()`, then `await browser.open('/admin')` inside tests. */
export function useBrowser() {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    })
  })
  afterAll(async () => {
    await browser.close()
  })
  const { serverUrl } = inject('app')
  const newPage = async (): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: serverUrl,
      locale: 'en-GB',
      viewport: { width: 1400, height: 1000 },
    })
    context.setDefaultTimeout(60_000)
    return context.newPage()
  }
  return {
    /** A page in a browser profile of its own, nobody signed in. */
    newPage,
    /** Opens a path of the desk in a new profile. */
    open: async (path: string): Promise<Page> => {
      const page = await newPage()
      await page.goto(path)
      return page
    },
    /** A page of someone who has signed in through the form; the first administrator if no one is named. */
    signIn: async (person: { email: string; password: string } = inject('app')): Promise<Page> => {
      const page = await newPage()
      await page.goto('/admin/login')
      // What is typed before React has taken over is lost.
      await page.waitForFunction(() =>
        Object.keys(document.querySelector('#field-email') ?? {}).some((key) => key.startsWith('__react')),
      )
      await page.fill('#field-email', person.email)
      await page.fill('#field-password', person.password)
      await page.click('button[type=submit]')
      await page.waitForURL((url) => url.pathname.startsWith('/admin') && !url.pathname.includes('login'))
      return page
    },
  }
}
