import type { ReactNode } from 'react'
import type { Marks, RichPart } from '@/difference'
import { ChangedText, formatNote, Note, SignedText } from './changed-text'
import { wordsOf, type TextPage } from './text-page'
import { fill } from '../words'

/** The words of a block with bold, italic, links as they will be read; where only these changed, a note says from what. */
export function RichRuns({ parts, page }: { parts: readonly RichPart[]; page: TextPage }) {
  return parts.map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- parts have no name but their place
    <RichRun key={index} part={part} page={page} />
  ))
}

function RichRun({ part, page }: { part: RichPart; page: TextPage }) {
  const isPlain = Object.keys(part.marks).length === 0
  const marked = isPlain ? undefined : (
    <Marked marks={part.marks} page={page}>
      <SignedText part={part} page={page} />
    </Marked>
  )
  const text = (
    <ChangedText part={part} page={page}>
      {marked}
    </ChangedText>
  )
  if (!part.was) return text
  return (
    <>
      <span className="desk-reformatted">{text}</span>
      <Note page={page}>{formatNote(page, sayMarks(part.was, page), sayMarks(part.marks, page))}</Note>
    </>
  )
}

type MarkedText = { marks: Marks; page: TextPage; children: ReactNode }

function Marked({ marks, page, children }: MarkedText) {
  const inner = marks.sub ? <sub>{children}</sub> : marks.sup ? <sup>{children}</sup> : children
  const slanted = marks.italic ? <em>{inner}</em> : inner
  const strong = marks.bold ? <strong>{slanted}</strong> : slanted
  if (marks.link === undefined || !isSafe(marks.link)) return strong
  const title = marks.newTab ? `${marks.link} (${wordsOf(page).newWindow})` : marks.link
  return (
    <a href={marks.link} title={title} target="_blank" rel="noreferrer">
      {strong}
    </a>
  )
}

// Stored links are checked when they are saved; one that was not is shown as words.
const isSafe = (address: string): boolean => /^(?:https?:\/\/|mailto:)/i.test(address)

function sayMarks(marks: Marks, page: TextPage): string {
  const words = wordsOf(page)
  const said = (['bold', 'italic', 'sub', 'sup'] as const)
    .filter((name) => marks[name])
    .map((name) => words.marks[name])
  const link = marks.link === undefined ? [] : [fill(words.marks.link, { address: marks.link })]
  const all = [...said, ...link, ...(marks.newTab ? [words.newWindow] : [])]
  return all.length > 0 ? all.join(', ') : words.marks.plain
}
