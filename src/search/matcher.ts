import { foldForSearch } from '@/contract'
import type { LocaleCode } from '@/lib/locales'
import { ownWords, withoutElisions } from './words'

// Where a text says what was looked for. Postgres finds documents by stems; here a word is marked when it begins
// with such a stem and is little longer. It is for the eye only.

type Span = { start: number; end: number }
export type Matcher = (text: string) => Span[]

const word = /[\p{L}\p{M}\p{N}’'ʼ\u200C]+/gu
const han = /\p{Script=Han}/u
const arabic = /\p{Script=Arabic}/u
const longestEnding = 5

/** Finds the places of `lookedFor` (stems and plain words) in texts of one language. */
export function matcher(lookedFor: readonly string[], locale: LocaleCode): Matcher {
  const wanted = lookedFor.filter((each) => !han.test(each))
  const pairs = lookedFor.filter((each) => han.test(each))
  const known = new Map<string, boolean>()
  const initials = new Set(wanted.map((stem) => stem.slice(0, 1)))
  const isWanted = (token: string): boolean => {
    const before = known.get(token)
    if (before !== undefined) return before
    const forms = [...new Set([token, withoutElisions(token).trim()])]
    const found = forms.some((form) => mayMeet(form, initials) && meets(form, wanted, locale))
    known.set(token, found)
    return found
  }
  return (text) => {
    const spans = wordsOf(text, isWanted)
    return pairs.length === 0 ? spans : merged([...spans, ...pairs.flatMap((pair) => placesOf(text, pair))])
  }
}

// What follows long after the first place is in no passage with it.
const farthest = 1500

function wordsOf(text: string, isWanted: (token: string) => boolean): Span[] {
  const spans: Span[] = []
  for (const { 0: token, index } of text.matchAll(word)) {
    if (index > (spans[0]?.start ?? index) + farthest) break
    if (isWanted(token)) spans.push({ start: index, end: index + token.length })
  }
  return spans
}

const initialOf = new Map<string, string>()

// Most words of a text begin with another letter: they need no closer look.
function mayMeet(token: string, initials: ReadonlySet<string>): boolean {
  const letter = token.slice(0, 1)
  if (arabic.test(letter)) return true
  const folded = initialOf.get(letter) ?? foldForSearch(letter).slice(0, 1)
  if (initialOf.size < 5000) initialOf.set(letter, folded)
  return folded === '' || initials.has(folded) || initials.has(letter.toLowerCase())
}

function meets(token: string, wanted: readonly string[], locale: LocaleCode): boolean {
  if (wanted.length === 0) return false
  const own = ownWords(token, locale)
  const forms = [foldForSearch(token), token.toLowerCase()]
  return wanted.some(
    (stem) => own.includes(stem) || forms.some((form) => form === stem || isFormOf(form, stem)),
  )
}

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
