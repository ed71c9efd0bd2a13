import type { FlattenedField } from 'payload'
import { nfc, sayTextProblem, textProblem } from '@/formats'
import { refuse } from '@/lib/errors'
import type { Sentence } from '@/lib/sentence'
import { pathName } from '@/units'
import { inForm } from './form-path'
import { say } from './say'

// Text at the edge: every string of every write is well-formed and NFC, whatever the door. Keys that
// could reach an object's prototype are refused.

type Check = (value: string, path: string[]) => string

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])
const deepest = 40
const longestString = 1_000_000
const NUL = '\u0000'

/**
 * The same data with every string in NFC. Refuses (400, naming the place) lone surrogates, NUL, control
 * characters, direction overrides, prototype keys, strings over 1,000,000 characters, nesting over 40. Places are
 * named by `fields`, as screens call them.
 */
export const cleanInput = (
  data: Record<string, unknown>,
  fields: readonly FlattenedField[],
): Record<string, unknown> =>
  cleanObject(data, [], (value, path) =>
    cleanString(value, () => ({ place: pathName(fields, path), path: inForm(path) })),
  )

/**
 * Refuses (400, naming the place) what no program should be handed: lone surrogates, NUL, prototype keys,
 * nesting over 40. Everything else is left for the document's own rules.
 */
export function refuseUnsafe(value: unknown): void {
  clean(value, [], (text, path) => {
    if (!text.isWellFormed() || text.includes(NUL))
      throw badText(text, { place: where(path), path: path.join('.') })
    return text
  })
}

function clean(value: unknown, path: string[], check: Check): unknown {
  if (typeof value === 'string') return check(value, path)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (path.length > deepest)
    throw refuse('bad_input', { place: where(path.slice(0, 3)), reason: 'is nested too deeply.' })
  if (Array.isArray(value))
    return value.map((item, index) => clean(item, [...path, String(index + 1)], check))
  return cleanObject(value as Record<string, unknown>, path, check)
}

function cleanObject(value: Record<string, unknown>, path: string[], check: Check): Record<string, unknown> {
  const entries = Object.entries(value).map(([key, inner]) => {
    if (forbiddenKeys.has(key))
      throw refuse('bad_input', { place: where([...path, key]), reason: 'is not a field.' })
    check(key, [...path, 'a field name'])
    return [key, clean(inner, [...path, key], check)] as const
  })
  return Object.fromEntries(entries)
}

/** `place` for people, `path` for programs. */
type Where = { place: Sentence | string; path: string }

function cleanString(value: string, found: () => Where): string {
  if (textProblem(value)) throw badText(value, found())
  if (value.length > longestString)
    throw refuse('too_large', { ...found(), limit: say('{number} characters', { number: '1,000,000' }) })
  return nfc(value)
}

const badText = (value: string, found: Where) =>
  refuse('bad_text', { ...found, reason: sayTextProblem(value) ?? 'cannot be stored.' })

const where = (path: string[]): string => path.join(' › ') || 'The document'
