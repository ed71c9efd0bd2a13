import { z } from 'zod'
import { foldForSearch, type Resource } from '@/contract'
import type { LocaleCode } from '@/lib/locales'
import { localized, related, relatedMany, shared, type Draft } from './draft'
import { citationRef, citationShared, laureateRef, laureatesOf, motivationOf } from './project-citation'
import { answeringContacts } from './project-press-contact'
import { prizeRef, prizeShared } from './project-prize'
import { nullableText, type Listing, type Projection, type PublicDocument } from './unit'
import { answerLocale, commonOf, textOf, type View } from './view'

const sharedSchema = z.strictObject({
  prize: z.uuid(),
  year: z.int(),
  status: z.enum(['planned', 'announced', 'not-awarded']),
  announceAt: z.iso.datetime().nullable(),
  announceZone: nullableText,
  ceremonyDate: nullableText,
  // Held back by its own rule: an amount that is not disclosed is no part of the unit.
  amount: z.strictObject({ value: z.number(), currency: z.string() }).nullable(),
  contacts: z.array(z.uuid()),
})
const localizedSchema = z.strictObject({ note: nullableText, ceremonyPlace: nullableText })

const projectShared = (draft: Draft) => ({
  prize: related(draft, 'prize'),
  year: shared(draft, 'year'),
  status: shared(draft, 'status'),
  announceAt: shared(draft, 'announceAt'),
  announceZone: shared(draft, 'announceZone'),
  ceremonyDate: shared(draft, 'ceremony.date'),
  amount: amountOf(draft),
  contacts: relatedMany(draft, 'defaultContacts'),
})

function amountOf(draft: Draft) {
  const value = shared(draft, 'amount.value')
  const currency = shared(draft, 'amount.currency')
  return shared(draft, 'amountDisclosed') === true && value !== null && currency !== null
    ? { value, currency }
    : null
}

export const editionProjection = {
  sharedSchema,
  localizedSchema,
  shared: (draft) => projectShared(draft) as z.input<typeof sharedSchema>,
  localized: (draft, locale) =>
    ({
      note: localized(draft, 'note', locale),
      ceremonyPlace: localized(draft, 'ceremony.place', locale),
    }) as z.input<typeof localizedSchema>,
  paths: ['note', 'ceremony.place'],
  required: [],
  speaksByFacts: true,
  drafted: { ceremonyDate: 'ceremony.date', ceremonyPlace: 'ceremony.place', contacts: 'defaultContacts' },
  refs: (content) => [
    { collection: 'prizes', id: content.prize },
    ...content.contacts.map((id) => ({ collection: 'press-contacts' as const, id })),
  ],
} satisfies Projection<typeof sharedSchema, typeof localizedSchema>

type Shared = z.output<typeof sharedSchema>
type Localized = z.output<typeof localizedSchema>
const editionShared = (document: PublicDocument): Shared => document.shared as Shared

function prizeOf(view: View, edition: PublicDocument): PublicDocument {
  const prize = view.world.get('prizes', editionShared(edition).prize)
  if (!prize) throw new Error(`Public edition ${edition.id} points to a prize that is not public.`)
  return prize
}

const slugOf = (view: View, edition: PublicDocument): string =>
  `${prizeShared(prizeOf(view, edition)).slug}/${editionShared(edition).year}`

// The order of award entries is that of their addresses: it says nothing of when each was approved.
const entriesOf = (view: View, edition: PublicDocument): PublicDocument[] =>
  view.world
    .referring('citations', edition.id)
    .filter((citation) => answerLocale(view, citation))
    .toSorted((a, b) => (citationShared(a).slug < citationShared(b).slug ? -1 : 1))

const entry = (view: View, citation: PublicDocument) => ({
  ...citationRef(view, citation),
  motivation: motivationOf(view, citation),
  laureates: laureatesOf(view, citation).map((laureate) => laureateRef(view, laureate)),
})

const contactsOf = (view: View, edition: PublicDocument): string[] =>
  answeringContacts(view, editionShared(edition).contacts).map(({ id }) => id)

/** The public year for one reader. */
export function composeEdition(
  view: View,
  document: PublicDocument,
  locale: LocaleCode,
): Resource<'editions'> {
  const facts = editionShared(document)
  const place = textOf<Localized>(view, document, (content) => content.ceremonyPlace)
  return {
    ...commonOf(document, slugOf(view, document), locale),
    year: facts.year,
    prize: prizeRef(view, prizeOf(view, document)),
    status: facts.status,
    note: textOf<Localized>(view, document, (content) => content.note),
    announceAt: facts.announceAt,
    announceZone: facts.announceZone,
    ceremony: facts.ceremonyDate === null && place === null ? null : { date: facts.ceremonyDate, place },
    amount: facts.amount,
    citations: entriesOf(view, document).map((citation) => entry(view, citation)),
    contacts: contactsOf(view, document),
  }
}

/** Where the year stands in lists. */
export function listEdition(view: View, document: PublicDocument): Listing {
  const facts = editionShared(document)
  const slug = slugOf(view, document)
  const entries = entriesOf(view, document)
  return {
    slug,
    years: [facts.year],
    facets: {
      prizes: [prizeShared(prizeOf(view, document)).slug],
      status: facts.status,
      citations: entries.map((citation) => citation.id),
      laureates: [...new Set(entries.flatMap((citation) => citationShared(citation).laureates))],
      contacts: contactsOf(view, document),
    },
    sortKey: slug,
    search: foldForSearch(slug),
  }
}
