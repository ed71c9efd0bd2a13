import { z } from 'zod'
import type { Facets } from '@/contract'
import type { LocaleCode } from '@/lib/locales'
import type { Draft } from './draft'

// A unit is one publishable piece of one document: its values in one language, or the values that all
// languages share. Publishing stores units; what readers get is composed from units, never from drafts.

const publishable = [
  'prizes',
  'editions',
  'laureates',
  'citations',
  'biographies',
  'press-releases',
  'press-contacts',
  'media',
] as const
export type Publishable = (typeof publishable)[number]

const known = new Set<string>(publishable)
export const isPublishable = (collection: string): collection is Publishable => known.has(collection)

/** 'shared' or a language. */
export type UnitName = 'shared' | LocaleCode

export type Ref = { collection: Publishable; id: string }

/** How the drafts of one collection become units. */
export type Projection<Shared extends z.ZodType = z.ZodType, Localized extends z.ZodType = z.ZodType> = {
  sharedSchema: Shared
  localizedSchema: Localized
  shared: (draft: Draft) => z.input<Shared>
  localized: (draft: Draft, locale: LocaleCode) => z.input<Localized>
  /** Localized paths of the draft, to see which languages have words. */
  paths: readonly string[]
  /** Localized values without which a language cannot be published. */
  required: readonly string[]
  /** Its shared facts say enough: the source language may be public without a word of its own. */
  speaksByFacts?: true
  /** Paths in the draft of values that stand there under another name. */
  drafted?: Readonly<Record<string, string>>
  /** Documents that must be public before this one is. */
  refs: (content: z.output<Shared>) => Ref[]
  /** The same, of the words in one language. */
  wordRefs?: (content: z.output<Localized>) => Ref[]
  /** The name of the file that the words of each language describe. */
  file?: (content: z.output<Shared>) => string | undefined
}

/** A document as the world may know it: its public units. */
export type PublicDocument = {
  collection: Publishable
  id: string
  shared: unknown
  locales: ReadonlyMap<LocaleCode, PublicUnit>
  updatedAt: Date
  /** When its shared facts became public for the first time. */
  firstAt: Date
}
export type PublicUnit = { content: unknown; hash: string; sourceHash: string | null; publishedAt: Date }

export type PublicFile = { bytes: number; sha256: string }

/** Where a resource stands in lists: its address, what it sorts and filters by, the names it is found by. */
export type Listing = { slug: string; years: number[]; facets: Facets; sortKey: string; search: string }

export const nullableText = z.string().nullable()
