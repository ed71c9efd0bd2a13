import type { ScreenLanguage, Sentence } from '@/lib/sentence'
import type { Answer, Question } from './question'
import type { Proposal } from './page-proposal'

/** What a line was in the HTML it came from; absent for plain text. */
export type LineHint = 'heading' | 'strong' | 'paragraph' | 'item'

/** One line of words on the page. `number` and `to` are 1-based lines of the page's text; equal unless wrapped lines were joined. */
export type PageLine = { number: number; to: number; text: string; hint?: LineHint; href?: string }

/** `sure`: said by the page. `check`: read by a rule that can be wrong. `odd`: staff must look. */
export type Confidence = 'sure' | 'check' | 'odd'

/** A row of the confirm screen: what was understood beside the page's own lines `from`–`to`. */
export type Row = {
  path: string
  label: string
  value: string
  from: number
  to: number
  source: string
  confidence: Confidence
  note?: string
}

/** Something that staff should know about the file; it never blocks. */
export type PageWarning = { kind: string; message: string; line?: number; path?: string }

/** The same before the language of the reader is known. */
export type Warning = Omit<PageWarning, 'message'> & { message: Sentence }

export type RefusalReason =
  | 'wrong_type'
  | 'empty'
  | 'too_large'
  | 'wrong_encoding'
  | 'not_text'
  | 'bad_character'
  | 'not_a_laureate_page'

/** The file cannot be read as a laureate page. Returned, never thrown. */
export type PageRefused = { ok: false; code: RefusalReason; message: string; line?: number }
export type Refused = Omit<PageRefused, 'message'> & { message: Sentence }

/** What the desk already holds: lets the reader offer prizes and ask whether a laureate is the same one. */
export type Known = {
  prizes?: readonly { slug: string; name: string }[]
  laureates?: readonly { id: string; name: string; otherNames?: readonly string[]; detail: string }[]
}

/** A page that was understood, wholly or in part. Plain data: it survives JSON. */
export type Reading = {
  ok: true
  proposal: Proposal
  questions: Question[]
  warnings: PageWarning[]
  rows: Row[]
  errors: AnswerError[]
  page: PageSource
}

/** All that a second reading with answers needs. */
export type PageSource = {
  lines: PageLine[]
  known: Known
  warnings: PageWarning[]
  /** Of the reader: questions, rows and warnings are said in it. */
  language: ScreenLanguage
}

/** An answer that cannot be used; `id` names the question, `reason` goes on from it, `message` says both. */
export type AnswerError = { id: string; kind: 'wrong' | 'not-asked'; reason: string; message: string }

export type Answers = Readonly<Record<string, Answer>>
