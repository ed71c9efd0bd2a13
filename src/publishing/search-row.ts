import type { ResourceName } from '@/contract'
import { sha256 } from '@/lib/hash'
import { configOf, nameKeys, ownWords, plainWords, readingEdition } from '@/search'
import type { Body } from './compose'
import type { Said } from './searched'

// One row of the search per kind of reader who gets the same words.

type Part = { config: string; words: string; weight: 'A' | 'B' | 'C' | 'D' } | { keys: string }
type Row = { hit: string; texts: string; year: number; ranked: Part[]; words: Part[] }

/** Readers who get the same words. `read` cuts the words, which costs more than the rest. */
export type SearchRow = { sha256: string; readers: string[]; read: () => Row }

export type Found = { resource: ResourceName; names: readonly string[]; bodies: readonly Body[] }

/** Rows for all readers of a document. Readers with equal words share a row. */
export function searchRows({ resource, names, bodies }: Found): SearchRow[] {
  const rows = new Map<string, SearchRow>()
  for (const body of bodies) {
    const { slug, years } = body.listing
    const key = sha256(JSON.stringify([readingEdition, resource, names, body.searched, slug, years]))
    const readers = [...(rows.get(key)?.readers ?? []), `${body.locale} ${body.fallback}`]
    rows.set(key, { sha256: key, readers, read: () => rowOf(body, names) })
  }
  return [...rows.values()]
}

// A text search vector holds a mebibyte at most; what is behind this many characters of a document is not found.
const longest = 40_000
// Snippets are cut from so many characters.
const shown = 20_000
// Words near the beginning count for the rank.
const leading = 1000

function rowOf({ searched, listing }: Body, names: readonly string[]): Row {
  const { title, lead, long, about } = searched
  const [titles, leads, abouts, longs] = within([title ? [title] : [], lead, about, long], longest)
  const start = [
    ...namedParts(names, listing.years),
    ...partsOf(titles, 'A'),
    ...partsOf(leads, 'B'),
    ...partsOf(abouts, 'C'),
  ]
  return {
    hit: JSON.stringify({ slug: listing.slug, title, years: listing.years }),
    texts: JSON.stringify(within([[...lead, ...long].filter(({ text }) => text !== '')], shown)[0]),
    year: Math.max(0, ...listing.years),
    ranked: [...start, ...partsOf(within([longs ?? []], leading)[0], 'D')],
    words: [...start, ...partsOf(longs, 'D')],
  }
}

/** The same texts as long as there is room for so many characters. */
function within(groups: readonly Said[][], room: number): Said[][] {
  let left = room
  return groups.map((texts) =>
    texts.map((said) => {
      const text = said.text.slice(0, left).toWellFormed()
      left -= text.length
      return { ...said, text }
    }),
  )
}

function namedParts(names: readonly string[], years: readonly number[]): Part[] {
  const words = [...new Set(names.flatMap(plainWords))].slice(0, 1000)
  const keys = [...new Set(names.flatMap(nameKeys))].slice(0, 1000).map((key) => `'~${key}':1B`)
  return [
    ...(words.length > 0 ? [{ config: 'simple', words: words.join(' '), weight: 'A' as const }] : []),
    ...(keys.length > 0 ? [{ keys: keys.join(' ') }] : []),
    ...(years.length > 0 ? [{ config: 'simple', words: years.join(' '), weight: 'B' as const }] : []),
  ]
}

// Each text by its own language and plainly; once where both are the same.
const partsOf = (texts: readonly Said[] = [], weight: 'A' | 'B' | 'C' | 'D'): Part[] =>
  texts.flatMap(({ text, locale }) => {
    const config = configOf(locale)
    const readings = [ownWords(text, locale).join(' '), plainWords(text).join(' ')]
    return [...new Set(readings)].filter((words) => words !== '').map((words) => ({ config, words, weight }))
  })
