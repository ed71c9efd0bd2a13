import type { CollectionBeforeChangeHook, FlattenedField } from 'payload'
import { isSurelyAfter } from '@/formats'
import type { Sentence } from '@/lib/sentence'
import { fieldAt, fieldName } from '@/units'
import { invalidValues } from '@/workflow'
import { say } from './say'

// Values that are each right by themselves and cannot both be true.

type Row = Readonly<Record<string, unknown>>
type Pair = readonly [one: unknown, other: unknown]
type Broken = readonly (readonly [path: string, said: Sentence])[]

/** `say` tells of each field that is marked what is wrong with it; `nameOf` is what screens call a field. */
export type Law = {
  paths: readonly [one: string, other: string]
  isBroken: (values: Pair) => boolean
  say: (nameOf: (path: string) => Sentence | string, values: Pair) => Broken
}

/** The date at `from` does not surely lie after the one at `to`. */
export const inOrder = (from: string, to: string): Law => ({
  paths: [from, to],
  isBroken: ([one, other]) =>
    typeof one === 'string' && typeof other === 'string' && isSurelyAfter(one, other),
  say: (nameOf) => [
    [from, say('This is later than “{field}”. Correct one of the two.', { field: nameOf(to) })],
    [to, say('This is earlier than “{field}”. Correct one of the two.', { field: nameOf(from) })],
  ],
})

/** The number at `part` is not greater than that at `whole`. */
export const partOf = (part: string, whole: string): Law => ({
  paths: [part, whole],
  isBroken: ([one, other]) => typeof one === 'number' && typeof other === 'number' && one > other,
  say: (nameOf, [, other]) => {
    const said = { number: Number(other), field: nameOf(whole) }
    return [[part, say('A share is at most the whole. Write {number} or less, or correct “{field}”.', said)]]
  },
})

/**
 * beforeChange: refuses (400, a message for each field) a write that breaks a law. What was stored so before stays: whoever
 * changes something else could not mend it.
 */
export const holdTogether =
  (laws: readonly Law[]): CollectionBeforeChangeHook =>
  (change) => {
    const { collection, data, originalDoc } = change
    const nameOf = (path: string) => nameIn(collection.flattenedFields, path)
    const broken = laws.flatMap((law) => {
      const before = law.paths.map((path) => valueAt(originalDoc ?? {}, path) ?? null)
      const [one, other] = law.paths.map((path, index) => given(valueAt(data, path), before[index]))
      const isKept = one === before[0] && other === before[1]
      return isKept || !law.isBroken([one, other]) ? [] : law.say(nameOf, [one, other])
    })
    if (broken.length === 0) return data
    throw invalidValues(
      change,
      broken.map(([path, said]) => ({ path: path.split('.'), said })),
    )
  }

const given = (value: unknown, before: unknown): unknown => (value === undefined ? before : value)

function nameIn(fields: readonly FlattenedField[], path: string): Sentence | string {
  const field = fieldAt(fields, path.split('.'))
  return field ? fieldName(field) : path
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

/** Undefined where the row does not speak of it. */
const valueAt = (row: Row, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isRow(value) ? value[key] : undefined), row)
