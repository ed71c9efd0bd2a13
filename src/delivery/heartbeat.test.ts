import { expect, test } from 'vitest'
import { createBeats } from './heartbeat'

const written = new Date('2026-10-08T09:00:00Z')

test('where there never was a beat there is no age', () => {
  const read = createBeats()
  expect(read({ beat_at: null, beat_age: null })).toBeNull()
  expect(read({})).toBeNull()
})

test('a beat that was old already when it was seen first is as old as the clock of the copy says', () => {
  expect(createBeats(() => 0)({ beat_at: written, beat_age: 90_000 })?.ageMs).toBe(90_000)
})

test('a copy that follows and stays behind is as old as it is, though each look shows a new beat', () => {
  let now = 0
  const read = createBeats(() => now)
  for (let turn = 0; turn < 5; turn += 1) {
    now += 5000
    const age = read({ beat_at: new Date(written.getTime() + now), beat_age: 600_000 })?.ageMs
    expect(age).toBe(600_000)
  }
})

test('a clock of the copy that is slow hides no silence', () => {
  let now = 0
  const read = createBeats(() => now)
  expect(read({ beat_at: written, beat_age: -3_600_000 })?.ageMs).toBe(0)
  now = 40_000
  expect(read({ beat_at: written, beat_age: -3_560_000 })?.ageMs).toBe(40_000)
  expect(read({ beat_at: new Date(written.getTime() + 1), beat_age: -3_600_000 })?.ageMs).toBe(0)
})
