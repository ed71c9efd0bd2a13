import { refuse } from '@/lib/errors'
import type { Question } from './filter-rules'
import { isLocale, localeCodes, sourceLocale } from '@/lib/locales'

// The query string at the edge. Payload lets any language through, takes `limit=0` for "all", and passes
// unknown parameters over; here each is answered.

const trees = ['where', 'select', 'populate', 'joins', 'sort'] as const
const switches = [
  'draft',
  'autosave',
  'trash',
  'overrideLock',
  'pagination',
  'publishAllLocales',
  'unpublishAllLocales',
  'refresh',
] as const
const scalars = [
  'depth',
  'limit',
  'page',
  'locale',
  'fallback-locale',
  'fallbackLocale',
  'publishSpecificLocale',
  ...switches,
] as const
const known = new Set<string>([...trees, ...scalars])

// Payload's own operators that Postgres answers; the others fail inside.
export const operators: ReadonlySet<string> = new Set(
  'equals not_equals in not_in exists like not_like contains greater_than greater_than_equal less_than less_than_equal'.split(
    ' ',
  ),
)

const NUL = '\u0000'
const longestQuery = 64 * 1024
const longestTree = 400
const deepestTree = 12
const longestSort = 5

/** Screens ask for 0 levels mostly; 2 is what the configuration allows. */
const ranges = { depth: [0, 2], limit: [1, 1000], page: [1, 100_000] } as const

/**
 * The same query with exactly one `locale`: the source language where none is named. Refuses (400, naming the
 * parameter) unknown parameters and languages, every fallback, and numbers out of range.
 */
export function cleanQuery(search: URLSearchParams): URLSearchParams {
  if (search.toString().length > longestQuery)
    throw refuse('too_large', { place: 'The query', limit: '64 KiB' })
  const entries = [...search.entries()]
  for (const [key, value] of entries) checkText(key, value)
  for (const [key] of entries) checkName(key)
  for (const name of scalars) checkOnce(name, search)
  for (const [name, range] of Object.entries(ranges)) checkNumber(name, search.get(name), range)
  checkTrees(entries)
  return withLocale(search)
}

/** For doors of our own: refuses (400, naming the parameter) what is not among `names`, is given twice, or too long. */
export function checkQuery(search: URLSearchParams, names: readonly string[]): void {
  if (search.toString().length > longestQuery)
    throw refuse('too_large', { place: 'The query', limit: '64 KiB' })
  for (const [key, value] of search.entries()) {
    checkText(key, value)
    if (!names.includes(key)) throw bad(key.slice(0, 100), 'is not a parameter.')
    checkOnce(key, search)
  }
}

const bad = (place: string, reason: string) => refuse('bad_input', { place, reason })
const rootOf = (key: string): string => key.split('[', 1)[0] ?? ''

/** Refuses (400, naming the parameter) percent-encoding that is no UTF-8: WHATWG URLs read it as U+FFFD. */
export function refuseMisencoded(search: string): void {
  const wrong = search.split('&').find((pair) => !isEncoded(pair))
  if (wrong === undefined) return
  const [name = ''] = wrong.split('=', 1)
  throw bad(isEncoded(name) ? nameOf(decodeURIComponent(name)) : 'The query', 'is not percent-encoded UTF-8.')
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

const nameOf = (key: string): string => key.replaceAll(NUL, '').slice(0, 100)

// No program should be handed NUL; Postgres cannot store it.
function checkText(key: string, value: string): void {
  if (`${key}${value}`.includes(NUL))
    throw refuse('bad_text', { place: nameOf(key), reason: 'holds the character NUL.' })
}

function checkName(key: string): void {
  const root = rootOf(key)
  if (!known.has(root)) throw bad(key.slice(0, 100), 'is not a parameter.')
  const isTree = (trees as readonly string[]).includes(root)
  if (!isTree && key !== root) throw bad(key.slice(0, 100), 'takes one value.')
  if (/__proto__|constructor|prototype/.test(key)) throw bad(root, 'names something that is not a field.')
  if (key.split('[').length > deepestTree) throw bad(root, 'is nested too deeply.')
}

function checkOnce(name: string, search: URLSearchParams): void {
  const values = search.getAll(name)
  if (values.length > 1) throw bad(name, 'is given more than once.')
  const [value] = values
  const isSwitch = (switches as readonly string[]).includes(name)
  if (isSwitch && value !== undefined && !/^(true|false|)$/.test(value)) throw bad(name, 'is true or false.')
}

function checkNumber(name: string, value: string | null, [least, most]: readonly [number, number]): void {
  if (value === null) return
  const isFine = /^\d{1,7}$/.test(value) && Number(value) >= least && Number(value) <= most
  if (!isFine) throw bad(name, `is a whole number from ${least} to ${most}.`)
}

function checkTrees(entries: [string, string][]): void {
  const inTrees = entries.filter(([key]) => rootOf(key) === 'where')
  if (inTrees.length > longestTree) throw bad('where', `has more than ${longestTree} parts.`)
  const unknown = inTrees.find(([key]) => !operators.has(operatorOf(key)))
  if (unknown)
    throw bad(
      unknown[0].slice(0, 100),
      `is written as where[field][operator]=value; operators are ${[...operators].join(', ')}.`,
    )
  const sorts = entries.filter(([key]) => rootOf(key) === 'sort').flatMap(([, value]) => value.split(','))
  if (sorts.length > longestSort || sorts.some((sort) => !/^-?[A-Za-z_][\w.-]{0,100}$/.test(sort))) {
    throw bad('sort', `is at most ${longestSort} names of fields.`)
  }
}

/** The last name in brackets: `where[and][0][slug][in][3]` → `in`. */
const operatorOf = (key: string): string => namesIn(key).at(-1) ?? ''

const namesIn = (key: string): string[] =>
  [...key.matchAll(/\[([^\]]*)\]/g)].map(([, name]) => name ?? '').filter((name) => !/^\d*$/.test(name))

/** The paths of fields that a query filters and sorts by: `where[or][0][birth.date][equals]` → `birth.date`. */
export function queriedPaths(search: URLSearchParams): string[] {
  const entries = [...search.entries()]
  const filtered = entries.filter(([key]) => rootOf(key) === 'where').map(([key]) => pathIn(key))
  const sorted = entries.filter(([key]) => rootOf(key) === 'sort').flatMap(([, value]) => value.split(','))
  return [...filtered, ...sorted.map((name) => name.replace(/^-/, ''))]
}

/** What a query filters by, each operator once. More than one value, or one of a numbered list, is a list. */
export function questionsIn(search: URLSearchParams): Question[] {
  const found = new Map<string, Question>()
  for (const [key, value] of search.entries()) {
    if (rootOf(key) !== 'where') continue
    const asked = key.replace(/\[\d*\]$/, '')
    const before = found.get(asked)
    const isList = asked !== key || before !== undefined
    const values = isList ? [before?.value ?? [], value].flat() : value
    found.set(asked, { path: pathIn(asked), operator: operatorOf(asked), value: values })
  }
  return [...found.values()]
}

const pathIn = (key: string): string =>
  namesIn(key)
    .filter((name) => name !== 'and' && name !== 'or')
    .slice(0, -1)
    .join('.')

function withLocale(search: URLSearchParams): URLSearchParams {
  for (const name of ['fallback-locale', 'fallbackLocale']) {
    const value = search.get(name)
    if (value !== null && !['null', 'none', 'false'].includes(value)) {
      throw bad(name, 'is not available: a document is shown in the language that was asked for.')
    }
  }
  const locale = search.get('locale') ?? sourceLocale
  if (!isLocale(locale))
    throw refuse('unknown_language', { language: locale.slice(0, 40), known: localeCodes.join(', ') })
  const cleaned = new URLSearchParams(search)
  cleaned.set('locale', locale)
  cleaned.delete('fallbackLocale')
  cleaned.set('fallback-locale', 'null')
  return cleaned
}
