import type { FlattenedField, SanitizedConfig } from 'payload'
import { refuse } from '@/lib/errors'
import { isLocale } from '@/lib/locales'

// What a filter may ask of each kind of field. Payload fails inside on the rest: on an operator that the type of the
// column does not have, on a list where one value is due, on a value that the column cannot hold.

/** One part of a filter: `where[birth.date][in]=1901,1902`. */
export type Question = { path: string; operator: string; value: unknown }

const base = ['equals', 'not_equals', 'in', 'not_in', 'exists'] as const
const order = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'] as const
const text = [...base, 'like', 'not_like', 'contains', ...order]
const measured = [...base, ...order]

/** What the framework's own menu of filters offers, and what else Postgres answers. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  id: base,
  text,
  textarea: text,
  email: text,
  date: measured,
  number: measured,
  checkbox: base,
  select: base,
  relationship: base,
  upload: base,
  richText: ['exists'],
  json: ['exists'],
}
const ofMany: Readonly<Record<string, readonly string[]>> = {
  select: [...base, 'contains'],
  relationship: [...base, 'contains'],
  upload: [...base, 'contains'],
}

/** Refuses (400, naming the filter) what cannot be asked of a field. Paths that lead to no field are Payload's to refuse. */
export function refuseFilters(config: SanitizedConfig, slug: string, questions: readonly Question[]): void {
  const fields = config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
  for (const question of questions) refuseFilter(fields, question)
}

function refuseFilter(fields: readonly FlattenedField[], { path, operator, value }: Question): void {
  const names = path
    .replace(/^version\./, '')
    .split(/\.|__/)
    .filter((name) => !isLocale(name))
  const field = askedField(fields, names)
  if (field === undefined) return
  const place = `where[${path.slice(0, 100)}][${operator.slice(0, 40)}]`
  const operators = operatorsOf(field)
  if (!operators.includes(operator))
    throw refuse('bad_input', {
      place,
      reason: `is no filter. Operators here: ${operators.join(', ') || 'none'}.`,
    })
  const problem = valueProblem(field, operator, value)
  if (problem !== undefined) throw refuse('bad_input', { place, reason: problem })
}

type Asked = { type: string; hasMany?: boolean | undefined; options?: readonly unknown[] }

const linkTypes = new Set(['relationship', 'upload'])

function askedField(fields: readonly FlattenedField[], [name, ...rest]: string[]): Asked | undefined {
  const field = fields.find((each) => each.name === name)
  if (!field && name === 'id') return { type: rest.length === 0 ? 'id' : 'nothing' }
  if (!field) return undefined
  if ('flattenedFields' in field && rest.length > 0) return askedField(field.flattenedFields, rest)
  if (rest.length > 0 && !(linkTypes.has(field.type) && rest.join('.') === 'id')) return { type: 'nothing' }
  return field
}

const operatorsOf = ({ type, hasMany }: Asked): readonly string[] =>
  (hasMany === true ? ofMany[type] : undefined) ?? allowed[type] ?? []

function valueProblem(field: Asked, operator: string, value: unknown): string | undefined {
  const inList = isOfList(operator)
  if (Array.isArray(value) && !inList && !isListOfLinks(field, operator)) return 'takes one value.'
  const values = inList && typeof value === 'string' ? value.split(',') : [value].flat()
  if (!values.every(isPlain)) return 'takes text, numbers, true or false.'
  return isLeftToPayload(field, operator) ? undefined : misfit(field, values, inList)
}

const isOfList = (operator: string): boolean => operator === 'in' || operator === 'not_in'

const misfit = (field: Asked, values: unknown[], inList: boolean): string | undefined =>
  values.every((one) => one === null || fits(field, one, inList))
    ? undefined
    : `takes ${wanted[field.type] ?? 'another value'}.`

// Payload itself looks whether one value is an id, and whether there is one at all.
const isLeftToPayload = ({ type }: Asked, operator: string): boolean =>
  operator === 'exists' || (type === 'id' && (operator === 'equals' || operator === 'not_equals'))

// Payload reads "equals" of a list of links as "in".
const isListOfLinks = ({ type }: Asked, operator: string): boolean =>
  linkTypes.has(type) && (operator === 'equals' || operator === 'not_equals')

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object'

const wanted: Readonly<Record<string, string>> = {
  id: 'ids of documents',
  relationship: 'ids of documents',
  upload: 'ids of documents',
  number: 'a number',
  date: 'a date and time (RFC 3339)',
  checkbox: 'true or false',
  select: 'values of its list',
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const isId = (said: string): boolean => uuid.test(said)
const isLink = (said: string, inList: boolean): boolean => isId(said) || (said === 'null' && !inList)
const isNumber = (said: string, inList: boolean): boolean =>
  Number.isFinite(Number(said)) ? said.trim() !== '' || !inList : said === 'null' && !inList

const checks: Readonly<Record<string, (said: string, inList: boolean) => boolean>> = {
  id: isId,
  relationship: isLink,
  upload: isLink,
  number: isNumber,
  checkbox: (said) => /^(?:true|false)$/i.test(said),
  date: (said) => said === '' || said === 'null' || isDate(said),
}

function fits({ type, options = [] }: Asked, value: unknown, inList: boolean): boolean {
  const said = String(value)
  if (type === 'select') return options.some((option) => optionValue(option) === said)
  return checks[type]?.(said, inList) ?? true
}

const optionValue = (option: unknown): unknown =>
  typeof option === 'object' && option !== null && 'value' in option ? option.value : option

function isDate(said: string): boolean {
  const year = new Date(said).getUTCFullYear()
  return year >= 1 && year <= 9999
}
