import { expect, test } from 'vitest'
import { admit, admitAll } from './throttle'

const minute = 60_000
const limit = { burst: 3, every: 2 * minute }
const noon = Date.UTC(2026, 10, 29, 12)

/** Tries at these minutes after noon; which of them are let in. */
function letIn(minutes: readonly number[]): boolean[] {
  let spentUntil = 0
  return minutes.map((after) => {
    const admission = admit({ limit, spentUntil }, noon + after * minute)
    if (admission.isAdmitted) ({ spentUntil } = admission)
    return admission.isAdmitted
  })
}

test('so many at once, then one more each time the interval has passed', () => {
  expect(letIn([0, 0, 0, 0])).toEqual([true, true, true, false])
  expect(letIn([0, 0, 0, 1.99, 2, 2, 4])).toEqual([true, true, true, false, true, false, true])
})

test('who waits gets all of them back, and no more than that', () => {
  expect(letIn([0, 0, 0, 6, 6, 6, 6])).toEqual([true, true, true, true, true, true, false])
  expect(letIn([0, 600, 600, 600, 600])).toEqual([true, true, true, true, false])
})

test('tries that are refused push nothing further away', () => {
  expect(letIn([0, 0, 0, ...Array<number>(50).fill(1), 2])).toEqual([
    true,
    true,
    true,
    ...Array<boolean>(50).fill(false),
    true,
  ])
})

test('says when the next one is let in', () => {
  expect(admit({ limit, spentUntil: noon + 6 * minute }, noon)).toEqual({
    isAdmitted: false,
    retryAt: noon + 2 * minute,
  })
  expect(admit({ limit, spentUntil: noon + 6 * minute }, noon + 2 * minute).isAdmitted).toBe(true)
})

test('two buckets are paid from both or from none, and the later one says when', () => {
  const full = { key: 'full', limit, spentUntil: noon + 6 * minute }
  const fuller = { key: 'fuller', limit, spentUntil: noon + 7 * minute }
  const empty = { key: 'empty', limit, spentUntil: 0 }
  expect(admitAll([empty, full, fuller], noon)).toEqual({ retryAt: noon + 3 * minute })
  expect(admitAll([empty], noon)).toEqual({ spent: new Map([['empty', noon + 2 * minute]]) })
})
