import type { LocaleCode } from '@/lib/locales'

// The words of the Nobel import. A field is named "birth.date" where all languages share it and
// "knownName@sv" where it is a text in one language.

export type NobelCollection = 'prizes' | 'editions' | 'laureates' | 'citations'

/** In the order of writing: each refers to those before it only. */
export const nobelCollections: readonly NobelCollection[] = ['prizes', 'editions', 'laureates', 'citations']

export type Variant = { value: string; system: string }
export type FieldValue = string | number | boolean | string[] | Variant[] | null

/** A document as the file tells it. `refs` name other documents by their key; `addresses` are slugs, the best first. */
export type Planned = {
  key: string
  collection: NobelCollection
  title: string
  fields: Record<string, FieldValue>
  refs: Record<string, string | string[]>
  addresses: string[]
}

/** A text that was not taken as it stands in the file. `what` says why, in words. */
export type Cleaned = { record: string; field: string; before: string; after: string; what: string[] }
export type NobelWarning = { record: string; field: string; message: string }

/** A field that staff changed since the last import (or wrote before the first): theirs stays. */
type Kept = {
  record: string
  collection: NobelCollection
  title: string
  field: string
  yours: unknown
  file: unknown
}
type Failed = { record: string; title: string; reason: string }

export type Counts = Record<NobelCollection, number>

export type NobelReport = {
  /** Laureates and award entries in the file. */
  read: { laureates: number; awards: number }
  created: Counts
  updated: Counts
  unchanged: Counts
  kept: Kept[]
  cleaned: Cleaned[]
  /** Fields that the desk has no place for, and how often each occurs. */
  dropped: Record<string, number>
  warnings: NobelWarning[]
  failed: Failed[]
}

export type NobelRefusal =
  | 'wrong_type'
  | 'too_large'
  | 'wrong_encoding'
  | 'not_json'
  | 'bad_key'
  | 'bad_character'
  | 'wrong_kind'
  | 'truncated'
  | 'bad_record'
  | 'busy'

/** Nothing was written. `problems` name record and field, at most 20 of them. */
export type NobelRefused = { ok: false; code: NobelRefusal; message: string; problems: string[] }

export const refuseNobel = (code: NobelRefusal, message: string, problems: string[] = []): NobelRefused => ({
  ok: false,
  code,
  message,
  problems,
})

export const noCounts = (): Counts => ({ prizes: 0, editions: 0, laureates: 0, citations: 0 })

/** The file's own language codes → ours. */
export const fileLanguages: Record<string, LocaleCode> = { en: 'en', se: 'sv', sv: 'sv', no: 'nb', nb: 'nb' }
