import { expect, test } from 'vitest'
import { keepTickShape } from './keep-tick-shape'

test('what is kept is the object that Node makes for a tick, and it is made once', async () => {
  const kept = await keepTickShape()
  expect(Object.keys(kept)).toEqual(expect.arrayContaining(['callback']))
  expect(Object.getOwnPropertySymbols(kept).map(String)).toEqual(
    expect.arrayContaining(['Symbol(async_id_symbol)']),
  )
  expect(await keepTickShape()).toBe(kept)
})
