import type { Passage } from '@/review'

// Words that somebody marks on the page, and finding them there again. What was removed and what only stands between
// the words (notes, names of signs, buttons) is no part of the text.

const fields = '.desk-field'
const besideText =
  'del, button, summary, h3.desk-field__name, .desk-heard, .desk-mark, .desk-sign__name, .desk-comments, dt'
const blocks = new Set([
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'DD',
  'DL',
  'H2',
  'H3',
  'H4',
  'BLOCKQUOTE',
  'BR',
  'SECTION',
])

const aroundLength = 80
const longestQuote = 1000

const elementOf = (node: Node | null): Element | null =>
  node instanceof Element ? node : (node?.parentElement ?? null)

function markIn(field: Element): Range | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const ends = [range.startContainer, range.endContainer].map(elementOf)
  return ends.every((end) => end !== null && field.contains(end) && !end.closest('.desk-comments'))
    ? range
    : null
}

/** The field in which words are marked; null where none are, or they reach over more than one. */
export function fieldWithMark(): Element | null {
  const field = elementOf(window.getSelection()?.anchorNode ?? null)?.closest(fields) ?? null
  return field && markIn(field) ? field : null
}

/** The marked words of a field with what stands around them; null where none are marked, or too many. */
export function passageIn(field: Element): Passage | null {
  const mark = markIn(field)
  if (!mark) return null
  const quote = wordsIn(mark)
  const [before, after] = [document.createRange(), document.createRange()]
  before.setStart(field, 0)
  before.setEnd(mark.startContainer, mark.startOffset)
  after.setStart(mark.endContainer, mark.endOffset)
  after.setEnd(field, field.childNodes.length)
  if (quote === '' || quote.length > longestQuote) return null
  return { quote, before: wordsIn(before).slice(-aroundLength), after: wordsIn(after).slice(0, aroundLength) }
}

function wordsIn(range: Range): string {
  const holder = document.createElement('div')
  holder.append(range.cloneContents())
  for (const element of holder.querySelectorAll(besideText)) element.remove()
  return collapsed(textIn(holder))
}

const collapsed = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

const textIn = (node: Node): string =>
  [...node.childNodes]
    .map((child) => {
      if (child.nodeType === Node.TEXT_NODE) return child.nodeValue ?? ''
      const inner = textIn(child)
      return blocks.has(child.nodeName) ? ` ${inner} ` : inner
    })
    .join('')

/** Where the passage stands in the field on the page; undefined where it does not. */
export function rangeOf(field: Element, quote: string): Range | undefined {
  const letters = lettersOf(field)
  const wanted = Array.from(quote.normalize('NFC').replaceAll(/\s+/gu, ''))
  const text = letters.map(({ letter }) => letter)
  const start = text.findIndex((_, at) => wanted.every((letter, place) => text[at + place] === letter))
  const [first, last] = [letters[start], letters[start + wanted.length - 1]]
  if (!first || !last || wanted.length === 0) return undefined
  const range = document.createRange()
  range.setStart(first.node, first.at)
  range.setEnd(last.node, last.at + last.letter.length)
  return range
}

type Letter = { node: Text; at: number; letter: string }

// Without white space: paragraphs have none between them, browsers put some there.
function lettersOf(field: Element): Letter[] {
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT)
  const found: Letter[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(besideText)) continue
    let at = 0
    for (const letter of node.data) {
      if (letter.trim() !== '') found.push({ node, at, letter })
      at += letter.length
    }
  }
  return found
}
