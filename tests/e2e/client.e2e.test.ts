import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { buildClient } from '../../src/processes/build-client.mjs'
import { useBrowser } from '../browser'
import { makeFolder } from '../folder'

// The client in a browser, on a page that is not of the API's own origin.

const { deliveryUrl } = inject('app')
const browser = useBrowser()

const elsewhere = createServer((_request, response) =>
  response.setHeader('content-type', 'text/html').end('<!doctype html><title>Elsewhere</title>'),
)
const openElsewhere = () =>
  new Promise<string>((resolve) => {
    elsewhere.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`),
    )
  })
afterAll(() => void elsewhere.close())

test('a page of another origin reads, reads again, and keeps a copy', async () => {
  const folder = makeFolder('browser-client')
  await buildClient(folder)
  const source = readFileSync(path.join(folder, 'index.js'), 'utf8').replace(/export \{[\s\S]*$/, '')
  rmSync(folder, { recursive: true, force: true })
  const page = await browser.newPage()
  await page.goto(await openElsewhere())
  const use = `${source}
    const api = createClient({ url: ${JSON.stringify(deliveryUrl)}, locale: 'ar' })
    const store = createMemoryStore()
    const found = async () => {
      const slugs = []
      for await (const { slug } of api.list('laureates', { limit: 2 })) slugs.push(slug)
      return slugs
    }
    Promise.all([found(), api.sync(store)])
      .then(async ([slugs]) => ({ slugs, again: await found(), copied: store.all('laureates').map(({ slug }) => slug) }))`
  const { slugs, again, copied } = await page.evaluate<Record<string, string[]>>(use)
  expect(slugs?.length).toBeGreaterThan(2)
  expect(again).toEqual(slugs)
  expect(copied?.toSorted()).toEqual(slugs?.toSorted())
})
