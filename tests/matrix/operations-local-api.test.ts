import { expect, test } from 'vitest'
import { byLocalApi, isRefusal } from './by-local-api'
import { tryOperations } from './operation-cells'

tryOperations(byLocalApi, () => true)

test('a mistake of the code is no refusal', () => {
  expect(isRefusal(new TypeError('undefined is not a function'))).toBe(false)
})
