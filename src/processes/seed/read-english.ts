import { readFileSync } from 'node:fs'
import { readPage, type Proposal } from '@/intake'

/** The English of an award entry, as the importer reads it from its page. Throws when a page is no laureate page. */
export function readEnglish(page: string): Proposal {
  const reading = readPage(readFileSync(new URL(`pages/${page}`, import.meta.url)))
  if (!reading.ok) throw new Error(`${page}: ${reading.message}`)
  return reading.proposal
}
