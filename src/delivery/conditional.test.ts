import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHeldByClient } from './conditional'
import { negotiateCoding } from './negotiate-coding'

const tag = fc.stringMatching(/^[!#-~]{0,20}$/).map((text) => `"${text}"`)

describe('conditions', () => {
  test('a list holds the answer exactly when the tag is among its members, weak or strong', () => {
    fc.assert(
      fc.property(tag, fc.array(fc.tuple(tag, fc.boolean())), (etag, held) => {
        const header = held.map(([each, isWeak]) => (isWeak ? `W/${each}` : each)).join(', ')
        expect(isHeldByClient({ 'if-none-match': header }, etag, 0)).toBe(
          held.some(([each]) => each === etag),
        )
      }),
    )
  })

  test('garbage holds nothing and takes no time', () => {
    const long = `${'"a", W/'.repeat(2000)}"`
    expect(isHeldByClient({ 'if-none-match': long }, '"b"', 0)).toBe(false)
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(isHeldByClient({ 'if-none-match': header.replaceAll('*', '') }, '"§§"', 0)).toBe(false)
      }),
    )
  })

  test('a date holds the answer when it is not older', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: -5, max: 5 }), (modifiedAt, later) => {
        const since = new Date(Math.max(0, modifiedAt + later) * 1000).toUTCString()
        expect(isHeldByClient({ 'if-modified-since': since }, '"a"', modifiedAt)).toBe(
          Math.max(0, modifiedAt + later) >= modifiedAt,
        )
      }),
    )
    expect(isHeldByClient({ 'if-modified-since': 'tomorrow' }, '"a"', 0)).toBe(false)
    expect(isHeldByClient({ 'if-modified-since': new Date().toUTCString() }, '"a"', Number.NaN)).toBe(false)
  })
})

describe('codings', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['gzip;q=0', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['BR ; Q=1', 'br'],
    ['br;q=7', 'identity'],
    ['deflate', 'identity'],
  ])('%s → %s', (header, coding) => {
    expect(negotiateCoding(header)).toBe(coding)
  })
})
