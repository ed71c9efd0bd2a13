import { expect, test } from 'vitest'
import { writingIn } from './page-writing'

test('a date is said in the language of the reader, and marked so; what is no date stays as it is', () => {
  const { date } = writingIn('sv', 'token')
  expect(date('1962-09-25')).toBe('<bdi lang="sv">25 september 1962</bdi>')
  expect(date('1943~')).toBe('<bdi lang="sv">omkring 1943</bdi>')
  expect(date('1943?/1950')).toBe('<bdi lang="sv">1943 (osäkert) – 1950</bdi>')
  expect(date('<b>')).toBe('<bdi>&lt;b&gt;</bdi>')
  expect(date(null)).toBe('')
})
