import type { ReactNode } from 'react'
import type { Part } from '@/difference'
import { Fold } from './fold'
import { screenDirection, wordsOf, type TextPage } from './text-page'
import { fill } from '../words'

// Words that were removed are struck through in `del`, added ones underlined in `ins`; screen readers hear which.

type Shown = { part: Part; page: TextPage; children?: ReactNode }

/** Kept text as it is, changed text marked. `children` stand for the text where it is more than plain. */
export function ChangedText({ part, page, children }: Shown) {
  const text = children ?? <SignedText part={part} page={page} />
  if (part.kind === 'kept') return children ?? <KeptText text={part.text} page={page} />
  const words = wordsOf(page)
  const Tag = part.kind === 'removed' ? 'del' : 'ins'
  return (
    <Tag className={`desk-${Tag}`}>
      <span className="desk-heard" {...screenDirection(page.language)}>{` ${words[part.kind]}: `}</span>
      {text}
    </Tag>
  )
}

/** The text, each named sign in it followed by its name; several of a kind in a row are counted. */
export function SignedText({ part, page }: { part: Part; page: TextPage }) {
  return (
    <>
      {piecesOf(part).map(({ at, text, name, count }) =>
        name === undefined ? (
          text
        ) : (
          <span key={at} className="desk-sign">
            {text}
            <bdi className="desk-sign__name" {...screenDirection(page.language)}>
              {count > 1 ? `${count} × ` : ''}
              {wordsOf(page).signs[name]}
            </bdi>
          </span>
        ),
      )}
    </>
  )
}

type Piece = { at: number; text: string; name?: NonNullable<Part['signs']>[number]['name']; count: number }

function piecesOf({ text, signs = [] }: Part): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const { at, name } of signs) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const last = pieces.at(-1)
    if (at > done) pieces.push({ at: done, text: text.slice(done, at), count: 1 })
    if (last?.name === name && at === done) {
      last.text += sign
      last.count += 1
    } else pieces.push({ at, text: sign, name, count: 1 })
    done = at + sign.length
  }
  if (done < text.length) pieces.push({ at: done, text: text.slice(done), count: 1 })
  return pieces
}

const longest = 600
const context = 160

/** Would this part stand folded? Then it cannot stand inside a `p`. */
export const isFolded = (part: Part, page: TextPage): boolean =>
  page.folds && part.kind === 'kept' && part.text.length > longest

function KeptText({ text, page }: { text: string; page: TextPage }) {
  if (!isFolded({ kind: 'kept', text }, page)) return text
  const [head, tail] = [headEnd(text), tailStart(text)]
  return (
    <>
      {text.slice(0, head)}
      <Fold label={wordsOf(page).samePassage} language={page.language}>
        {text.slice(head, tail)}
      </Fold>
      {text.slice(tail)}
    </>
  )
}

// Between words, or where there are no spaces at least between characters.
function headEnd(text: string): number {
  const start = text.slice(0, context)
  const space = start.search(/(?<=\s)\S*$/u)
  return space > 0 ? space : start.length - (/[\uD800-\uDBFF]$/.test(start) ? 1 : 0)
}

function tailStart(text: string): number {
  const from = text.length - context
  const space = text.slice(from).search(/(?<=\s)/u)
  return from + (space > 0 ? space : /^[\uDC00-\uDFFF]/.test(text.slice(from)) ? 1 : 0)
}

/** A note of ours beside the words. */
export function Note({ page, children }: { page: TextPage; children: ReactNode }) {
  return (
    <bdi className="desk-mark" {...screenDirection(page.language)}>
      {children}
    </bdi>
  )
}

export const formatNote = (page: TextPage, was: string, is: string): string =>
  fill(wordsOf(page).format, { was, is })
