import * as fc from 'fast-check'
import { openapi } from '@/contract'

// Random members of a resource, by its schema in the contract.

type Shape = {
  $ref?: string
  type?: string | string[]
  format?: string
  const?: unknown
  enum?: unknown[]
  items?: Shape
  anyOf?: Shape[]
  oneOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  minimum?: number
  maximum?: number
  minLength?: number
}

const { schemas } = (openapi() as unknown as { components: { schemas: Record<string, Shape> } }).components

const special: Record<string, fc.Arbitrary<unknown>> = {
  EdtfDate: fc.constantFrom('1962-09-25', '1943', '198X'),
  LanguageTag: fc.constantFrom('sv', 'pt-BR', 'be'),
  Country: fc.constantFrom({ code: 'SE', name: 'Sverige' }, { code: 'IR', name: 'ایران' }),
}

const words = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((value) => value.replaceAll('\u0000', '').toWellFormed())

const plain: Record<string, (shape: Shape) => fc.Arbitrary<unknown>> = {
  string: ({ format, minLength = 0 }) => {
    if (format === 'uuid') return fc.uuid({ version: 4 })
    if (format === 'date') return fc.constantFrom('2026-01-02', '2028-02-29')
    if (format === 'date-time')
      return fc
        .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
        .map((date) => date.toISOString())
    return minLength > 0 ? fc.stringMatching(/^[a-z]{1,9}$/) : words
  },
  integer: ({ minimum = -1000, maximum = 1000 }) =>
    fc.integer({ min: Math.max(minimum, -1000), max: Math.min(maximum, 1000) }),
  number: ({ minimum = 0, maximum = 20_000_000 }) =>
    fc.integer({ min: 0, max: 64 }).map((part) => minimum + ((maximum - minimum) * part) / 64),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: ({ items = {} }) => fc.array(arbitrary(items), { maxLength: 3 }),
  object: ({ properties = {}, required = [] }) =>
    fc.record(Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, arbitrary(inner)])), {
      requiredKeys: required,
    }),
}

function arbitrary(shape: Shape): fc.Arbitrary<unknown> {
  const name = shape.$ref?.split('/').at(-1)
  if (name !== undefined) return special[name] ?? arbitrary(schemas[name] ?? {})
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return fc.oneof(...choices.map(arbitrary))
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  return fc.oneof(...[shape.type ?? 'null'].flat().map((type) => plain[type]?.(shape) ?? fc.constant(null)))
}

const own = ['id', 'slug', 'locale', 'availableLocales', 'translation', 'updatedAt']

/** Members of the resource with this schema, but for those that every resource has. */
export function randomMembers(schema: string): fc.Arbitrary<Record<string, unknown>> {
  const { properties = {}, ...shape } = schemas[schema] ?? {}
  const others = Object.entries(properties).filter(([name]) => !own.includes(name))
  return arbitrary({
    ...shape,
    required: others.map(([name]) => name),
    properties: Object.fromEntries(others),
  }) as fc.Arbitrary<Record<string, unknown>>
}
