import { vi } from 'vitest'
import { next, unknownId, type Row } from './bodies'

// What an attacker adds to a write. The usual run adds one of them to each cell, in turn; MATRIX=full adds all.

export type Attack = {
  name: string
  /** Parameters of the address. */
  query?: Readonly<Record<string, string>>
  /** Values beside those that are written. */
  body?: Row
  /** The same by the Local API. */
  options?: Row
  /** Refused by itself, whoever asks, with one of these. */
  byItself?: readonly number[]
}

const parameter = (key: string, value: string): Attack => ({
  name: `${key}=${value}`,
  query: { [key]: value },
  options: { [key]: value === 'true' ? true : value === 'false' ? false : value },
})

/** In the address. Parameters of languages are refused by themselves. */
export const parameters: readonly Attack[] = [
  parameter('draft', 'false'),
  parameter('publishAllLocales', 'true'),
  parameter('unpublishAllLocales', 'true'),
  parameter('publishSpecificLocale', 'sv'),
  parameter('autosave', 'true'),
  parameter('trash', 'true'),
  parameter('overrideLock', 'false'),
  parameter('depth', '2'),
  { ...parameter('locale', 'all'), byItself: [400] },
  {
    name: 'fallback',
    query: { 'fallback-locale': 'en' },
    options: { fallbackLocale: 'en' },
    byItself: [400],
  },
]

/** In what is written: somebody else's words to start from, another document, another author, the public state. */
export const values: readonly Attack[] = [
  { name: 'base of others', body: { base: 'of another document' }, byItself: [409] },
  { name: 'another id', body: { id: unknownId }, byItself: [400] },
  { name: 'createdBy', body: { createdBy: unknownId }, byItself: [400] },
  { name: 'author', body: { author: unknownId }, byItself: [400] },
  { name: '_status', body: { _status: 'published' } },
]

const none: Attack = { name: 'nothing more' }
export const isFull = process.env['MATRIX'] === 'full'
// A test of the whole product is one collection with every role, pair, action and attack.
if (isFull) vi.setConfig({ testTimeout: 3_600_000 })

/** Those of `attacks` that this cell is tried with. A refusal with one must not be the only one that is tried. */
export function attacksOn(attacks: readonly Attack[]): readonly Attack[] {
  const all = [none, ...attacks]
  return isFull ? all : [all[next() % 2 === 0 ? 0 : next() % all.length] ?? none]
}

/** `path` with the parameters of the attack, in place of its own of the same name. */
export function withParameters(path: string, { query = {} }: Attack): string {
  const url = new URL(path, 'http://desk')
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
  return `${url.pathname}${url.search}`
}
