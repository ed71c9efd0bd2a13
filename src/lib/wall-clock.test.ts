import { expect, test } from 'vitest'
import { instantOf, wallTime } from './wall-clock'

const told = (ms: number): string => new Date(ms).toISOString().slice(0, 16)

test.each([
  ['2031-10-10T09:00', 'Europe/Stockholm', '2031-10-10T11:00'],
  ['2031-12-10T09:00', 'Europe/Stockholm', '2031-12-10T10:00'],
  ['2031-10-10T09:00', 'America/New_York', '2031-10-10T05:00'],
  ['2031-10-10T20:00', 'Asia/Kolkata', '2031-10-11T01:30'],
  ['2031-10-10T09:00', 'UTC', '2031-10-10T09:00'],
])('%s UTC in %s is %s, and back', (utc, zone, wall) => {
  const at = Date.parse(`${utc}Z`)
  expect(told(wallTime(at, zone))).toBe(wall)
  expect(instantOf(wallTime(at, zone), zone)).toBe(at)
})

test('on the days on which clocks change, every hour that is shown once is found again', () => {
  for (const day of ['2026-03-29', '2026-10-25'])
    for (const hour of ['00:30', '03:30', '04:00', '12:00']) {
      const wall = Date.parse(`${day}T${hour}Z`)
      expect(wallTime(instantOf(wall, 'Europe/Stockholm'), 'Europe/Stockholm'), `${day} ${hour}`).toBe(wall)
    }
})
