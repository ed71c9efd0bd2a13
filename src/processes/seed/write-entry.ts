import type { ProposedLaureate } from '@/intake'
import { heading, paragraph, richText } from '@/rich-text'
import {
  translations,
  type Entry,
  type EntryWords,
  type InEach,
  type LaureateFacts,
  type Section,
} from './entry'
import { readEnglish } from './read-english'
import { writeDraft, type Writer } from './write-draft'
import { writePortrait } from './write-portrait'

/** A draft that exists now. */
export type Written = { collection: string; id: string; year?: number }

/** Saves an award entry with its laureates and its biography as drafts of the year `edition`. */
export async function writeEntry(writer: Writer, entry: Entry, edition: string): Promise<Written[]> {
  const { award, laureates: onPage } = readEnglish(entry.page)
  const laureates: string[] = []
  const pictures: string[] = []
  for (const [index, facts] of entry.laureates.entries()) {
    const words = inEach((locale) => entry.words[locale].laureates[index])
    const portrait = facts.portrait && (await writePortrait(writer, facts.portrait))
    if (portrait !== undefined) pictures.push(portrait)
    laureates.push(await writeLaureate(writer, { facts, onPage: onPage[index], words, portrait }))
  }
  const { slug, countries, status, themes, portion } = entry
  const citation = await writeDraft(writer, {
    collection: 'citations',
    english: {
      edition,
      laureates,
      slug,
      countries,
      status,
      themes,
      awardType: 'prize',
      motivation: award.motivation,
      ...(portion ? { portion } : {}),
    },
    words: inEach((locale) => ({ motivation: entry.words[locale].motivation })),
  })
  const biography = await writeDraft(writer, {
    collection: 'biographies',
    english: { citation, asOf: entry.asOf, ...texts(award) },
    words: inEach((locale) => texts(entry.words[locale])),
  })
  return [
    ...pictures.map((id) => ({ collection: 'media', id })),
    ...laureates.map((id) => ({ collection: 'laureates', id })),
    { collection: 'citations', id: citation },
    { collection: 'biographies', id: biography },
  ].map((written) => ({ ...written, year: entry.year }))
}

type Laureate = {
  facts: LaureateFacts
  onPage: ProposedLaureate | undefined
  words: InEach<EntryWords['laureates'][number] | undefined>
  portrait: string | undefined
}

function writeLaureate(writer: Writer, { facts, onPage, words, portrait }: Laureate): Promise<string> {
  const { english, headquarters, portrait: _drawn, ...shared } = facts
  const {
    birth,
    headquarters: seat,
    existing: _existing,
    death: _death,
    ...page
  } = onPage ?? { knownName: '', fullName: '' }
  return writeDraft(writer, {
    collection: 'laureates',
    english: {
      ...page,
      ...shared,
      ...(portrait === undefined ? {} : { portrait }),
      ...english,
      ...(birth ? { birth: { date: birth.date, place: birth.place, countryNow: birth.countryNow } } : {}),
      ...(headquarters ? { headquarters: { ...seat, ...english?.headquarters, ...headquarters } } : {}),
    },
    words: inEach((locale) => words[locale] ?? {}),
  })
}

const texts = ({ short, long }: { short: string[]; long?: Section[] }) => ({
  short: richText(short.map(paragraph)),
  ...(long
    ? {
        long: richText(
          long.flatMap((section) => [heading(section.heading), ...section.paragraphs.map(paragraph)]),
        ),
      }
    : {}),
})

/** A value for each language beside English. */
export const inEach = <Value>(valueFor: (locale: (typeof translations)[number]) => Value): InEach<Value> =>
  Object.fromEntries(translations.map((locale) => [locale, valueFor(locale)])) as InEach<Value>
