import { keyOf, plainOf, richBlocks } from './rich-blocks'
import type { FieldShape } from './shape'

type Row = Readonly<Record<string, unknown>>

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a dotted path of a row, whether it is kept under the whole path or in nested objects. */
export const valueAt = (row: Row, path: string): unknown =>
  Object.hasOwn(row, path)
    ? row[path]
    : path
        .split('.')
        .reduce<unknown>(
          (value, key) => (isRow(value) && Object.hasOwn(value, key) ? value[key] : undefined),
          row,
        )

/** A value that stands alone as text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'boolean') return value ? '☑' : '☐'
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isEmpty(value) ? [] : [value]

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/**
 * Two values of a field are equal when their keys are: what is empty is '', however it is written; of rich text, only
 * what is read counts, not how an editor stored it.
 */
export function valueKey(shape: FieldShape, value: unknown): string {
  if (shape.kind === 'check') return value === false ? '' : textKey(value)
  if (isEmpty(value)) return ''
  if (shape.kind === 'rich') return richKey(value)
  if (shape.kind === 'list') return listKey(listOf(value).map((row) => rowKey(shape, row)))
  return Array.isArray(value) ? listKey(value.map(textKey)) : textKey(value)
}

const textKey = (value: unknown): string =>
  isRow(value) && !(value instanceof Date) ? JSON.stringify(value) : textOf(value)

const listKey = (keys: readonly string[]): string => (keys.length === 0 ? '' : JSON.stringify(keys))

export const rowKey = (shape: FieldShape, row: unknown): string =>
  JSON.stringify(
    (shape.fields ?? []).map((field) => valueKey(field, isRow(row) ? valueAt(row, field.path) : undefined)),
  )

function richKey(value: unknown): string {
  const blocks = richBlocks(value)
  if (blocks.every((block) => plainOf(block) === '' && block.form.type !== 'boilerplate')) return ''
  return listKey(blocks.map((block) => `${block.number ?? ''}${block.opens ? '*' : ''}${keyOf(block)}`))
}
