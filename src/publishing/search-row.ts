import type { ResourceName } from '@/contract'
import { sha256 } from '@/lib/hash'
import { configOf, nameKeys, ownWords, plainWords, readingEdition } from '@/search'
import type { Body } from './compose'
import type { Said, Searched } from './searched'

// One row of the search per kind of reader who gets the same words.

type Part = { config: string; words: string; weight: 'A' | 'B' | 'C' | 'D' } | { keys: string }
export type SearchRow = {
  sha256: string
  readers: string[]
  hit: string
  texts: string
  year: number
  ranked: Part[]
  words: Part[]
}

export type Found = { resource: ResourceName; names: readonly string[]; bodies: readonly Body[] }

/** Rows for all readers of a document. Readers with equal words share a row. */
export function searchRows({ resource, names, bodies }: Found): SearchRow[] {
  const grouped = new Map<string, { body: Body; readers: string[] }>()
  for (const body of bodies) {
    const key = sha256(
      JSON.stringify([readingEdition, resource, names, body.searched, body.listing.slug, body.listing.years]),
    )
    const readers = [...(grouped.get(key)?.readers ?? []), `${body.locale} ${body.fallback}`]
    grouped.set(key, { body, readers })
  }
  return [...grouped].map(([sha, { body, readers }]) => ({ sha256: sha, readers, ...rowOf(body, names) }))
}

// A text search vector holds a mebibyte at most; what is behind this many characters of a text is not found.
const longest = 60_000
// Words near the beginning count for the rank.
const leading = 1000

function rowOf({ searched, listing }: Body, names: readonly string[]): Omit<SearchRow, 'sha256' | 'readers'> {
  const { title, lead, long, about } = searched
  const start = [
    ...namedParts(names, listing.years),
    ...partsOf(title ? [title] : [], 'A'),
    ...partsOf(lead, 'B'),
    ...partsOf(about, 'C'),
  ]
  return {
    hit: JSON.stringify({ slug: listing.slug, title, years: listing.years }),
    texts: JSON.stringify([...lead, ...long]),
    year: Math.max(0, ...listing.years),
    ranked: [
      ...start,
      ...partsOf(
        long.map((said) => cut(said, leading)),
        'D',
      ),
    ],
    words: [
      ...start,
      ...partsOf(
        long.map((said) => cut(said, longest)),
        'D',
      ),
    ],
  }
}

const cut = (said: Said, length: number): Said => ({
  ...said,
  text: said.text.slice(0, length).toWellFormed(),
})

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
const partsOf = (texts: Searched['lead'], weight: 'A' | 'B' | 'C' | 'D'): Part[] =>
  texts.flatMap(({ text, locale }) => {
    const config = configOf(locale)
    const readings = [ownWords(text, locale).join(' '), plainWords(text).join(' ')]
    return [...new Set(readings)].filter((words) => words !== '').map((words) => ({ config, words, weight }))
  })
