import { inLanguage, type ScreenLanguage } from '@/lib/sentence'
import { openInquiry } from './inquiry'
import { decodePage } from './page-decode'
import { refuseForeign } from './page-evidence'
import { understand } from './page-understand'
import { splitLines } from './page-lines'
import type { Answers, Known, PageRefused, PageSource, Reading, Refused } from './page-types'

/** `language` is that of the reader, English if not given. */
export type PageOptions = { format?: 'text' | 'html'; known?: Known; language?: ScreenLanguage }

/**
 * Reads a laureate page (text or HTML, at most 2 MiB, UTF-8) as a proposal with the questions it leaves
 * open. A file that is no such page is returned as refused, with what was looked for; nothing is thrown.
 */
export function readPage(input: string | Uint8Array, options: PageOptions = {}): Reading | PageRefused {
  const { format, known = {}, language = 'en' } = options
  const decoded = decodePage(input)
  if (!decoded.ok) return inWords(decoded, language)
  const text = splitLines(decoded.text, format)
  if (!text.ok) return inWords(text, language)
  const refused = refuseForeign(text.lines)
  if (refused) return inWords(refused, language)
  return readSource({
    lines: text.lines,
    known,
    language,
    warnings: text.warnings.map((warning) => inWords(warning, language)),
  })
}

const inWords = <Said extends { message: Refused['message'] }>(said: Said, language: ScreenLanguage) => ({
  ...said,
  message: inLanguage(said.message, language),
})

/** Reads lines again, with answers to the questions of an earlier reading. */
export function readSource(page: PageSource, answers: Answers = {}): Reading {
  const inquiry = openInquiry(answers, page.language)
  const proposal = understand(page, inquiry)
  const { questions, warnings, rows, errors } = inquiry.result()
  return { ok: true, proposal, questions, warnings: [...page.warnings, ...warnings], rows, errors, page }
}
