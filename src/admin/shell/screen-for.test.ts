import { expect, test } from 'vitest'
import type { Person, Role } from '@/access'
import { screenFor } from './screen-for'

const person = (...roles: Role[]): Person => ({ id: 'me', roles })
const opened = (path: string, who: Person | null): string =>
  screenFor({ segments: path.split('/'), searchParams: {} }, { person: who, isWaiting: false }).segments.join(
    '/',
  )

test.each([
  ['reviewer', 'collections/laureates/create'],
  ['translator', 'collections/citations/create'],
  ['admin', 'collections/citations/create'],
  ['editor', 'collections/users'],
  ['editor', 'collections/users/create'],
  ['editor', 'collections/users/someone-else'],
] as const)('a screen that the role %s does not include says so: %s', (role, path) => {
  expect(opened(path, person(role))).toBe('not-allowed')
})

test.each([
  ['editor', 'collections/laureates/create'],
  ['admin', 'collections/users/create'],
  ['reviewer', 'collections/laureates/an-id'],
  ['reviewer', 'collections/laureates/an-id/history'],
  ['translator', 'collections/laureates/an-id/history/a-version'],
  ['reviewer', 'review/citations/an-id'],
  ['reviewer', 'account'],
  ['reviewer', 'collections/nothing'],
] as const)('any other screen stays what it is: %s, %s', (role, path) => {
  expect(opened(path, person(role))).toBe(path)
})

test.each(['versions', 'versions/a-version'])('the framework’s own screen shows the history: %s', (path) => {
  for (const role of ['reviewer', 'translator'] as const)
    expect(opened(`collections/laureates/an-id/${path}`, person(role))).toBe(
      'collections/laureates/an-id/history',
    )
})

test('people who may not see others see themselves on their own page', () => {
  expect(opened('collections/users/me', person('editor'))).toBe('account')
})

test('whoever is not signed in is left to the sign-in page, and a reset by e-mail does not exist', () => {
  expect(opened('collections/laureates/create', null)).toBe('collections/laureates/create')
  expect(opened('reset/any-token', null)).toBe('forgot')
})

test('between the password and the second step every address shows that step, but signing out', () => {
  const shown = (...segments: string[]) =>
    screenFor({ segments, searchParams: {} }, { person: null, isWaiting: true }).segments.join('/')
  for (const path of ['', 'login', 'account', 'collections', 'not-allowed', 'second-step', 'import'])
    expect(shown(path)).toBe('second-step')
  expect(shown()).toBe('second-step')
  expect(shown('logout')).toBe('logout')
})
