import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AuditEntry } from './append-audit'
import { tally } from './tally'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function makeTally(atMost = Infinity) {
  const written: AuditEntry[] = []
  const count = tally({
    everyMs: 60_000,
    atMost,
    write: async (entry) => void written.push(entry),
    onLost: () => undefined,
  })
  const happens = (key: string, group = 'a person') =>
    count({ group, key, entry: { action: 'refused', person: null, details: { key } } })
  return { written, happens }
}

test('the first is written at once, the others as one number when the time is over', async () => {
  const { written, happens } = makeTally()
  for (let turn = 0; turn < 4; turn += 1) await happens('x')
  expect(written.map(({ details }) => details)).toEqual([{ key: 'x' }])
  vi.advanceTimersByTime(60_000)
  expect(written.map(({ details }) => details)).toEqual([{ key: 'x' }, { key: 'x', times: 3 }])
  await happens('x')
  expect(written).toHaveLength(3)
  vi.advanceTimersByTime(60_000)
  expect(written).toHaveLength(3)
})

test('beyond a number of different ones they are counted together, group by group', async () => {
  const { written, happens } = makeTally(3)
  for (let turn = 0; turn < 100; turn += 1) await happens(`x${turn}`)
  await happens('x0')
  await happens('y', 'another person')
  expect(written.map(({ details }) => details)).toEqual([
    { key: 'x0' },
    { key: 'x1' },
    { key: 'x2' },
    { many: true },
    { key: 'y' },
  ])
  vi.advanceTimersByTime(60_000)
  expect(written.slice(5).map(({ details }) => details)).toEqual([
    { key: 'x0', times: 1 },
    { many: true, times: 96 },
  ])
  await happens('x50')
  expect(written.at(-1)?.details).toEqual({ key: 'x50' })
})
