import { languageName } from '@/formats'
import type { LogEntry } from '@/audit'
import { wordsOfAction } from './log-actions'
import { readDetails } from './log-details'
import { linesOf } from './log-lines'
import { documentTitle, isStillThere, kindWords, personName, reasonOf, type Reader } from './log-reader'
import { fill } from '../words'

// An entry of the log in the words of its reader. Ids become names on the way; none is shown.

/** A piece of a sentence; `path` leads to what it names, below `/admin`. */
type Piece = { text: string; path?: string }

export type LogRow = {
  place: string
  /** Its number in the chain. */
  number: number | null
  hash: string | null
  /** RFC 3339. */
  at: string
  action: string
  happened: string
  person: string | null
  /** The kind of document that it is about. */
  kind: string | null
  document: string | null
  /** The language, or the shared facts. */
  unit: string | null
  reason: string | null
  sentence: Piece[]
  more: string[]
}

export function rowOf(entry: LogEntry, reader: Reader): LogRow {
  const { action, collection, document, person, unit } = entry
  const { label, sentence } = wordsOfAction(action, reader.words)
  const template = variantOf(entry, reader) ?? sentence
  return {
    place: entry.place,
    number: entry.seq,
    hash: entry.hash,
    at: entry.at.toISOString(),
    action,
    happened: label,
    person: person === null ? null : personName(person, reader),
    kind: collection === null ? null : (kindWords(collection, reader)?.one ?? null),
    document: document === null ? null : titleOf(document, collection, reader),
    unit: unit === null ? null : unitInWords(unit, reader),
    reason: reasonOf(entry, reader),
    sentence: piecesOf(template, entry, reader),
    more: linesOf(entry, reader, template.includes('{reason}')),
  }
}

/** Where the usual sentence of an action would say less, or too much. */
function variantOf(entry: LogEntry, { words }: Reader): string | undefined {
  const { variants } = words
  const { many: isMany, address } = readDetails(entry.details)
  switch (entry.action) {
    case 'refused':
      if (isMany) return variants.refusedMany
      return entry.collection === null ? undefined : variants.refusedAt
    case 'sign-in-failed':
      if (isMany) return variants.failedMany
      if (entry.document !== null) return undefined
      return address === '' ? variants.failedNoAddress : variants.failedUnknown
    case 'password-changed':
      return entry.person === entry.document ? variants.ownPassword : undefined
    default:
      return undefined
  }
}

const piecesOf = (template: string, entry: LogEntry, reader: Reader): Piece[] =>
  template
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? pieceOf(part.slice(1, -1), entry, reader) : { text: part }))

function pieceOf(name: string, entry: LogEntry, reader: Reader): Piece {
  const { file } = readDetails(entry.details)
  switch (name) {
    case 'person':
      return personPiece(entry.person, reader)
    case 'document':
      return documentPiece(entry, reader)
    case 'file':
      return file === null ? { text: reader.words.logFile } : documentPiece(entry, reader)
    case 'address':
      return addressPiece(entry, reader)
    case 'reason':
      return quoted(reasonOf(entry, reader) ?? '', reader)
    default:
      return { text: wordsOfAction(entry.action, reader.words).label }
  }
}

const quoted = (text: string, { words }: Reader): Piece => ({ text: fill(words.quoted, { text }) })

/** An address; of a receiver that has a name, that with the address behind it. */
function addressPiece({ details }: LogEntry, reader: Reader): Piece {
  const { address, name } = readDetails(details)
  if (!name) return quoted(address ?? '', reader)
  return { text: `${quoted(name, reader).text} (${address})` }
}

function personPiece(id: string | null, reader: Reader): Piece {
  if (id === null) return { text: reader.words.system }
  const path = isStillThere(id, reader) ? { path: `/collections/users/${id}` } : {}
  return { text: personName(id, reader), ...path }
}

function documentPiece({ collection, document, unit }: LogEntry, reader: Reader): Piece {
  if (collection === null) return { text: reader.words.untitled }
  if (document === null) return quoted(kindWords(collection, reader)?.many ?? '', reader)
  if (collection === 'users') return personPiece(document, reader)
  const { text } = quoted(documentTitle(document, reader), reader)
  const path = isStillThere(document, reader) ? { path: `/collections/${collection}/${document}` } : {}
  return unit === null ? { text, ...path } : inUnit({ text, ...path }, unit, reader)
}

function inUnit({ text, path }: Piece, unit: string, reader: Reader): Piece {
  const search = unit === 'shared' ? '' : `?locale=${unit}`
  return {
    text: `${text} (${unitInWords(unit, reader)})`,
    ...(path === undefined ? {} : { path: `${path}${search}` }),
  }
}

const titleOf = (id: string, collection: string | null, reader: Reader): string =>
  collection === 'users' ? personName(id, reader) : documentTitle(id, reader)

const unitInWords = (unit: string, { language, words }: Reader): string =>
  unit === 'shared' ? words.shared : (languageName(unit, language) ?? unit)
