import { expect, test } from 'vitest'
import { cookieFor, newToken, noCookie, tokenIn } from './session-cookie'

const server = 'https://desk.example.org'
const local = 'http://localhost:3000'

test('over https the cookie is Secure and bound to the host by its name', () => {
  expect(cookieFor(server, 'abc')).toBe(
    '__Host-desk-session=abc; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure',
  )
  expect(cookieFor(local, 'abc')).toBe('desk-session=abc; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict')
  expect(noCookie(server)).toContain('__Host-desk-session=; Path=/; Max-Age=0')
})

test('a token is 256 random bits', () => {
  expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32)
  expect(newToken()).not.toBe(newToken())
})

test.each([
  [{ origin: server }, 'abc'],
  [{ 'sec-fetch-site': 'same-origin' }, 'abc'],
  [{ 'sec-fetch-site': 'none' }, 'abc'],
  [{ 'sec-fetch-site': 'same-site' }, undefined],
  [{ 'sec-fetch-site': 'cross-site' }, undefined],
  [{ origin: 'https://evil.example.org' }, undefined],
  [{ origin: 'null' }, undefined],
  [{}, undefined],
])('a request with %j carries %s', (headers, token) => {
  const sent = new Headers({ cookie: 'a=b; __Host-desk-session=abc', ...headers })
  expect(tokenIn(sent, server)).toBe(token)
})

test('a cookie of the other name is none: a page without https cannot plant one', () => {
  expect(tokenIn(new Headers({ cookie: 'desk-session=abc', origin: server }), server)).toBeUndefined()
})
