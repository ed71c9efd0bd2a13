import { z } from 'zod'
import { foldForSearch, type Resource, type Text } from '@/contract'
import { countryName } from '@/formats'
import type { LocaleCode } from '@/lib/locales'
import { localizedAt, related, relatedMany, shared, at, type Draft } from './draft'
import { answeringContacts } from './project-press-contact'
import { prizeRef, prizeShared } from './project-prize'
import { nullableText, type Listing, type Projection, type PublicDocument } from './unit'
import { answerLocale, commonOf, countryOf, nameOf, publicPictures, textOf, type View } from './view'

const sharedSchema = z.strictObject({
  edition: z.uuid(),
  laureates: z.array(z.uuid()).min(1),
  slug: z.string(),
  awardType: z.enum(['prize', 'honorary']),
  status: z.enum(['received', 'declined', 'prevented', 'posthumous']),
  portion: z.strictObject({ num: z.int(), den: z.int() }).nullable(),
  countries: z.array(z.string()),
  themes: z.array(z.string()),
  contacts: z.array(z.uuid()),
})
const localizedSchema = z.strictObject({ displayTitle: nullableText, motivation: nullableText })

const list = (draft: Draft, path: string): unknown[] => {
  const value = at(draft, path)
  return Array.isArray(value) ? value : []
}

const projectShared = (draft: Draft) => ({
  edition: related(draft, 'edition'),
  laureates: relatedMany(draft, 'laureates'),
  slug: shared(draft, 'slug'),
  awardType: shared(draft, 'awardType'),
  status: shared(draft, 'status'),
  portion:
    shared(draft, 'portion.num') && shared(draft, 'portion.den')
      ? { num: shared(draft, 'portion.num'), den: shared(draft, 'portion.den') }
      : null,
  countries: list(draft, 'countries'),
  themes: list(draft, 'themes'),
  contacts: relatedMany(draft, 'contactsOverride'),
})

const paths = ['displayTitle', 'motivation'] as const

export const citationProjection = {
  sharedSchema,
  localizedSchema,
  shared: (draft) => projectShared(draft) as z.input<typeof sharedSchema>,
  localized: (draft, locale) => localizedAt(draft, paths, locale) as z.input<typeof localizedSchema>,
  paths,
  required: ['motivation'],
  drafted: { contacts: 'contactsOverride' },
  refs: (content) => [
    { collection: 'editions', id: content.edition },
    ...content.laureates.map((id) => ({ collection: 'laureates' as const, id })),
    ...content.contacts.map((id) => ({ collection: 'press-contacts' as const, id })),
  ],
} satisfies Projection<typeof sharedSchema, typeof localizedSchema>

type Shared = z.output<typeof sharedSchema>
type Localized = z.output<typeof localizedSchema>
type LaureateWords = { knownName: string | null }
const knownName = (words: LaureateWords): string | null => words.knownName
type EditionShared = { prize: string; year: number; contacts: string[] }

export const citationShared = (document: PublicDocument): Shared => document.shared as Shared

// References are closed: what a public document points to is public, so a missing one is a bug.
function must(
  view: View,
  ref: { collection: 'editions' | 'prizes' | 'laureates' | 'citations'; id: string },
): PublicDocument {
  const found = view.world.get(ref.collection, ref.id)
  if (!found) throw new Error(`A public document points to ${ref.collection} ${ref.id}, which is not public.`)
  return found
}

export const editionOf = (view: View, citation: PublicDocument): EditionShared =>
  must(view, { collection: 'editions', id: citationShared(citation).edition }).shared as EditionShared

export const prizeOfEdition = (view: View, citation: PublicDocument): { slug: string } =>
  prizeShared(prizeDocument(view, citation))

const prizeDocument = (view: View, citation: PublicDocument): PublicDocument =>
  must(view, { collection: 'prizes', id: editionOf(view, citation).prize })

export const laureatesOf = (view: View, citation: PublicDocument): PublicDocument[] =>
  citationShared(citation).laureates.map((id) => must(view, { collection: 'laureates', id }))

/** The public web address part of an award entry: slugs are unique within a year. */
export const citationSlug = (view: View, citation: PublicDocument): string =>
  `${editionOf(view, citation).year}-${citationShared(citation).slug}`

// The title is the laureates' known names joined by " / " and the countries; staff may write another. It is
// as foreign as its most foreign part: one name that falls back makes the title fall back.
function titleOf(view: View, citation: PublicDocument): Text | null {
  const written = textOf<Localized>(view, citation, (content) => content.displayTitle)
  if (written && !written.isFallback) return written
  const laureates = laureatesOf(view, citation)
  // What staff wrote in the next language is nearer than a name in any.
  if (written && laureates.some((one) => textOf(view, one, knownName) === null)) return written
  const names = laureates.map((one) => nameOf(view, one, knownName))
  if (names.some((name) => name === null)) return written
  const known = names.filter((name) => name !== null)
  const locale = known.find((name) => name.isFallback)?.locale ?? view.locale
  const countries = citationShared(citation).countries.map((code) => countryName(code, locale))
  const bracket = countries.length > 0 ? ` (${countries.join(', ')})` : ''
  return {
    text: known.map((name) => name.text).join(' / ') + bracket,
    locale,
    isFallback: locale !== view.locale,
  }
}

/** The award entry as other resources name it. */
export const citationRef = (view: View, citation: PublicDocument) => ({
  id: citation.id,
  slug: citationSlug(view, citation),
  title: titleOf(view, citation),
  year: editionOf(view, citation).year,
  prize: prizeRef(view, prizeDocument(view, citation)),
})

export const motivationOf = (view: View, citation: PublicDocument): Text | null =>
  textOf<Localized>(view, citation, (content) => content.motivation)

/** The laureate as other resources name it. */
export const laureateRef = (view: View, laureate: PublicDocument) => {
  const facts = laureate.shared as { slug: string; kind: 'person' | 'organisation' }
  return { id: laureate.id, slug: facts.slug, kind: facts.kind, name: nameOf(view, laureate, knownName) }
}

const biographyOf = (view: View, citation: PublicDocument): PublicDocument | undefined =>
  view.world.referring('biographies', citation.id).find((biography) => answerLocale(view, biography))

const contactsOf = (view: View, citation: PublicDocument): string[] => {
  const own = citationShared(citation).contacts
  return answeringContacts(view, own.length > 0 ? own : editionOf(view, citation).contacts).map(
    ({ id }) => id,
  )
}

const portraitsOf = (view: View, citation: PublicDocument): string[] => {
  const named = laureatesOf(view, citation).flatMap(
    (laureate) => (laureate.shared as { portrait?: string }).portrait ?? [],
  )
  return publicPictures(view, [...new Set(named)])
}

/** The public award entry for one reader. */
export function composeCitation(
  view: View,
  document: PublicDocument,
  locale: LocaleCode,
): Resource<'citations'> {
  const facts = citationShared(document)
  const slug = citationSlug(view, document)
  return {
    ...commonOf(document, slug, locale),
    title: titleOf(view, document),
    motivation: motivationOf(view, document),
    year: editionOf(view, document).year,
    prize: prizeRef(view, prizeDocument(view, document)),
    awardType: facts.awardType,
    status: facts.status,
    portion: facts.portion,
    countries: facts.countries.flatMap((code) => countryOf(code, locale) ?? []),
    themes: facts.themes,
    laureates: laureatesOf(view, document).map((laureate) => laureateRef(view, laureate)),
    biography: biographyOf(view, document) ? { slug } : null,
    contacts: contactsOf(view, document),
    media: portraitsOf(view, document),
  }
}

/** Where the award entry stands in lists. */
export function listCitation(view: View, document: PublicDocument): Listing {
  const facts = citationShared(document)
  const title = titleOf(view, document)?.text ?? facts.slug
  const biography = biographyOf(view, document)
  return {
    slug: citationSlug(view, document),
    years: [editionOf(view, document).year],
    facets: {
      prizes: [prizeOfEdition(view, document).slug],
      countries: facts.countries,
      themes: facts.themes,
      status: facts.status,
      laureates: facts.laureates,
      contacts: contactsOf(view, document),
      media: portraitsOf(view, document),
      ...(biography ? { biography: biography.id } : {}),
    },
    sortKey: title,
    search: foldForSearch([title, motivationOf(view, document)?.text ?? ''].join(' \n ')),
  }
}
