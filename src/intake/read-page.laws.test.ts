import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { english, englishPage } from './page.fixtures'
import { readPage } from './read-page'
import { isQuick } from '../../tests/quick'

// Laws of the reader, tried on generated pages. The seed is printed, so that a failure can be repeated.
const seed = Date.now() % 1_000_000
const options = { seed, numRuns: 100 }
afterAll(() => process.stdout.write(`fast-check seed ${seed}\n`))

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
    const written = fc.tuple(
      ...lines.map((line) => fc.tuple(fc.constant(line), space, end, fc.constantFrom('', ' ', '\t'))),
    )
    fc.assert(
      fc.property(written, fc.boolean(), (page, hasBom) => {
        const text = page
          .map(([line, gap, ending, edge]) => `${edge}${line.replaceAll(' ', gap)}${edge}${ending}`)
          .join('')
        expect(proposalOf(new TextEncoder().encode(`${hasBom ? '\uFEFF' : ''}${text}`))).toEqual(expected)
      }),
      options,
    )
  })
})

/** Lines of a page that was read and that stand in no row. */
function lost(input: string): unknown[] {
  const reading = readPage(input)
  if (!reading.ok) return []
  const isShown = (line: { number: number; text: string }) =>
    reading.rows.some(
      ({ from, to, source }) =>
        from <= line.number && line.number <= to && source.split('\n').includes(line.text),
    )
  return reading.page.lines.filter((line) => !isShown(line))
}

describe('whatever is sent', () => {
  test('strings and bytes are read or refused within a second', () => {
    const input = fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), fc.uint8Array({ maxLength: 2000 }))
    fc.assert(
      fc.property(input, (sent) => {
        expect(isQuick(1000, () => readPage(sent))).toBe(true)
      }),
      options,
    )
  })

  test('every line of a page stands in a row, whatever is lost, doubled, mixed or invented', () => {
    const known = { weight: 4, arbitrary: fc.constantFrom(...lines) }
    const invented = { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) }
    fc.assert(
      fc.property(fc.array(fc.oneof(known, invented), { maxLength: 60 }), (mixed) => {
        expect(lost([...english.head, ...mixed].join('\n'))).toEqual([])
      }),
      options,
    )
  })

  test('markup is read or refused within a second', () => {
    const tags = '<p> </p> <b> <h2> </h2> <script> </script> <nav> <li> <br> &amp; &#0; <!-- <'.split(' ')
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tags, ...lines), { maxLength: 200 }), (pieces) => {
        expect(isQuick(1000, () => readPage(`<!doctype html>${pieces.join('')}`))).toBe(true)
      }),
      options,
    )
  })
})
