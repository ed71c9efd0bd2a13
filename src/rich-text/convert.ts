import { toSlug } from '@/formats'
import type { InlineNode, RichText, TopLevelNode } from './schema'

// Stored rich text → what readers get. Total over the allow-list of ./schema.

type Run = { text: string; bold?: true; italic?: true; sub?: true; sup?: true; href?: string }
/** The words about a prize, in the language that the reader gets. `prize`: its slug. */
export type Quoted = { prize: string; text: string; locale: string; isFallback: boolean }
type Quote = (prize: string) => Quoted | null
type Block =
  | { type: 'paragraph' | 'quote'; runs: Run[] }
  | { type: 'heading'; level: 2 | 3; anchor: string; runs: Run[] }
  | { type: 'list'; ordered: boolean; items: Run[][] }
  | { type: 'quotation'; text: string; speaker: string | null }
  | ({ type: 'boilerplate' } & Quoted)
type Section = { anchor: string; heading: string }
type Rendition = { html: string; text: string; blocks: Block[]; sections: Section[] }

type Reader = {
  /** Of the text itself: what is quoted in another language says so. */
  locale: string
  /** What is quoted of a prize, by its id; null leaves the quotation out. */
  quote: Quote
}

const quotesNothing: Reader = { locale: '', quote: () => null }

/** HTML (escaped, no attributes but id, href and lang), plain text, blocks and the level-2 sections with stable anchors. */
export function render(stored: RichText, { locale, quote }: Reader = quotesNothing): Rendition {
  const anchors = new Map<string, number>()
  const blocks = stored.root.children.flatMap((node) => toBlock(node, { anchors, quote }) ?? [])
  const sections = blocks.flatMap((block) =>
    block.type === 'heading' && block.level === 2
      ? [{ anchor: block.anchor, heading: plain(block.runs) }]
      : [],
  )
  return {
    html: blocks.map((block) => toHtml(block, locale)).join('\n'),
    text: blocks.map(toText).join('\n\n'),
    blocks,
    sections,
  }
}

type Making = { anchors: Map<string, number>; quote: Quote }

function toBlock(node: TopLevelNode, { anchors, quote }: Making): Block | undefined {
  switch (node.type) {
    case 'paragraph':
    case 'quote':
      return { type: node.type, runs: toRuns(node.children) }
    case 'heading': {
      const runs = toRuns(node.children)
      return {
        type: 'heading',
        level: node.tag === 'h2' ? 2 : 3,
        anchor: anchorOf(plain(runs), anchors),
        runs,
      }
    }
    case 'list':
      return {
        type: 'list',
        ordered: node.listType === 'number',
        items: node.children.map((item) => toRuns(item.children)),
      }
    case 'block':
    default:
      return node.fields.blockType === 'quotation'
        ? { type: 'quotation', text: node.fields.text, speaker: node.fields.speaker ?? null }
        : quoted(quote(node.fields.prize))
  }
}

const quoted = (words: Quoted | null): Block | undefined =>
  words === null ? undefined : { type: 'boilerplate', ...words }

// A heading keeps its anchor while its words stay; equal headings are numbered in order. Scripts without a
// Latin form (Chinese) fall back to "section".
function anchorOf(heading: string, seen: Map<string, number>): string {
  const slug = toSlug(heading) || 'section'
  const count = (seen.get(slug) ?? 0) + 1
  seen.set(slug, count)
  return count === 1 ? slug : `${slug}-${count}`
}

function toRuns(nodes: readonly InlineNode[], href?: string): Run[] {
  return nodes.flatMap((node) => {
    if (node.type === 'linebreak') return [{ text: '\n' }]
    if (node.type !== 'text') return toRuns(node.children, node.fields.url)
    return [run(node.text, node.format, href)]
  })
}

const run = (text: string, format: number, href: string | undefined): Run => ({
  text,
  ...(format & 1 ? { bold: true } : {}),
  ...(format & 2 ? { italic: true } : {}),
  ...(format & 32 ? { sub: true } : {}),
  ...(format & 64 ? { sup: true } : {}),
  ...(href === undefined ? {} : { href }),
})

const plain = (runs: readonly Run[]): string => runs.map((each) => each.text).join('')

function toText(block: Block): string {
  switch (block.type) {
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${plain(item)}`)
        .join('\n')
    case 'quotation':
      return block.speaker ? `${block.text}\n— ${block.speaker}` : block.text
    case 'paragraph':
    case 'quote':
    case 'heading':
      return plain(block.runs)
    case 'boilerplate':
    default:
      return block.text
  }
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char)

function toHtml(block: Block, locale: string): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`
    case 'quote':
      return `<blockquote>${runsHtml(block.runs)}</blockquote>`
    case 'heading':
      return `<h${block.level} id="${escapeHtml(block.anchor)}">${runsHtml(block.runs)}</h${block.level}>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${runsHtml(item)}</li>`).join('')}</${tag}>`
    }
    case 'quotation':
      return `<blockquote><p>${escapeHtml(block.text)}</p>${block.speaker ? `<cite>${escapeHtml(block.speaker)}</cite>` : ''}</blockquote>`
    case 'boilerplate':
    default:
      return `<p${block.locale === locale ? '' : ` lang="${escapeHtml(block.locale)}"`}>${runHtml({ text: block.text })}</p>`
  }
}

const marks = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['sub', 'sub'],
  ['sup', 'sup'],
] as const

const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('')

function runHtml(each: Run): string {
  const inner = escapeHtml(each.text).replaceAll('\n', '<br>')
  const marked = marks.reduce((html, [mark, tag]) => (each[mark] ? `<${tag}>${html}</${tag}>` : html), inner)
  return each.href === undefined ? marked : `<a href="${escapeHtml(each.href)}">${marked}</a>`
}
