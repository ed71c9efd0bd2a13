import type { FlattenedField } from 'payload'
import { inEach, joined, type Sentence } from '@/lib/sentence'
import { isOfUnits } from './unit-values'

/** The field as screens call it; its name where they have no word for it. */
export function fieldName(field: FlattenedField): Sentence {
  const label: unknown = 'label' in field ? field.label : undefined
  if (typeof label === 'string') return inEach(() => label)
  const words = isWords(label) ? label : {}
  return inEach((language) => words[language] ?? words['en'] ?? field.name)
}

const isWords = (label: unknown): label is Readonly<Record<string, string>> =>
  typeof label === 'object' && label !== null

/** The names of the fields on the way to a value; rows by their number from 1, what is no field by its key. */
export function pathName(fields: readonly FlattenedField[], path: readonly string[]): Sentence {
  return joined(namesOn(fields, path), ' › ')
}

function namesOn(
  fields: readonly FlattenedField[],
  [key, ...rest]: readonly string[],
): (Sentence | string)[] {
  if (key === undefined) return []
  const field = fields.find((each) => each.name === key)
  if (!field) return [key, ...namesOn(fields, rest)]
  const inside = 'flattenedFields' in field ? field.flattenedFields : []
  return [fieldName(field), ...namesOn(inside, rest)]
}

/** The field that holds a unit's value at this path; groups are walked, lists are values. Undefined: there is none. */
export function fieldAt(
  fields: readonly FlattenedField[],
  [key, ...rest]: readonly string[],
): FlattenedField | undefined {
  const field = fields.find((each) => each.name === key)
  if (!field || !isOfUnits(field)) return undefined
  if (field.type === 'group') return fieldAt(field.flattenedFields, rest)
  return rest.length === 0 ? field : undefined
}
