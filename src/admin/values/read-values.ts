import { valueAt, type Values } from '@/difference'
import { readDate, readInstant, type Clock } from '@/lib/date-words'
import { nameOf } from '../fields/choices'
import type { DeskShape } from './field-shapes'
import { fill, screenWords, type Screens } from '../words'

type Said = {
  /** Of the screens. */
  clock: Clock
  /** The titles of related documents by their id; see `relatedDocuments`. */
  titles: ReadonlyMap<string, string>
}

type Reader = { clock: Clock; language: string; words: Screens; titleOf: (id: string) => string }

/**
 * A function that says the values of a unit in words: names of countries and choices, dates, titles of documents. Texts
 * and rich texts stay as they are. Make it once for all states that are compared: documents without a title are numbered.
 */
export function readValues(
  shapes: readonly DeskShape[],
  { clock, titles }: Said,
): (values: Values) => Values {
  const { language } = clock
  const words = screenWords(language)
  const unknown = new Map<string, number>()
  const titleOf = (id: string): string => {
    const number = unknown.get(id) ?? unknown.size + 1
    if (!titles.has(id)) unknown.set(id, number)
    return titles.get(id) ?? fill(words.difference.unknown, { number })
  }
  return (values) => readAll(shapes, values, { clock, language, words, titleOf })
}

const readAll = (shapes: readonly DeskShape[], values: Values, reader: Reader): Values =>
  Object.fromEntries(
    shapes.flatMap((shape) => {
      const said = say(shape, valueAt(values, shape.path), reader)
      return said === undefined ? [] : [[shape.path, said]]
    }),
  )

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

function say(shape: DeskShape, value: unknown, reader: Reader): unknown {
  const { yes, no } = reader.words.difference
  if (shape.kind === 'check') return value === true ? yes : no
  if (isEmpty(value)) return undefined
  if (shape.kind === 'rich') return withTitles(value, reader.titleOf)
  if (shape.kind === 'list') return rowsOf(value).map((row) => readAll(shape.fields ?? [], row, reader))
  return Array.isArray(value) ? value.map((one) => sayOne(shape, one, reader)) : sayOne(shape, value, reader)
}

function sayOne(shape: DeskShape, value: unknown, reader: Reader): unknown {
  if (typeof value === 'number') return sayNumber(shape, value, reader)
  if (typeof value !== 'string') return value
  if (shape.kind === 'relation') return reader.titleOf(value)
  if (shape.kind === 'date') return sayDate(shape, value, reader)
  if (shape.code) return nameOf(shape.code, value, reader.language)
  return shape.options?.[value] ?? value
}

function sayDate(shape: DeskShape, value: string, { clock, language }: Reader): string {
  if (shape.code === 'instant' && !Number.isNaN(Date.parse(value))) return readInstant(new Date(value), clock)
  return readDate(value, language) ?? value
}

function sayNumber(shape: DeskShape, value: number, { language, words }: Reader): string {
  const { across, down } = words.difference
  const percent = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 20 }).format(
    value,
  )
  if (shape.code === 'focalX') return fill(across, { percent })
  return shape.code === 'focalY' ? fill(down, { percent }) : percent
}

/** The ids of the documents that these states of a unit point to, by collection. */
export function relatedDocuments(
  shapes: readonly DeskShape[],
  ...states: readonly Values[]
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [collection, id] of states.flatMap((values) => relationsOf(shapes, values)))
    found.set(collection, (found.get(collection) ?? new Set<string>()).add(id))
  return found
}

const relationsOf = (shapes: readonly DeskShape[], values: Values): [collection: string, id: string][] =>
  shapes.flatMap((shape) => {
    const value = valueAt(values, shape.path)
    if (shape.kind === 'list') return rowsOf(value).flatMap((row) => relationsOf(shape.fields ?? [], row))
    if (shape.kind === 'rich') return prizesIn(value).map((id) => ['prizes', id])
    if (shape.kind !== 'relation' || shape.to === undefined) return []
    const ids: unknown[] = Array.isArray(value) ? value : [value]
    const to = shape.to
    return ids.filter((id) => typeof id === 'string').map((id): [string, string] => [to, id])
  })

// A text about a prize stands in a rich text by reference.

function prizesIn(stored: unknown): string[] {
  const prizes: string[] = []
  withTitles(stored, (id) => {
    prizes.push(id)
    return id
  })
  return prizes
}

function withTitles(stored: unknown, titleOf: (id: string) => string): unknown {
  const root = isRow(stored) ? stored['root'] : undefined
  const nodes: unknown = isRow(root) ? root['children'] : undefined
  if (!isRow(stored) || !isRow(root) || !Array.isArray(nodes)) return stored
  const children = nodes.map((node: unknown) => {
    const fields = isRow(node) ? node['fields'] : undefined
    const prize = isRow(fields) && fields['blockType'] === 'boilerplate' ? fields['prize'] : undefined
    return isRow(node) && isRow(fields) && typeof prize === 'string'
      ? { ...node, fields: { ...fields, prize: titleOf(prize) } }
      : node
  })
  return { ...stored, root: { ...root, children } }
}

const isRow = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const rowsOf = (value: unknown): Values[] => (Array.isArray(value) ? value.filter(isRow) : [])
