import type { CSSProperties, ReactNode } from 'react'
import type { BlockDifference, RichPart } from '@/difference'
import { formatNote, isFolded, Note } from './changed-text'
import { Fold, foldLabel, foldRuns } from './fold'
import { RichRuns } from './rich-runs'
import { textDirection, wordsOf, type TextPage } from './text-page'
import { fill } from '../words'

type Blocks = { blocks: readonly BlockDifference[]; page: TextPage }

/** Rich text as it will be read: headings, lists, quotations, bold and links, with what changed marked in it. */
export function RichView({ blocks, page }: Blocks) {
  const words = wordsOf(page)
  const runs = page.folds
    ? foldRuns(blocks, ({ kind }) => kind === 'same', { least: 2, context: 1 })
    : [{ at: 0, items: blocks, isFold: false }]
  return (
    <div className="desk-rich" {...textDirection(page.unit)}>
      {runs.map(({ at, items, isFold }) =>
        isFold ? (
          <Fold
            key={at}
            label={foldLabel(items.length, words.sameBlock, words.sameBlocks)}
            language={page.language}
          >
            <Lists blocks={items} page={page} />
          </Fold>
        ) : (
          <Lists key={at} blocks={items} page={page} />
        ),
      )}
    </div>
  )
}

/** Items that follow each other stand in one list. */
function Lists({ blocks, page }: Blocks) {
  const groups: BlockDifference[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const goesOn = block.form.type === 'item' && before?.form.type === 'item' && !block.opens
    if (last && goesOn && before.form.ordered === block.form.ordered) last.push(block)
    else groups.push([block])
  }
  return groups.map((group, index) => {
    const [first] = group
    const Tag = first?.form.ordered ? 'ol' : 'ul'
    const shown = group.map((block, place) => (
      // oxlint-disable-next-line react/no-array-index-key -- blocks have no name but their place
      <Block key={place} block={block} page={page} />
    ))
    // oxlint-disable-next-line react/no-array-index-key -- nor have groups
    return first?.form.type === 'item' ? <Tag key={index}>{shown}</Tag> : <div key={index}>{shown}</div>
  })
}

function Block({ block, page }: { block: BlockDifference; page: TextPage }) {
  const { kind, moved } = block
  const parts = moved ? block.parts.map(asKept) : block.parts
  const content = (
    <>
      <BlockNotes block={block} page={page} />
      {parts.length > 0 ? <RichRuns parts={parts} page={page} /> : <Blank kind={kind} page={page} />}
    </>
  )
  if (moved && kind === 'removed')
    return (
      <FormOf block={block} className="desk-block" hasFold>
        <Fold label={wordsOf(page).movedFrom} language={page.language}>
          {content}
        </Fold>
      </FormOf>
    )
  const className = kind !== 'same' && !moved ? `desk-block desk-block--${kind}` : 'desk-block'
  return (
    <FormOf block={block} className={className} hasFold={parts.some((part) => isFolded(part, page))}>
      {content}
    </FormOf>
  )
}

/** What the words alone do not say. */
function BlockNotes({ block, page }: { block: BlockDifference; page: TextPage }) {
  const { was, form, moved, kind } = block
  const words = wordsOf(page)
  return (
    <>
      {was ? <Note page={page}>{formatNote(page, sayForm(was, page), sayForm(form, page))}</Note> : null}
      {moved && kind === 'added' ? <Note page={page}>{words.movedHere}</Note> : null}
      {form.type === 'boilerplate' ? <Note page={page}>{words.forms.boilerplate}</Note> : null}
    </>
  )
}

// What was moved has no other words.
const asKept = ({ text, marks }: RichPart): RichPart => ({ kind: 'kept', text, marks })

/** A paragraph without words is there, too; where it is the change, it says so. */
function Blank({ kind, page }: { kind: BlockDifference['kind']; page: TextPage }) {
  if (kind === 'same') return <br />
  const Tag = kind === 'removed' ? 'del' : 'ins'
  return (
    <Tag>
      <Note page={page}>{wordsOf(page).emptyParagraph}</Note>
    </Tag>
  )
}

type Form = { block: BlockDifference; className: string; hasFold: boolean; children: ReactNode }

function FormOf({ block, className, hasFold, children }: Form) {
  const { form, number } = block
  const Tag = hasFold && form.type !== 'item' ? 'div' : tags[form.level === 3 ? 'subheading' : form.type]
  const own = form.type === 'speaker' ? `${className} desk-rich__speaker` : className
  return (
    <Tag className={own} style={styleOf(form)} {...(form.type === 'item' ? { value: number } : {})}>
      {children}
    </Tag>
  )
}

// Headings stand below that of the field, which is an h3.
const tags = {
  paragraph: 'p',
  heading: 'h4',
  subheading: 'h5',
  item: 'li',
  quote: 'blockquote',
  quotation: 'blockquote',
  speaker: 'p',
  boilerplate: 'p',
} as const

const aligned = { center: 'center', right: 'right', end: 'end', justify: 'justify' } as const
const isAligned = (align: string | undefined): align is keyof typeof aligned =>
  align !== undefined && align in aligned

const styleOf = ({ align, indent }: BlockDifference['form']): CSSProperties => ({
  ...(isAligned(align) ? { textAlign: aligned[align] } : {}),
  ...(indent ? { marginInlineStart: `${indent * 2}rem` } : {}),
})

function sayForm({ type, level, ordered, align, indent }: BlockDifference['form'], page: TextPage): string {
  const { forms, placing } = wordsOf(page)
  const kind = {
    ...forms,
    heading: level === 3 ? forms.subheading : forms.heading,
    item: ordered ? forms.numbered : forms.bullet,
  }[type]
  const placed = isAligned(align) ? [placing[align]] : []
  return [kind, ...placed, ...(indent ? [fill(placing.indent, { count: indent })] : [])].join(', ')
}
