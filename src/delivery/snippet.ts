import type { SearchHit } from '@/contract'
import { matcher, type Matcher } from '@/search'
import { isLocale } from '@/lib/locales'

type Said = { text: string; locale: string; isFallback: boolean }
type Snippet = NonNullable<SearchHit['snippet']>
type Span = { start: number; end: number }

const width = 240
const before = 60
// Longer texts are looked at from their beginning only: an answer must not wait for a marking.
const longest = 20_000

/**
 * Cuts, out of the texts of one hit after the other, the passage with most of what was found, or how the first text begins; null
 * without text. What is known of a word in one hit serves for the next.
 */
export function createSnippets(lookedFor: readonly string[]): (texts: readonly Said[]) => Snippet | null {
  const matchers = new Map<string, Matcher>()
  return (texts) => {
    for (const said of texts) {
      if (!isLocale(said.locale)) continue
      const find = matchers.get(said.locale) ?? matcher(lookedFor, said.locale)
      matchers.set(said.locale, find)
      const spans = find(said.text.slice(0, longest))
      if (spans.length > 0) return passage(said, spans)
    }
    const [first] = texts
    return first ? passage(first, []) : null
  }
}

function passage({ text, locale, isFallback }: Said, spans: readonly Span[]): Snippet {
  const best = densest(spans)
  const start = wordStart(text, Math.max(0, (best?.start ?? 0) - before))
  const end = wordEnd(text, Math.min(text.length, start + width))
  const inside = spans.filter((span) => span.start >= start && span.end <= end)
  const open = start > 0 ? '…' : ''
  const close = end < text.length ? '…' : ''
  return {
    text: open + clean(text.slice(start, end)) + close,
    html: open + marked(text, { start, end }, inside) + close,
    locale,
    isFallback,
  }
}

// The span after which most others stand within one passage.
function densest(spans: readonly Span[]): Span | undefined {
  const near = (from: Span) =>
    spans.filter((span) => span.start >= from.start && span.end <= from.start + width - before).length
  const [best] = spans
    .slice(0, 50)
    .map((span) => ({ span, count: near(span) }))
    .toSorted((a, b) => b.count - a.count)
  return best?.span
}

const isGap = (character: string | undefined): boolean => character === undefined || /\s/u.test(character)
const furthest = 20

/** The next beginning of a word, where there is one near; else a place that cuts no character in two. */
function wordStart(text: string, from: number): number {
  if (from === 0) return 0
  for (let at = from; at < from + furthest; at += 1) if (isGap(text[at - 1])) return at
  return uncut(text, from)
}

function wordEnd(text: string, from: number): number {
  if (from >= text.length) return text.length
  for (let at = from; at > from - furthest; at -= 1) if (isGap(text[at])) return at
  return uncut(text, from)
}

const uncut = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at)

const clean = (text: string): string => text.replace(/\s+/gu, ' ')
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  clean(text).replace(/[&<>"]/g, (character) => escapes[character] ?? character)

function marked(text: string, { start, end }: Span, spans: readonly Span[]): string {
  let html = ''
  let at = start
  for (const span of spans) {
    if (span.start < at) continue
    html += `${escaped(text.slice(at, span.start))}<mark>${escaped(text.slice(span.start, span.end))}</mark>`
    at = span.end
  }
  return html + escaped(text.slice(at, end))
}
