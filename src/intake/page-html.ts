import { Tokenizer, TokenizerMode, type Token } from 'parse5'
import type { LineHint } from './page-types'

// HTML as pasted from a browser → lines. Only parse5's tokenizer is used: it knows tags, entities and
// raw text by the WHATWG rules, and is linear, while building a tree from hostile markup is not.

type HtmlLine = { text: string; hint: LineHint; href?: string }
export type HtmlText = { lines: HtmlLine[]; leftOut: string[] }

const breaking = new Set(
  (
    'address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul option'
  ).split(' '),
)
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary'])
const strong = new Set(['b', 'strong'])
// Furniture and what no reader sees. Everything else is kept, so that nothing is lost silently.
const skipped = new Set(
  'script style template noscript iframe svg math title textarea select nav footer object video audio canvas'.split(
    ' ',
  ),
)
type Mode = (typeof TokenizerMode)[keyof typeof TokenizerMode]
const rawText = new Map<string, Mode>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ...['style', 'noscript', 'iframe', 'noembed', 'noframes', 'xmp'].map(
    (tag) => [tag, TokenizerMode.RAWTEXT] as const,
  ),
  ...['title', 'textarea'].map((tag) => [tag, TokenizerMode.RCDATA] as const),
])

/** True when `text` is markup rather than words: a document, or several tags of blocks. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 1000).trimStart().toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return true
  return (
    (text.match(/<\/?(?:p|div|h[1-6]|li|br|html|body|section|article)(?:\s[^<>]{0,500})?\/?>/gi)?.length ??
      0) >= 2
  )
}

/** The lines that a reader of `html` sees, entities decoded, blocks and `<br>` as line ends. `leftOut` names furniture that held words. */
export function readHtml(html: string): HtmlText {
  const reader = new HtmlReader()
  const tokenizer: Tokenizer = new Tokenizer(
    {},
    {
      onStartTag: (tag) => {
        const mode = rawText.get(tag.tagName)
        if (mode !== undefined) tokenizer.state = mode
        reader.start(tag)
      },
      onEndTag: (tag) => reader.end(tag.tagName),
      onCharacter: (token) => reader.add(token.chars),
      onWhitespaceCharacter: (token) => reader.add(token.chars),
      onNullCharacter: () => {},
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => reader.flush(),
    },
  )
  tokenizer.write(html, true)
  return { lines: reader.lines, leftOut: [...reader.leftOut] }
}

class HtmlReader {
  readonly lines: HtmlLine[] = []
  readonly leftOut = new Set<string>()
  readonly #skipping: string[] = []
  readonly #depth = { heading: 0, strong: 0, pre: 0 }
  #text = ''
  #strongLetters = 0
  #inItem = false
  #href: string | undefined

  start(tag: Token.TagToken): void {
    if (skipped.has(tag.tagName) && !tag.selfClosing) this.#skipping.push(tag.tagName)
    if (this.#skipping.length > 0) return
    if (breaking.has(tag.tagName)) this.flush()
    this.#count(tag.tagName, 1)
    if (tag.tagName === 'a') this.#href ??= tag.attrs.find((attr) => attr.name === 'href')?.value
  }

  end(name: string): void {
    if (this.#skipping.length > 0) {
      const index = this.#skipping.lastIndexOf(name)
      if (index >= 0) this.#skipping.length = index
      return
    }
    if (breaking.has(name)) this.flush()
    this.#count(name, -1)
  }

  add(chars: string): void {
    const skipping = this.#skipping.at(-1)
    if (skipping === undefined) return this.#addText(chars)
    if ((skipping === 'nav' || skipping === 'footer') && chars.trim() !== '') this.leftOut.add(skipping)
  }

  /** Ends the present line. */
  flush(): void {
    const text = this.#text.replace(/[ \n\r\t\f]+/g, ' ').trim()
    if (text !== '') {
      const isStrong = text.length <= 120 && this.#strongLetters >= text.replace(/\s/g, '').length
      this.lines.push({
        text,
        hint: this.#hint(isStrong),
        ...(this.#href === undefined ? {} : { href: this.#href }),
      })
    }
    this.#text = ''
    this.#strongLetters = 0
    this.#href = undefined
  }

  #hint(isStrong: boolean): LineHint {
    if (this.#depth.heading > 0) return 'heading'
    if (isStrong) return 'strong'
    return this.#inItem ? 'item' : 'paragraph'
  }

  #addText(chars: string): void {
    const parts = this.#depth.pre > 0 ? chars.split('\n') : [chars]
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.flush()
      this.#text += part
      if (this.#depth.strong > 0) this.#strongLetters += part.replace(/\s/g, '').length
    }
  }

  #count(name: string, step: 1 | -1): void {
    if (headings.has(name)) this.#depth.heading = Math.max(0, this.#depth.heading + step)
    if (strong.has(name)) this.#depth.strong = Math.max(0, this.#depth.strong + step)
    if (name === 'pre') this.#depth.pre = Math.max(0, this.#depth.pre + step)
    if (name === 'li') this.#inItem = step === 1
  }
}
