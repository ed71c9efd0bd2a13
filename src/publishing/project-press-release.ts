import { z } from 'zod'
import { foldForSearch, type Resource } from '@/contract'
import type { LocaleCode } from '@/lib/locales'
import { richTextSchema } from '@/rich-text'
import { localizedAt, related, relatedMany, shared, type Draft } from './draft'
import { citationRef } from './project-citation'
import { answeringContacts, contactRef } from './project-press-contact'
import { aboutPrize, prizeRef, prizeShared } from './project-prize'
import { nullableText, type Listing, type Projection, type PublicDocument, type Ref } from './unit'
import { commonOf, publicPictures, richOf, textOf, type View } from './view'

const sharedSchema = z.strictObject({
  edition: z.uuid(),
  citations: z.array(z.uuid()),
  slug: z.string(),
  type: z.enum(['announcement', 'ceremony', 'statement', 'correction']),
  corrects: z.uuid().nullable(),
  contacts: z.array(z.uuid()),
  // Absent where there are none: words that were approved without them stay approved.
  attachments: z.array(z.uuid()).optional(),
})
const localizedSchema = z.strictObject({
  title: nullableText,
  summary: nullableText,
  dateline: nullableText,
  body: richTextSchema.nullable(),
})

const paths = ['title', 'summary', 'dateline', 'body'] as const

const someOf = (name: string, ids: unknown[]) => (ids.length === 0 ? {} : { [name]: ids })

// The embargo holds publishing back; it is no part of what is public.
const projectShared = (draft: Draft) => ({
  edition: related(draft, 'edition'),
  citations: relatedMany(draft, 'citations'),
  slug: shared(draft, 'slug'),
  type: shared(draft, 'type'),
  corrects: shared(draft, 'type') === 'correction' ? (related(draft, 'corrects') ?? null) : null,
  contacts: relatedMany(draft, 'contacts'),
  ...someOf('attachments', relatedMany(draft, 'attachments')),
})

export const pressReleaseProjection = {
  sharedSchema,
  localizedSchema,
  shared: (draft) => projectShared(draft) as z.input<typeof sharedSchema>,
  localized: (draft, locale) => localizedAt(draft, paths, locale) as z.input<typeof localizedSchema>,
  paths,
  required: ['title', 'body'],
  refs: ({ edition, citations, corrects, contacts, attachments = [] }) => [
    { collection: 'editions', id: edition },
    ...citations.map((id): Ref => ({ collection: 'citations', id })),
    ...contacts.map((id): Ref => ({ collection: 'press-contacts', id })),
    ...attachments.map((id): Ref => ({ collection: 'media', id })),
    ...(corrects === null ? [] : [{ collection: 'press-releases' as const, id: corrects }]),
  ],
  wordRefs: ({ body }) =>
    (body?.root.children ?? []).flatMap((node): Ref[] =>
      node.type === 'block' && node.fields.blockType === 'boilerplate'
        ? [{ collection: 'prizes', id: node.fields.prize }]
        : [],
    ),
} satisfies Projection<typeof sharedSchema, typeof localizedSchema>

type Shared = z.output<typeof sharedSchema>
type Localized = z.output<typeof localizedSchema>
type EditionShared = { prize: string; year: number; contacts: string[] }

export const releaseShared = (document: PublicDocument): Shared => document.shared as Shared

// References are closed: what a public document points to is public, so a missing one is a bug.
function must(view: View, { collection, id }: Ref): PublicDocument {
  const found = view.world.get(collection, id)
  if (!found) throw new Error(`A public press release points to ${collection} ${id}, which is not public.`)
  return found
}

const editionOf = (view: View, release: PublicDocument): EditionShared =>
  must(view, { collection: 'editions', id: releaseShared(release).edition }).shared as EditionShared

const prizeOf = (view: View, release: PublicDocument): PublicDocument =>
  must(view, { collection: 'prizes', id: editionOf(view, release).prize })

// Addresses are unique within a year.
const slugOf = (view: View, release: PublicDocument): string =>
  `${editionOf(view, release).year}-${releaseShared(release).slug}`

const titleOf = (view: View, release: PublicDocument) =>
  textOf<Localized>(view, release, (content) => content.title)

const releaseRef = (view: View, release: PublicDocument) => ({
  id: release.id,
  slug: slugOf(view, release),
  title: titleOf(view, release),
})

const citationsOf = (view: View, release: PublicDocument): PublicDocument[] =>
  releaseShared(release).citations.map((id) => must(view, { collection: 'citations', id }))

const correctionsOf = (view: View, release: PublicDocument): PublicDocument[] =>
  view.world
    .referring('press-releases', release.id)
    .toSorted((a, b) => a.firstAt.getTime() - b.firstAt.getTime())

/** The public press release for one reader. */
export function composePressRelease(
  view: View,
  document: PublicDocument,
  locale: LocaleCode,
): Resource<'press-releases'> {
  const { type, corrects, contacts, attachments = [] } = releaseShared(document)
  const { year, contacts: ofYear } = editionOf(view, document)
  const quote = (id: string) => aboutPrize(view, must(view, { collection: 'prizes', id }))
  return {
    ...commonOf(document, slugOf(view, document), locale),
    type,
    title: titleOf(view, document),
    summary: textOf<Localized>(view, document, (content) => content.summary),
    dateline: textOf<Localized>(view, document, (content) => content.dateline),
    body: richOf<Localized>(view, document, { read: (content) => content.body, quote }),
    publishedAt: document.firstAt.toISOString(),
    year,
    prize: prizeRef(view, prizeOf(view, document)),
    citations: citationsOf(view, document).map((citation) => citationRef(view, citation)),
    attachments: publicPictures(view, attachments),
    corrects:
      corrects === null ? null : releaseRef(view, must(view, { collection: 'press-releases', id: corrects })),
    correctedBy: correctionsOf(view, document).map((release) => releaseRef(view, release)),
    contacts: answeringContacts(view, contacts.length > 0 ? contacts : ofYear).map((contact) =>
      contactRef(view, contact),
    ),
  }
}

/** Where the press release stands in lists: by the moment at which it became public. */
export function listPressRelease(view: View, document: PublicDocument): Listing {
  const { type, citations, edition, attachments = [] } = releaseShared(document)
  const words = textOf<Localized>(view, document, (content) =>
    [content.title, content.summary].filter(Boolean).join(' \n '),
  )
  return {
    slug: slugOf(view, document),
    years: [editionOf(view, document).year],
    facets: {
      type,
      citations,
      edition,
      media: publicPictures(view, attachments),
      prizes: [prizeShared(prizeOf(view, document)).slug],
    },
    sortKey: document.firstAt.toISOString(),
    search: foldForSearch(words?.text ?? ''),
  }
}
