import type { HistoryEntry } from '@/units'
import type { DeskShape } from '../values/field-shapes'
import { unitsInWords } from '../units/say-units'
import { fill, historyWords } from '../words'

// What happened to a document, in words.

/** What is told on one line: one entry, or the same step of several units at once. */
export type HistoryLine = { entries: readonly HistoryEntry[]; first: HistoryEntry }

const atOnceMs = 5000
const isStep = ({ did }: HistoryEntry): boolean => did !== 'saved' && did !== 'restored' && did !== 'found'

/** Entries, newest first, with the same step of one person to several units put together. */
export function historyLinesOf(entries: readonly HistoryEntry[]): HistoryLine[] {
  const lines: HistoryLine[] = []
  for (const entry of entries) {
    const last = lines.at(-1)
    if (last && isOneDeed(last, entry))
      lines[lines.length - 1] = { ...last, entries: [...last.entries, entry] }
    else lines.push({ entries: [entry], first: entry })
  }
  return lines
}

const isOneDeed = ({ first, entries }: HistoryLine, entry: HistoryEntry): boolean =>
  isStep(entry) &&
  (['did', 'person', 'second', 'reason'] as const).every((key) => first[key] === entry[key]) &&
  Math.abs(Date.parse(first.at) - Date.parse(entry.at)) < atOnceMs &&
  entries.every(({ unit }) => unit !== entry.unit)

export type HistoryReader = {
  /** Of the screens. */
  language: string
  names: ReadonlyMap<string, string>
  fields: readonly DeskShape[]
}

/** The line as a sentence: "Ana Ruiz changed English: Motivation, Title." */
export function sayHistory({ first, entries }: HistoryLine, reader: HistoryReader): string {
  const words = historyWords(reader.language)
  const name = (id: string | null): string => reader.names.get(id ?? '') ?? words.someone
  return fill(words.said[sentenceFor(first)], {
    name: name(first.person),
    second: name(first.second),
    unit: unitsInWords(entries, reader.language),
    fields: fieldsInWords(writtenIn(first), reader),
    number: first.from?.number ?? '',
  })
}

// The first words about a picture are about the one that was there.
const writtenIn = ({ fields, number, unit }: HistoryEntry): readonly string[] =>
  number === 1 && unit !== 'shared' ? fields.filter((path) => path !== 'filename') : fields

function sentenceFor({ did, number, fields }: HistoryEntry) {
  if (did !== 'saved' || number !== 1) return did
  return fields.length === 0 ? ('beganEmpty' as const) : ('began' as const)
}

const mostFields = 6

/** The names of the fields in the order of the form; many are counted. */
function fieldsInWords(paths: readonly string[], { fields, language }: HistoryReader): string {
  const labels = fields.filter(({ path }) => paths.includes(path)).map(({ label }) => label)
  const shown = labels.slice(0, mostFields).join(', ')
  const count = labels.length - mostFields
  return count > 0 ? fill(historyWords(language).more, { fields: shown, count }) : shown
}
