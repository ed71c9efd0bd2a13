import type { FlattenedField } from 'payload'
import { isLocalized, isOfUnits, plainValue } from './unit-values'

export type SentValue = { path: string; value: unknown }
type Row = Readonly<Record<string, unknown>>
type Walk = { fields: readonly FlattenedField[]; data: Row; isShared: boolean; under?: string }

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What a write in one language sends for its unit, or for the shared facts, by dotted path and in the shape of unit
 * values: links as ids, rows without ids. What the write leaves out is left out; what it empties is empty.
 */
export function sentValues({ fields, data, isShared, under = '' }: Walk): SentValue[] {
  return fields.filter(isOfUnits).flatMap((field): SentValue[] => {
    const value = data[field.name]
    const path = `${under}${field.name}`
    if (value === undefined) return []
    if (field.type === 'group') {
      const inside = { fields: field.flattenedFields, isShared, under: `${path}.` }
      return isRow(value) ? sentValues({ ...inside, data: value }) : []
    }
    return isLocalized(field) === isShared ? [] : [{ path, value: plainValue(asList(field, value)) }]
  })
}

// Payload's forms send a list without rows as the number of its rows.
const asList = (field: FlattenedField, value: unknown): unknown =>
  value === 0 && (field.type === 'array' || field.type === 'blocks') ? [] : value
