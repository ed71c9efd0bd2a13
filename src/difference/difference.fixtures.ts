import type { Block } from './rich-blocks'
import type { BlockDifference, FieldShape, Part } from './shape'

// Rich text as the editor stores it, and changes written so that a test can be read.

type Loose = Record<string, unknown>

const base = { direction: 'ltr', format: '', indent: 0, version: 1 }

/** Words with marks: 1 bold, 2 italic. */
export const words = (text: string, format = 0): Loose => ({
  type: 'text',
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
})
export const link = (url: string, ...children: Loose[]): Loose => ({
  ...base,
  type: 'link',
  fields: { linkType: 'custom', url, newTab: false },
  children,
})

const asNodes = (children: (string | Loose)[]): Loose[] =>
  children.map((child) => (typeof child === 'string' ? words(child) : child))

export const para = (...children: (string | Loose)[]): Loose => ({
  ...base,
  type: 'paragraph',
  children: asNodes(children),
})
export const head = (text: string, tag = 'h2'): Loose => ({
  ...base,
  type: 'heading',
  tag,
  children: [words(text)],
})
export const list = (listType: 'bullet' | 'number', ...items: string[]): Loose => ({
  ...base,
  type: 'list',
  listType,
  tag: listType === 'bullet' ? 'ul' : 'ol',
  start: 1,
  children: items.map((item, index) => ({
    ...base,
    type: 'listitem',
    value: index + 1,
    children: [words(item)],
  })),
})
export const quotation = (text: string, speaker?: string): Loose => ({
  ...base,
  type: 'block',
  fields: { blockType: 'quotation', text, speaker: speaker ?? null },
})
export const rich = (...nodes: Loose[]): Loose => ({ root: { ...base, type: 'root', children: nodes } })

/** `kept[-removed-]{+added+}`, names of signs in `<>`. */
export const written = (parts: readonly Part[]): string =>
  parts
    .map(({ kind, text, signs }) => {
      const names = signs ? `<${signs.map(({ name }) => name).join(' ')}>` : ''
      if (kind === 'kept') return text
      return kind === 'removed' ? `[-${text}${names}-]` : `{+${text}${names}+}`
    })
    .join('')

export const writtenBlocks = (blocks: readonly BlockDifference[]): string[] =>
  blocks.map(({ kind, moved, parts }) => `${moved ? 'moved ' : ''}${kind}: ${written(parts)}`)

/** The text before or after, put together of its parts. */
export const sideOf = (parts: readonly Part[], side: 'removed' | 'added'): string =>
  parts
    .filter(({ kind }) => kind === 'kept' || kind === side)
    .map(({ text }) => text)
    .join('')

/** The blocks of one side: their words and marks, runs joined as `richBlocks` joins them. */
export function blocksOfSide(blocks: readonly BlockDifference[], side: 'removed' | 'added') {
  return blocks
    .filter(({ kind }) => kind !== (side === 'removed' ? 'added' : 'removed'))
    .map(({ form, was, parts }) => ({
      form: side === 'removed' ? (was ?? form) : form,
      chars: parts
        .filter(({ kind }) => kind === 'kept' || kind === side)
        .flatMap((part) =>
          part.text
            .split('')
            .map((char) => [char, side === 'removed' ? (part.was ?? part.marks) : part.marks]),
        ),
    }))
}

/** The same of the stored text. */
export const charsOf = (blocks: readonly Block[]) =>
  blocks.map(({ form, runs }) => ({
    form,
    chars: runs.flatMap(({ text, marks }) => text.split('').map((char) => [char, marks])),
  }))

export const shape = (path: string, kind: FieldShape['kind'], fields?: FieldShape[]): FieldShape => ({
  path,
  label: path,
  kind,
  ...(fields ? { fields } : {}),
})
