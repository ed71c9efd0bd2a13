import { foldForSearch } from '@/contract'
import type { LocaleCode } from '@/lib/locales'
import { ownWords } from './words'

// Where a text says what was looked for. Postgres finds documents by stems; here a word is marked when it begins
// with such a stem and is little longer. It is for the eye only.

type Span = { start: number; end: number }
export type Matcher = (text: string) => Span[]

const word = /[\p{L}\p{M}\p{N}’'ʼ\u200C]+/gu
const han = /\p{Script=Han}/u
const longestEnding = 5

/** Finds the places of `lookedFor` (stems and plain words) in texts of one language. */
export function matcher(lookedFor: readonly string[], locale: LocaleCode): Matcher {
  const wanted = lookedFor.filter((each) => !han.test(each))
  const pairs = lookedFor.filter((each) => han.test(each))
  const known = new Map<string, boolean>()
  const isWanted = (token: string): boolean => {
    const before = known.get(token)
    if (before !== undefined) return before
    const found = meets(token, wanted, locale)
    known.set(token, found)
    return found
  }
  return (text) => {
    const spans = [...text.matchAll(word)]
      .filter(([token]) => isWanted(token))
      .map(({ 0: token, index }) => ({ start: index, end: index + token.length }))
    return pairs.length === 0 ? spans : merged([...spans, ...pairs.flatMap((pair) => placesOf(text, pair))])
  }
}

function meets(token: string, wanted: readonly string[], locale: LocaleCode): boolean {
  if (wanted.length === 0) return false
  const own = ownWords(token, locale)
  const forms = [foldForSearch(token), token.toLowerCase()]
  return wanted.some(
    (stem) => own.includes(stem) || forms.some((form) => form === stem || isFormOf(form, stem)),
  )
}

const arabic = /\p{Script=Arabic}/u

function isFormOf(form: string, stem: string): boolean {
  if (stem.length < 3 || form.length - stem.length > longestEnding) return false
  // Articles and conjunctions are written in front, without a space.
  return arabic.test(stem) ? form.includes(stem) : form.startsWith(stem)
}

function placesOf(text: string, pair: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1))
    spans.push({ start: at, end: at + pair.length })
  return spans
}

/** In order, overlapping ones as one. */
function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}
