import { z } from 'zod'
import { foldForSearch, type Resource } from '@/contract'
import type { LocaleCode } from '@/lib/locales'
import { localized, related, shared, at, type Draft } from './draft'
import { citationRef, citationShared, editionOf, prizeOfEdition } from './project-citation'
import { nullableText, type Listing, type Projection, type PublicDocument } from './unit'
import { answerLocale, commonOf, countryOf, publicPictures, textOf, type View } from './view'

const life = z.strictObject({ date: nullableText, countryNow: nullableText })
const sharedSchema = z.strictObject({
  kind: z.enum(['person', 'organisation']),
  slug: z.string(),
  nativeName: z.strictObject({ value: z.string(), lang: nullableText }).nullable(),
  variants: z.array(z.strictObject({ value: z.string(), lang: nullableText, system: nullableText })),
  sameAs: z.strictObject({
    wikidata: nullableText,
    wikipedia: nullableText,
    viaf: nullableText,
    isni: nullableText,
    orcid: nullableText,
    ror: nullableText,
    url: nullableText,
  }),
  birth: life,
  death: life,
  founded: nullableText,
  dissolved: nullableText,
  headquartersCountry: nullableText,
  // Absent where there is none: words that were approved without it stay approved.
  portrait: z.uuid().optional(),
})

const localizedSchema = z.strictObject({
  knownName: nullableText,
  fullName: nullableText,
  givenName: nullableText,
  familyName: nullableText,
  sortKey: nullableText,
  birthPlace: nullableText,
  birthCountryThen: nullableText,
  deathPlace: nullableText,
  deathCountryThen: nullableText,
  education: nullableText,
  basedIn: nullableText,
  city: nullableText,
})

const pathOf = {
  knownName: 'knownName',
  fullName: 'fullName',
  givenName: 'givenName',
  familyName: 'familyName',
  sortKey: 'sortKey',
  birthPlace: 'birth.place',
  birthCountryThen: 'birth.countryThen',
  deathPlace: 'death.place',
  deathCountryThen: 'death.countryThen',
  education: 'education',
  basedIn: 'basedIn',
  city: 'headquarters.city',
} as const

const identifiers = ['wikidata', 'wikipedia', 'viaf', 'isni', 'orcid', 'ror', 'url'] as const

const lifeOf = (draft: Draft, name: string) => ({
  date: shared(draft, `${name}.date`),
  countryNow: shared(draft, `${name}.countryNow`),
})

function variantsOf(draft: Draft) {
  const rows = at(draft, 'variants')
  const list = Array.isArray(rows) ? (rows as Draft[]) : []
  return list.map((row) => ({
    value: row['value'],
    lang: shared(row, 'lang'),
    system: shared(row, 'system'),
  }))
}

const projectShared = (draft: Draft) => ({
  kind: shared(draft, 'kind'),
  slug: shared(draft, 'slug'),
  nativeName: shared(draft, 'nativeName.value')
    ? { value: shared(draft, 'nativeName.value'), lang: shared(draft, 'nativeName.lang') }
    : null,
  variants: variantsOf(draft),
  sameAs: Object.fromEntries(identifiers.map((name) => [name, shared(draft, `sameAs.${name}`)])),
  birth: lifeOf(draft, 'birth'),
  death: lifeOf(draft, 'death'),
  founded: shared(draft, 'founded'),
  dissolved: shared(draft, 'dissolved'),
  headquartersCountry: shared(draft, 'headquarters.country'),
  portrait: related(draft, 'portrait') ?? undefined,
})

export const laureateProjection = {
  sharedSchema,
  localizedSchema,
  shared: (draft) => projectShared(draft) as z.input<typeof sharedSchema>,
  localized: (draft, locale) =>
    Object.fromEntries(
      Object.entries(pathOf).map(([name, path]) => [name, localized(draft, path, locale)]),
    ) as z.input<typeof localizedSchema>,
  paths: Object.values(pathOf),
  required: ['knownName'],
  drafted: { ...pathOf, headquartersCountry: 'headquarters.country' },
  refs: ({ portrait }) => (portrait === undefined ? [] : [{ collection: 'media' as const, id: portrait }]),
} satisfies Projection<typeof sharedSchema, typeof localizedSchema>

type Shared = z.output<typeof sharedSchema>
type Localized = z.output<typeof localizedSchema>
const laureateShared = (document: PublicDocument): Shared => document.shared as Shared

/** The public award entries of a laureate, oldest first. */
const citationsOf = (view: View, laureate: PublicDocument): PublicDocument[] =>
  view.world
    .referring('citations', laureate.id)
    .filter((citation) => answerLocale(view, citation))
    .toSorted((a, b) => sortSlug(view, a).localeCompare(sortSlug(view, b), 'en'))

const sortSlug = (view: View, citation: PublicDocument): string =>
  `${editionOf(view, citation).year}-${citationShared(citation).slug}`

// A portrait that was taken down is none, wherever it is still named.
const portraitOf = (view: View, document: PublicDocument): string | null =>
  publicPictures(view, [laureateShared(document).portrait ?? []].flat())[0] ?? null

type LifeEvent = {
  name: 'birth' | 'death'
  place: (c: Localized) => string | null
  countryThen: (c: Localized) => string | null
}

function lifeEvent(view: View, document: PublicDocument, event: LifeEvent) {
  const { date, countryNow } = laureateShared(document)[event.name]
  const locale = answerLocale(view, document) ?? view.locale
  const found = {
    date,
    place: textOf(view, document, event.place),
    countryThen: textOf(view, document, event.countryThen),
    countryNow: countryOf(countryNow, locale),
  }
  return Object.values(found).every((value) => value === null) ? null : found
}

function headquartersOf(view: View, document: PublicDocument, locale: LocaleCode) {
  const city = textOf<Localized>(view, document, (content) => content.city)
  const country = countryOf(laureateShared(document).headquartersCountry, locale)
  return city === null && country === null ? null : { city, country }
}

/** The public laureate for one reader. */
export function composeLaureate(
  view: View,
  document: PublicDocument,
  locale: LocaleCode,
): Resource<'laureates'> {
  const facts = laureateShared(document)
  const text = (read: (content: Localized) => string | null) => textOf(view, document, read)
  return {
    ...commonOf(document, facts.slug, locale),
    kind: facts.kind,
    portrait: portraitOf(view, document),
    name: text((content) => content.knownName),
    fullName: text((content) => content.fullName),
    givenName: text((content) => content.givenName),
    familyName: text((content) => content.familyName),
    nativeName: facts.nativeName,
    variants: facts.variants,
    birth: lifeEvent(view, document, {
      name: 'birth',
      place: (c) => c.birthPlace,
      countryThen: (c) => c.birthCountryThen,
    }),
    death: lifeEvent(view, document, {
      name: 'death',
      place: (c) => c.deathPlace,
      countryThen: (c) => c.deathCountryThen,
    }),
    education: text((content) => content.education),
    founded: facts.founded,
    dissolved: facts.dissolved,
    basedIn: text((content) => content.basedIn),
    headquarters: headquartersOf(view, document, locale),
    sameAs: facts.sameAs,
    citations: citationsOf(view, document).map((citation) => citationRef(view, citation)),
  }
}

/** Every public name: in all languages, the native one, and other spellings; each once. */
export function laureateNames(document: PublicDocument): string[] {
  const { nativeName, variants } = laureateShared(document)
  const names = [...document.locales.values()].flatMap(({ content }) => {
    const words = content as Localized
    return [words.knownName, words.fullName]
  })
  const every = [...names, nativeName?.value, ...variants.map((variant) => variant.value)]
  return [...new Set(every.filter((value) => typeof value === 'string'))].toSorted()
}

/** Where the laureate stands in lists. */
export function listLaureate(view: View, document: PublicDocument): Listing {
  const facts = laureateShared(document)
  const citations = citationsOf(view, document)
  const entries = citations.map((citation) => ({
    facts: citationShared(citation),
    edition: editionOf(view, citation),
  }))
  const name = textOf<Localized>(view, document, (content) => content.knownName)?.text ?? facts.slug
  const sortKey =
    textOf<Localized>(view, document, (content) => content.sortKey ?? content.familyName)?.text ?? name
  return {
    slug: facts.slug,
    years: [...new Set(entries.map(({ edition }) => edition.year))],
    facets: {
      kind: facts.kind,
      prizes: [...new Set(citations.map((citation) => prizeOfEdition(view, citation).slug))],
      countries: [...new Set(entries.flatMap((entry) => entry.facts.countries))],
      themes: [...new Set(entries.flatMap((entry) => entry.facts.themes))],
      ...(facts.sameAs.wikidata === null ? {} : { wikidata: facts.sameAs.wikidata }),
      citations: citations.map((citation) => citation.id),
      media: [portraitOf(view, document) ?? []].flat(),
    },
    sortKey,
    search: foldForSearch(laureateNames(document).join(' \n ')),
  }
}
