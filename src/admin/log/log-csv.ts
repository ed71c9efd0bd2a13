import { byteOrderMark, csvLine } from '@/formats'
import type { LogRow } from './log-rows'
import type { LogWords } from '../words'

// The log as a table.

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

export const csvHead = (words: LogWords): string =>
  byteOrderMark + csvLine(names.map((name) => words.columns[name]))

export const csvRow = (row: LogRow): string => csvLine(names.map((name) => columns[name](row)))
