import type { RichText, TopLevelNode } from './schema'

// Builders for importers and the seed: plain strings in, stored rich text out.

const base = { direction: null, format: '', indent: 0, version: 1 } as const

const textNode = (text: string) =>
  ({ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }) as const

/** One paragraph of plain text; "\n" inside becomes a line break. */
export function paragraph(text: string): TopLevelNode {
  return { ...base, type: 'paragraph', textFormat: 0, textStyle: '', children: inlineNodes(text) }
}

/** A section heading of level 2. */
export function heading(text: string): TopLevelNode {
  return { ...base, type: 'heading', tag: 'h2', children: inlineNodes(text) }
}

/** The document that holds `nodes`, in order. */
export const richText = (nodes: TopLevelNode[]): RichText => ({
  root: { ...base, type: 'root', children: nodes },
})

function inlineNodes(text: string) {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'linebreak', version: 1 } as const] : []),
      ...(line === '' ? [] : [textNode(line)]),
    ])
}
