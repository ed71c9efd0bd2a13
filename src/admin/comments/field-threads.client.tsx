'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { CommentThread, Passage } from '@/review'
import { CommentForm } from './comment-form.client'
import { ResolvedThreads, Thread } from './comment-thread.client'
import { useComments } from './comments-context.client'
import { passageIn, rangeOf } from './marked-passage'
import { useDraftText } from './use-draft-text.client'
import { fill, workWords } from '../words'

type Props = { unit: string; path: string }
type Shared = NonNullable<ReturnType<typeof useComments>>

/** Below a field that is read: what colleagues said about it, and a way to say something. */
export function FieldThreads({ unit, path }: Props) {
  const shared = useComments()
  const root = useRef<HTMLDivElement>(null)
  const threads = (shared?.comments?.threads ?? []).filter(
    (thread) => thread.unit === unit && thread.field === path,
  )
  const open = threads.filter(({ resolved }) => resolved === null)
  useHighlights(root, open)
  if (!shared?.comments) return null
  const onShow = (quote: string): void => showPassage(fieldOf(root), quote)
  return (
    <div ref={root} className="desk-comments" dir="ltr">
      {open.map((thread) => (
        <Thread key={thread.id} commenting={shared} onShow={onShow} thread={thread} />
      ))}
      <ResolvedThreads commenting={shared} threads={threads.filter(({ resolved }) => resolved !== null)} />
      {shared.comments.units.includes(unit) ? <Composer {...{ unit, path, root, shared }} /> : null}
    </div>
  )
}

const fieldOf = (root: RefObject<HTMLElement | null>): Element | null =>
  root.current?.closest('.desk-field') ?? null

type ComposerProps = Props & { root: RefObject<HTMLDivElement | null>; shared: Shared }

function Composer({ unit, path, root, shared }: ComposerProps) {
  const { i18n } = useTranslation()
  const name = `${shared.collection}/${shared.id} ${unit} ${path}`
  const [draft] = useDraftText(name)
  // What was typed before the page was read anew is open again.
  const [isOpen, setOpen] = useState(draft !== '')
  const [marked, setMarked] = useDraftText(`${name} passage`)
  const passage = marked === '' ? null : (JSON.parse(marked) as Passage)
  const end = (): void => {
    setMarked('')
    setOpen(false)
  }
  const words = workWords(i18n.language).comments
  const isMarked = shared.markedField !== null && shared.markedField === fieldOf(root)
  if (isOpen)
    return (
      <CommentForm
        about={{ unit, field: path }}
        add={shared.add}
        label={fill(words.label, { what: fieldOf(root)?.querySelector('h3')?.textContent ?? '' })}
        name={name}
        onDone={end}
        onWithoutPassage={() => setMarked('')}
        passage={passage}
      />
    )
  const begin = (): void => {
    const field = fieldOf(root)
    const found = field && passageIn(field)
    setMarked(found ? JSON.stringify(found) : '')
    setOpen(true)
  }
  return (
    <button
      className={`desk-link desk-comments__add${isMarked ? ' desk-comments__add--marked' : ''}`}
      onClick={begin}
      // A press of the mouse would take the mark away before the click reads it.
      onMouseDown={(event) => event.preventDefault()}
      type="button"
    >
      {isMarked ? words.addHere : words.add}
    </button>
  )
}

function useHighlights(root: RefObject<HTMLElement | null>, threads: readonly CommentThread[]): void {
  const quotes = threads.flatMap(({ passage }) => (passage?.place ? [passage.quote] : [])).join('\n\n')
  useEffect(() => {
    const field = fieldOf(root)
    if (!field || !('highlights' in CSS)) return undefined
    const commented = CSS.highlights.get('desk-commented') ?? new Highlight()
    CSS.highlights.set('desk-commented', commented)
    const ranges = quotes.split('\n\n').flatMap((quote) => rangeOf(field, quote) ?? [])
    for (const range of ranges) commented.add(range)
    return () => {
      for (const range of ranges) commented.delete(range)
    }
  }, [root, quotes])
}

function showPassage(field: Element | null, quote: string): void {
  const range = field ? rangeOf(field, quote) : undefined
  if (!range) return
  const parent = range.startContainer.parentElement
  parent?.closest('details')?.setAttribute('open', '')
  parent?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  if ('highlights' in CSS) CSS.highlights.set('desk-shown', new Highlight(range))
}
