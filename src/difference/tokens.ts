/** The text in words (with what stands between them) or sentences; joined again it is the same text. */
export const split = (text: string, locale: string, granularity: 'word' | 'sentence'): string[] =>
  stretches(text).flatMap((stretch) =>
    Array.from(segmenter(locale, granularity).segment(stretch), ({ segment }) => segment),
  )

// Engines divide long texts in a time that grows with the square of the length, so they get stretches.
const longest = 1000
const spaceAfterWord = /(?<=\S)\s/gu
const pause = /(?<=[。！？；，、.!?])/gu

function stretches(text: string): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > longest) {
    const cut = lastPlace(rest.slice(0, longest))
    found.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return [...found, rest]
}

/** Where a stretch may end: before a space, else after a pause, else anywhere between characters. */
function lastPlace(stretch: string): number {
  const place = [spaceAfterWord, pause]
    .map((pattern) => [...stretch.matchAll(pattern)].at(-1)?.index)
    .find((index) => index !== undefined && index > 0)
  if (place !== undefined) return place
  const isHalf = /[\uD800-\uDBFF]$/.test(stretch)
  return isHalf ? stretch.length - 1 : stretch.length
}

const made = new Map<string, Intl.Segmenter>()

function segmenter(locale: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${locale} ${granularity}`
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.Segmenter(locale, { granularity })
  made.set(key, fresh)
  return fresh
}

/** How often each word is in a text, in small letters. */
export type Bag = { count: Map<string, number>; size: number }

const isWord = /[\p{L}\p{N}]/u

export function bagOf(text: string, locale: string): Bag {
  const words = split(text.toLowerCase(), locale, 'word').filter((token) => isWord.test(token))
  const count = new Map<string, number>()
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1)
  return { count, size: words.length }
}

/** The share of words that two texts have in common (Dice), from 0 to 1. */
export function likeness(one: Bag | undefined, other: Bag | undefined): number {
  if (!one || !other || one.size + other.size === 0) return 0
  let common = 0
  for (const [word, count] of one.count) common += Math.min(count, other.count.get(word) ?? 0)
  return (2 * common) / (one.size + other.size)
}
