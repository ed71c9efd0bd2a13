import type { LogRow } from './log-rows'
import type { LogWords } from './words'

// The log as a table: RFC 4180, UTF-8 with a byte order mark, without which Excel misreads it.

type Columns = Record<keyof LogWords['columns'], (row: LogRow) => string | number | null>

const columns: Columns = {
  number: ({ number }) => number,
  time: ({ at }) => at,
  person: ({ person }) => person,
  happened: ({ happened }) => happened,
  kind: ({ kind }) => kind,
  document: ({ document }) => document,
  language: ({ unit }) => unit,
  reason: ({ reason }) => reason,
  sentence: ({ sentence }) => sentence.map(({ text }) => text).join(''),
  more: ({ more }) => more.join('\n'),
  hash: ({ hash }) => hash,
}
const names = Object.keys(columns) as (keyof Columns)[]

const byteOrderMark = '\uFEFF'

export const csvHead = (words: LogWords): string =>
  byteOrderMark + csvLine(names.map((name) => words.columns[name]))

export const csvRow = (row: LogRow): string => csvLine(names.map((name) => columns[name](row)))

const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** A cell that a spreadsheet would run as a formula begins with an apostrophe instead. */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n\t]|^'/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
