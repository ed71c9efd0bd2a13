import type { LocaleCode } from '@/lib/locales'
import type { Portrait } from './portraits'

// The shape of the invented foundation. English comes from the pages in ./pages, read by the importer; here
// stand the facts that no page says, and the other languages.

/** The languages of the demo content beside English. */
export const translations = ['sv', 'es', 'ar'] as const satisfies readonly LocaleCode[]
type Translation = (typeof translations)[number]
export type InEach<Value> = Record<Translation, Value>

export type Section = { heading: string; paragraphs: string[] }

type LaureateWords = {
  knownName: string
  fullName?: string
  givenName?: string
  familyName?: string
  sortKey?: string
  birth?: { place: string }
  education?: string
  basedIn?: string
  headquarters?: { city: string }
}

export type EntryWords = { motivation: string; short: string[]; long?: Section[]; laureates: LaureateWords[] }

/** What the page does not say of a laureate; `english` adds to what it does. */
export type LaureateFacts = {
  kind: 'person' | 'organisation'
  slug: string
  nativeName?: { value: string; lang: string }
  variants?: { value: string; lang?: string; system?: string }[]
  headquarters?: { country: string }
  portrait?: Portrait
  english?: Partial<LaureateWords>
}

export type Entry = {
  page: string
  year: number
  slug: string
  countries: string[]
  status: 'received' | 'declined'
  portion?: { num: number; den: number }
  themes: string[]
  asOf: string
  laureates: LaureateFacts[]
  words: InEach<EntryWords>
}
