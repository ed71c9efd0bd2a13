import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor'
import { Refused } from './refused'

const place = fc.record({
  rank: fc.integer({ min: -9999, max: 9999 }),
  key: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\u0000')),
  id: fc.uuid(),
})

test('a cursor leads back to its place', () => {
  fc.assert(
    fc.property(place, (from) => {
      expect(readCursor(writeCursor(from, 'f'), 'f')).toEqual(from)
    }),
  )
})

test('a cursor of another list is refused', () => {
  fc.assert(
    fc.property(place, (from) => {
      expect(() => readCursor(writeCursor(from, 'f'), 'g')).toThrow(Refused)
    }),
  )
})

test('anything else is refused, and nothing else is thrown', () => {
  const forged = fc.oneof(
    fc.base64String(),
    fc.string({ unit: 'binary' }),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
  )
  fc.assert(
    fc.property(forged, (cursor) => {
      expect(() => readCursor(cursor, 'f')).toThrow(Refused)
    }),
  )
})
