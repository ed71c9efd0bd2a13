import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { nfc } from '@/formats'
import type { Cleaned } from './nobel-types'

// Texts of the file hold HTML and typing slips. The words stay; every change is reported.

type Node = DefaultTreeAdapterTypes.ChildNode
type Step = { what: string; change: (text: string) => string }

const markup = /<\/?[a-z][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i
const silent = new Set(['script', 'style', 'template'])
const apart = new Set(['br', 'p', 'div', 'li', 'td', 'tr', 'h1', 'h2', 'h3'])

// Soft hyphens, zero-width spaces, and the controls and direction overrides that entities can spell.
const invisible =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

const steps: readonly Step[] = [
  { what: 'HTML', change: (text) => (markup.test(text) ? readWords(parseFragment(text).childNodes) : text) },
  { what: 'invisible character', change: (text) => text.replace(invisible, '') },
  { what: 'line break', change: (text) => text.replace(/\s*[\t\r\n\u0085\u2028\u2029]+\s*/g, ' ') },
  { what: 'double space', change: (text) => text.replace(/[\s\u00A0]{2,}/g, ' ') },
  { what: 'outer space', change: (text) => text.trim() },
  { what: 'Unicode form', change: nfc },
]

// Without recursion: markup that someone sent may be nested as deeply as they like.
function readWords(nodes: readonly Node[]): string {
  const words: string[] = []
  const waiting: (Node | string)[] = nodes.toReversed()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') words.push(next)
    else if (defaultTreeAdapter.isTextNode(next)) words.push(next.value)
    else if (defaultTreeAdapter.isElementNode(next) && !silent.has(next.tagName))
      waiting.push(...opened(next))
  }
  return words.join('')
}

function opened({ tagName, childNodes }: DefaultTreeAdapterTypes.Element): (Node | string)[] {
  const inner = childNodes.toReversed()
  return apart.has(tagName) ? [' ', ...inner, ' '] : inner
}

const emphasis = /<\s*(?:i|em|b|strong|u|sub|sup)[\s>]/i
const ellipsis = /^(?:\.{3}|…)\s*/

/** `text` as it may be stored in a plain field of one line, and what was done to it, in words. */
function cleanText(text: string): { text: string; what: string[] } {
  const what: string[] = emphasis.test(text) ? ['emphasis'] : []
  let now = text
  for (const step of steps) {
    const next = step.change(now)
    if (next !== now) what.push(step.what)
    now = next
  }
  return { text: now, what }
}

/** The cleaned words of `value`; undefined where there are none ("", "N/A"). Reports what it changed. */
export type Clean = (place: { record: string; field: string }, value: unknown) => string | undefined

/** A `Clean` that adds to `cleaned`. The ellipsis before a motivation is furniture of the page and goes. */
export const openCleaner =
  (cleaned: Cleaned[]): Clean =>
  ({ record, field }, value) => {
    if (typeof value !== 'string') return undefined
    const { text, what } = cleanText(value)
    const after = field.startsWith('motivation') ? text.replace(ellipsis, '') : text
    if (after !== text) what.push('leading ellipsis')
    if (what.length > 0 && value.trim() !== '') cleaned.push({ record, field, before: value, after, what })
    return after === '' || after === 'N/A' ? undefined : after
  }
