import { openInquiry } from './inquiry'
import { decodePage } from './page-decode'
import { refuseForeign } from './page-evidence'
import { understand } from './page-understand'
import { splitLines } from './page-lines'
import type { Answers, Known, PageRefused, PageSource, Reading } from './page-types'

export type PageOptions = { format?: 'text' | 'html'; known?: Known }

/**
 * Reads a laureate page (text or HTML, at most 2 MiB, UTF-8) as a proposal with the questions it leaves
 * open. A file that is no such page is returned as refused, with what was looked for; nothing is thrown.
 */
export function readPage(input: string | Uint8Array, options: PageOptions = {}): Reading | PageRefused {
  const decoded = decodePage(input)
  if (!decoded.ok) return decoded
  const text = splitLines(decoded.text, options.format)
  if (!text.ok) return text
  const refused = refuseForeign(text.lines)
  return refused ?? readSource({ lines: text.lines, known: options.known ?? {}, warnings: text.warnings })
}

/** Reads lines again, with answers to the questions of an earlier reading. */
export function readSource(page: PageSource, answers: Answers = {}): Reading {
  const inquiry = openInquiry(answers)
  const proposal = understand(page, inquiry)
  const { questions, warnings, rows, errors } = inquiry.result()
  return { ok: true, proposal, questions, warnings: [...page.warnings, ...warnings], rows, errors, page }
}
