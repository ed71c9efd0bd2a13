import { createHash } from 'node:crypto'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { openapi } from '@/contract'
import { useWorld } from './delivery-world'

// `/docs`: the contract as a page that loads nothing and runs nothing.

const world = useWorld()
const document = openapi() as unknown as {
  paths: Record<string, unknown>
  components: { schemas: Record<string, unknown> }
}
const read = async () => (await world.get('/docs')).text()

test('it names every address and every schema, and each of its links leads somewhere', async () => {
  const page = await read()
  for (const path of Object.keys(document.paths)) expect(page).toContain(`<code>${path}</code>`)
  for (const [, id] of JSON.stringify(document).matchAll(/"operationId":"(\w+)"/g))
    expect(page).toContain(`<article id="${id}">`)
  for (const name of Object.keys(document.components.schemas)) expect(page).toContain(`id="schema-${name}"`)
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
  expect(links.length).toBeGreaterThan(200)
  const inside = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1))
  expect(inside.filter((id) => !ids.includes(id))).toEqual([])
  for (const link of links.filter((each) => !each.startsWith('#')))
    expect([link, (await world.get(link)).status]).toEqual([link, 200])
})

test('it is read offline: it is one file without scripts, and its policy lets in nothing but its own style', async () => {
  const answer = await world.get('/docs')
  const page = await answer.text()
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page).not.toMatch(
    /<(?:script|link|img|iframe|object|embed|base|form)\b|@import|url\(| on\w+=| style=/,
  )
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  expect(answer.headers.get('content-security-policy')).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  expect((await world.get('/openapi.json')).headers.get('content-security-policy')).toBe(
    "default-src 'none'; frame-ancestors 'none'",
  )
})

test('it is HTML without errors', async () => {
  const errors: string[] = []
  parse(await read(), { onParseError: ({ code, startLine }) => errors.push(`${startLine} ${code}`) })
  expect(errors).toEqual([])
})

test('it costs no query, and nothing when it is known', async () => {
  expect(await world.queriesOf(read)).toBe(0)
  const etag = (await world.get('/docs')).headers.get('etag') ?? ''
  expect((await world.get('/docs', { 'if-none-match': etag })).status).toBe(304)
  expect((await world.get('/docs', { 'accept-encoding': 'br' })).headers.get('content-encoding')).toBe('br')
  expect((await world.get('/docs?x=1')).status).toBe(400)
})
