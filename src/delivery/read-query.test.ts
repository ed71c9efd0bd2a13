import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listParameters, resourceNames } from '@/contract'
import { readQuery } from './read-query'
import { Refused } from './refused'

const parameters = listParameters('laureates')
const problemOf = (search: string) => {
  try {
    readQuery(search, parameters)
  } catch (error) {
    if (error instanceof Refused) return error.details
    throw error
  }
  return undefined
}

describe('the query', () => {
  test('is read as written, with the defaults of what is missing', () => {
    expect(Object.fromEntries(readQuery('q=Tom%C3%A1s+M&fields=slug,id&limit=7', parameters))).toEqual({
      q: 'Tomás M',
      fields: ['id', 'slug'],
      limit: 7,
      locale: 'en',
      fallback: 'declared',
      sort: 'name',
    })
  })

  test('is refused for whatever is not written exactly so, and never fails otherwise', () => {
    const piece = fc.oneof(
      fc.constantFrom('limit', 'q', '=', '&', '%', '%00', ',', 'fields', '1'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        expect(JSON.stringify(problemOf(pieces.join('')) ?? {}).isWellFormed()).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('gives back any text that may be stored', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 50 })
      .filter((text) => /\p{L}/u.test(text))
    fc.assert(
      fc.property(word, (text) => {
        expect(readQuery(new URLSearchParams({ theme: text }).toString(), parameters).get('theme')).toBe(text)
      }),
    )
  })

  test('takes every whole number in range and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 100_000 }), (value) => {
        const problem = problemOf(`limit=${value}`)
        expect(problem === undefined).toBe(value >= 1 && value <= 200)
      }),
    )
  })

  test.each(resourceNames)('has no parameter twice in the table of %s', (resource) => {
    const names = listParameters(resource).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
