import { heading, paragraph, richText } from '../src/rich-text'
import type { LocaleCode } from '../src/lib/locales'
import type { Draft, Publishable } from '../src/publishing'

// A foundation that never was: the same laureates, award entries and long biographies on every run.

export const languages = ['en', 'sv', 'de', 'fr', 'es'] as const satisfies readonly LocaleCode[]
const perYear = 5

export type Invented = { collection: Publishable; draft: Draft }

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const syllables: Record<(typeof languages)[number], readonly string[]> = {
  en: ['the', 'wor', 'king', 'peo', 'ple', 'of', 'a', 'new', 'ness', 'ought'],
  sv: ['för', 'män', 'sko', 'rätt', 'lig', 'het', 'och', 'åt', 'verk', 'en'],
  de: ['für', 'men', 'schen', 'recht', 'lich', 'keit', 'und', 'ge', 'größ', 'werk'],
  fr: ['pour', 'les', 'droits', 'de', 'l’hom', 'me', 'et', 'œu', 'vre', 'été'],
  es: ['por', 'los', 'de', 'rechos', 'hu', 'ma', 'nos', 'y', 'año', 'obra'],
}

const uuid = (kind: number, number: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

const words = (random: () => number, language: (typeof languages)[number], count: number): string =>
  Array.from({ length: count }, () => {
    const pick = () => syllables[language][Math.floor(random() * 10)] ?? ''
    return random() < 0.3 ? pick() : pick() + pick()
  }).join(' ')

const inEach = <Value>(make: (language: (typeof languages)[number]) => Value): Record<string, Value> =>
  Object.fromEntries(languages.map((language) => [language, make(language)]))

const biography = (random: () => number, language: (typeof languages)[number]) =>
  richText(
    Array.from({ length: 5 }, () => [
      heading(words(random, language, 4)),
      paragraph(words(random, language, 90)),
      paragraph(words(random, language, 90)),
    ]).flat(),
  )

/** The prize, and the years that `laureates` award entries fill. */
export function inventFoundation(laureates: number): Invented[] {
  const years = Math.ceil(laureates / perYear)
  const prize: Invented = {
    collection: 'prizes',
    draft: {
      id: uuid(1, 1),
      slug: 'invented',
      timeZone: 'Europe/Stockholm',
      name: inEach(() => 'The Invented Prize'),
    },
  }
  const editions = Array.from({ length: years }, (_, index): Invented => ({
    collection: 'editions',
    draft: {
      id: uuid(2, index),
      prize: uuid(1, 1),
      year: 1800 + index,
      status: 'announced',
      defaultContacts: [],
      ceremony: { place: inEach(() => 'Nowhere') },
    },
  }))
  return [prize, ...editions]
}

/** One laureate with an award entry and a biography, in every language. */
export function inventLaureate(index: number): Invented[] {
  const random = makeRandom(index + 1)
  const name = words(random, 'en', 2)
  const shared = {
    slug: `laureate-${index}`,
    kind: 'person',
    variants: [],
    birth: { date: '1950-05-05', countryNow: 'SE' },
  }
  return [
    {
      collection: 'laureates',
      draft: {
        id: uuid(3, index),
        ...shared,
        knownName: inEach(() => name),
        fullName: inEach(() => `${name} ${name}`),
        education: inEach((language) => words(random, language, 20)),
      },
    },
    {
      collection: 'citations',
      draft: {
        id: uuid(4, index),
        edition: uuid(2, Math.floor(index / perYear)),
        laureates: [uuid(3, index)],
        slug: `laureate-${index}`,
        awardType: 'prize',
        status: 'received',
        countries: ['SE'],
        themes: ['invention'],
        contactsOverride: [],
        motivation: inEach((language) => words(random, language, 15)),
      },
    },
    {
      collection: 'biographies',
      draft: {
        id: uuid(5, index),
        citation: uuid(4, index),
        asOf: '2020',
        short: inEach((language) => richText([paragraph(words(random, language, 40))])),
        long: inEach((language) => biography(random, language)),
      },
    },
  ]
}

/** Every address of a laureate and a biography in every language. */
export const addresses = (laureates: number): string[] =>
  Array.from({ length: laureates }, (_, index) =>
    languages.flatMap((language) => [
      `/v1/laureates/laureate-${index}?locale=${language}`,
      `/v1/biographies/${1800 + Math.floor(index / perYear)}-laureate-${index}?locale=${language}`,
    ]),
  ).flat()
