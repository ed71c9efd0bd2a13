import { screenLanguage } from '@/lib/sentence'
import type { LogEntry } from '@/audit'
import { readDetails } from './log-details'
import type { Names } from './log-names'
import { collectionWords, logWords, type CollectionWords, type Language, type LogWords } from '../words'

/** Who reads the log: the language of the screens, its words, and the names behind the ids. */
export type Reader = { language: Language; words: LogWords; names: Names }

export const readerOf = (language: string, names: Names): Reader => ({
  language: screenLanguage(language),
  words: logWords(language),
  names,
})

export const personName = (id: string, { names, words }: Reader): string => names.get(id)?.name || words.gone

export const documentTitle = (id: string, { names, words }: Reader): string =>
  names.get(id)?.name || words.untitled

export const isStillThere = (id: string, { names }: Reader): boolean => names.get(id)?.isThere ?? false

/** Why, in the language of the reader where the log has it so. */
export const reasonOf = ({ reason, details }: LogEntry, { language }: Reader): string | null =>
  readDetails(details).said?.[language] ?? reason

/** What a kind of document, or people, is called. */
export const kindWords = (collection: string, { language }: Reader): CollectionWords | undefined =>
  collectionWords[language][collection]
