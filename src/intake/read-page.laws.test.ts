import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { english, englishPage } from './page.fixtures'
import { readPage } from './read-page'

// Laws of the reader, tried on generated pages. The seed is printed, so that a failure can be repeated.
const seed = Number(process.env['FAST_CHECK_SEED'] ?? Date.now() % 1_000_000)
const options = { seed, numRuns: 100 }
afterAll(() => process.stdout.write(`fast-check seed ${seed} (FAST_CHECK_SEED)\n`))

const proposalOf = (input: string | Uint8Array) => {
  const reading = readPage(input)
  if (!reading.ok) throw new Error(reading.message)
  return reading.proposal
}
const expected = proposalOf(englishPage())
const sections = ['facts', 'long', 'press', 'contacts'] as const
const lines = englishPage().split('\n\n')

describe('the proposal does not change', () => {
  test('with the order of the sections', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sections], { minLength: 4 }), (order) => {
        expect(proposalOf(englishPage(order))).toEqual(expected)
      }),
      options,
    )
  })

  test('with the place of the beginning among the sections', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sections], { minLength: 4 }), fc.nat(4), (order, at) => {
        const blocks = order.map((key) => english[key]).toSpliced(at, 0, english.head)
        expect(proposalOf(blocks.flat().join('\n'))).toEqual(expected)
      }),
      options,
    )
  })

  test('with line ends, blank lines, NBSP, tabs, outer spaces and a BOM', () => {
    const space = fc.constantFrom(' ', '\u00A0', '\t', '  ', '\u202F')
    const end = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n \r\n', '\n\u00A0\n\n\n')
    const written = fc.tuple(...lines.map((line) => fc.tuple(fc.constant(line), space, end, fc.constantFrom('', ' ', '\t'))))
    fc.assert(
      fc.property(written, fc.boolean(), (page, hasBom) => {
        const text = page.map(([line, gap, ending, edge]) => `${edge}${line.replaceAll(' ', gap)}${edge}${ending}`).join('')
        expect(proposalOf(new TextEncoder().encode(`${hasBom ? '\uFEFF' : ''}${text}`))).toEqual(expected)
      }),
      options,
    )
  })
})

describe('whatever is sent', () => {
  const isFast = (input: string | Uint8Array) => {
    const start = performance.now()
    const reading = readPage(input)
    expect(performance.now() - start).toBeLessThan(1000)
    return reading
  }
  // Every line of a page that is read stands in a row: nothing vanishes.
  const isWhole = (input: string) => {
    const reading = isFast(input)
    if (!reading.ok) return
    const shown = new Set(reading.rows.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)))
    expect(reading.page.lines.filter(({ number }) => !shown.has(number))).toEqual([])
  }

  test('strings and bytes are read or refused within a second', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), fc.uint8Array({ maxLength: 2000 })), (input) => {
        isFast(input)
      }),
      options,
    )
  })

  test('pages with lines lost, doubled, mixed and invented: every line stands in a row', () => {
    const line = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...lines) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (mixed) => isWhole([...english.head, ...mixed].join('\n'))),
      options,
    )
  })

  test('markup is read or refused within a second', () => {
    const piece = fc.constantFrom('<p>', '</p>', '<b>', '<h2>', '</h2>', '<script>', '</script>', '<nav>', '<li>', '<br>', '&amp;', '&#0;', '<!--', '<', ...lines)
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        isFast(`<!doctype html>${pieces.join('')}`)
      }),
      options,
    )
  })
})
