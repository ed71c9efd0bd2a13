import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell } from './csv'

test.each([
  ['plain', 'plain'],
  [7, '7'],
  [null, ''],
  ['a, b', '"a, b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', `"'=1+1"`],
  ['+46 8', `"'+46 8"`],
  ['-1', `"'-1"`],
  ['@home', `"'@home"`],
  ['\tx', `"'\tx"`],
  ['\rx', `"'\rx"`],
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
])('%j is written as %j', (value, written) => {
  expect(csvCell(value)).toBe(written)
})

test('no cell begins as a formula, and each is read back as it was', () => {
  assert(
    property(
      string({ unit: constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ' ', 'é', "'") }),
      (text) => {
        const cell = csvCell(text)
        const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
        expect(read).not.toMatch(/^[=+\-@\t\r]/)
        expect([text, `'${text}`]).toContain(read)
        expect(cell).toMatch(/^(?:[^",\r\n]*|"(?:[^"]|"")*")$/)
      },
    ),
  )
})
