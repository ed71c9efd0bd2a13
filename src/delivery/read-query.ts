import { textProblem } from '@/formats'
import type { Parameter, ParameterKind } from '@/contract'
import { refused } from './refused'

// The query of a request, read by the parameter table. Nothing is guessed, ignored or corrected.

type Value = string | number | string[]
export type Values = ReadonlyMap<string, Value>

/**
 * Reads `a=b&c=d` (without the question mark). Returns what was given, defaults filled in.
 * Throws Refused (400) that names the parameter and what is allowed.
 */
export function readQuery(search: string, parameters: readonly Parameter[]): Values {
  const table = new Map(parameters.map((parameter) => [parameter.name, parameter.kind]))
  const values = new Map<string, Value>()
  for (const [name, raw] of splitQuery(search)) {
    const kind = table.get(name)
    if (!kind) throw unknownParameter(name, [...table.keys()])
    if (values.has(name)) {
      throw refused('repeated-parameter', { detail: `“${name}” is given more than once.`, parameter: name })
    }
    values.set(name, readValue(name, raw, kind))
  }
  for (const { name, kind, isRequired } of parameters) {
    if (isRequired && !values.has(name)) throw missing(name, kind)
    if (!values.has(name) && 'default' in kind && kind.default !== undefined) values.set(name, kind.default)
  }
  return values
}

function unknownParameter(name: string, allowed: string[]) {
  const shown = shorten(name)
  const detail =
    allowed.length > 0 ? `There is no parameter “${shown}” here.` : 'There are no parameters here.'
  return refused('unknown-parameter', { detail, parameter: shown, allowed })
}

const missing = (name: string, kind: ParameterKind) =>
  refused('bad-value', { detail: `“${name}” is missing.`, parameter: name, allowed: allowedValues(kind) })

/** What a stranger wrote, as far as it may stand in an answer. */
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text)

function splitQuery(search: string): [string, string][] {
  if (search === '') return []
  return search.split('&').map((pair) => {
    const equals = pair.indexOf('=')
    const name = decodeText(equals < 0 ? pair : pair.slice(0, equals))
    if (equals < 0 || name === '') {
      throw refused('bad-request', {
        detail: 'The query is not made of name=value pairs, joined by &.',
        ...(name === '' ? {} : { parameter: shorten(name) }),
      })
    }
    return [name, decodeText(pair.slice(equals + 1), name)]
  })
}

/** Percent-decoded text (RFC 3986, + is a space), or Refused naming the parameter where it is none. */
function decodeText(raw: string, parameter?: string): string {
  const text = decodePercent(raw.replaceAll('+', ' '))
  const trouble = text === undefined ? 'is not valid percent-encoded UTF-8.' : textProblem(text)
  if (text !== undefined && trouble === undefined) return text
  throw refused('bad-request', {
    detail: `“${shorten(parameter ?? 'query')}” ${trouble}`,
    ...(parameter === undefined ? {} : { parameter: shorten(parameter) }),
  })
}

export function decodePercent(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw)
  } catch {
    return undefined
  }
}

function readValue(name: string, raw: string, kind: ParameterKind): Value {
  const value = parseValue(raw, kind)
  if (value !== undefined) return value
  const more = kind.type === 'list' ? ' It is made of the allowed values, each once, joined by commas.' : ''
  throw refused('bad-value', {
    detail: `“${name}” cannot be “${shorten(raw)}”.${more}`,
    parameter: name,
    allowed: allowedValues(kind),
  })
}

const parsers = {
  enum: (raw: string, kind: ParameterKind & { type: 'enum' }) =>
    kind.values.includes(raw) ? raw : undefined,
  list: parseList,
  integer: parseInteger,
  text: parseText,
}

function parseValue(raw: string, kind: ParameterKind): Value | undefined {
  switch (kind.type) {
    case 'enum':
      return parsers.enum(raw, kind)
    case 'list':
      return parsers.list(raw, kind)
    case 'integer':
      return parsers.integer(raw, kind)
    case 'text':
      break
  }
  return parsers.text(raw, kind)
}

function parseList(raw: string, kind: ParameterKind & { type: 'list' }): string[] | undefined {
  const names = raw.split(',')
  const isKnown = names.every((name) => kind.values.includes(name)) && new Set(names).size === names.length
  // In the order of the table: equal wishes have equal answers.
  return isKnown ? kind.values.filter((name) => names.includes(name)) : undefined
}

function parseInteger(raw: string, kind: ParameterKind & { type: 'integer' }): number | undefined {
  if (!/^(?:0|[1-9]\d{0,8})$/.test(raw)) return undefined
  const value = Number(raw)
  return value >= kind.min && value <= kind.max ? value : undefined
}

function parseText(raw: string, kind: ParameterKind & { type: 'text' }): string | undefined {
  if (raw === '' || raw.length > kind.max) return undefined
  if (kind.pattern && !kind.pattern.test(raw)) return undefined
  return kind.accepts && !kind.accepts(raw) ? undefined : raw
}

function allowedValues(kind: ParameterKind): readonly string[] {
  switch (kind.type) {
    case 'enum':
    case 'list':
      return kind.values
    case 'integer':
      return [`a whole number from ${kind.min} to ${kind.max}`]
    case 'text':
      break
  }
  return [kind.allowed]
}
