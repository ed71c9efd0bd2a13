import { describe, expect, test } from 'vitest'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { leadAddresses, ledAddress } from './lead-addresses'

const ways = {
  unreadable: { programs: '/unreadable?for=programs', people: '/unreadable' },
  absent: '/preview/v1',
  programs: '/api/',
  secrets: '/preview/',
  secret: 'token',
}
const led = (target: string): string => ledAddress(target, ways)

describe('an address that is no percent-encoded UTF-8 is exchanged for one that says so', () => {
  test.each(['%', '%zz', '%ff', '%c0%ae', '%e2%82', 'a%2', '%ed%a0%80', '%%20'])('%s', (wrong) => {
    expect(led(`/admin/collections/${wrong}`)).toBe('/unreadable')
    expect(led(`/admin/${wrong}/`)).toBe('/unreadable')
    expect(led(`/${wrong}`)).toBe('/unreadable')
    expect(led(`/preview/v1/laureates/${wrong}?token=v1.a.b`)).toBe('/unreadable')
    expect(led(`/api/laureates/${wrong}?depth=0`)).toBe('/unreadable?for=programs')
    expect(led(`//api/${wrong}`)).toBe('/unreadable?for=programs')
  })
})

describe('what Next would redirect with a token in it leads to nothing', () => {
  test.each([
    '/preview/v1/laureates/ana/?locale=en&token=v1.a.b',
    '/preview//v1/laureates/ana?token=v1.a.b',
    '//preview/v1/laureates/ana?token=v1.a.b',
    '/preview\\v1/laureates/ana?token=v1.a.b',
    '/%70review/v1/laureates/ana/?token=v1.a.b',
    '/admin/?locale=en&%74oken=v1.a.b',
    '/?token=v1.a.b/../'.replace('/?', '//?'),
    '/preview/v1/laureates/ana/',
    '/preview/',
  ])('%s', (target) => {
    expect(led(target)).toBe('/preview/v1')
  })
})

test('every other address is as it was', () => {
  for (const target of [
    '/',
    '/admin',
    '/admin/collections/laureates/',
    '/api/laureates?where[name][equals]=%ff',
    '/api/media/file/A%20b.jpg',
    '/preview/v1/laureates/ana?locale=en&token=v1.a.b',
    '/preview/v1/laureates/%D9%85?token=v1.a.b//',
    '/_next/static/chunks/a.js?token=1',
    '*',
  ])
    expect(led(target)).toBe(target)
})

test('a server sees the other address, whatever the raw request says', async () => {
  leadAddresses(ways)
  const server = createServer((request, response) => response.end(request.url))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const seen = (target: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const chunks: Buffer[] = []
      connect(port, '127.0.0.1')
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => resolve(Buffer.concat(chunks).toString('utf8').split('\r\n\r\n')[1] ?? ''))
        .on('error', reject)
        .end(`GET ${target} HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n`)
    })
  expect(await seen('/admin/%ff')).toContain('/unreadable')
  expect(await seen('/preview/v1/x/?token=v1.a.b')).not.toContain('token')
  expect(await seen('/admin?a=1')).toContain('/admin?a=1')
  server.close()
})
