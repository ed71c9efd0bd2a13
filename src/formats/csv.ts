// Tables for spreadsheets: RFC 4180, UTF-8 with a byte order mark, without which Excel misreads it.

export type CsvCell = string | number | null

export const byteOrderMark = '\uFEFF'

export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** A cell that a spreadsheet would run as a formula begins with an apostrophe instead. */
export function csvCell(value: CsvCell): string {
  if (value === null) return ''
  const text = String(value)
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n\t]|^'/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
