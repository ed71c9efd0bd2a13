import { z } from 'zod'
import { foldForSearch, type Resource } from '@/contract'
import { richTextSchema, type RichText } from '@/rich-text'
import type { LocaleCode } from '@/lib/locales'
import { localizedAt, related, shared } from './draft'
import { citationRef, citationShared, citationSlug, editionOf, prizeOfEdition } from './project-citation'
import { nullableText, type Listing, type Projection, type PublicDocument } from './unit'
import { commonOf, richOf, type View } from './view'

const sharedSchema = z.strictObject({ citation: z.uuid(), asOf: nullableText, sources: nullableText })
const localizedSchema = z.strictObject({ short: richTextSchema.nullable(), long: richTextSchema.nullable() })

const paths = ['short', 'long'] as const

export const biographyProjection = {
  sharedSchema,
  localizedSchema,
  shared: (draft) =>
    ({
      citation: related(draft, 'citation'),
      asOf: shared(draft, 'asOf'),
      sources: shared(draft, 'sources'),
    }) as z.input<typeof sharedSchema>,
  localized: (draft, locale) => localizedAt(draft, paths, locale) as z.input<typeof localizedSchema>,
  paths,
  required: [],
  refs: (content) => [{ collection: 'citations', id: content.citation }],
} satisfies Projection<typeof sharedSchema, typeof localizedSchema>

type Shared = z.output<typeof sharedSchema>
type Localized = z.output<typeof localizedSchema>
export const biographyShared = (document: PublicDocument): Shared => document.shared as Shared

function citationOf(view: View, biography: PublicDocument): PublicDocument {
  const citation = view.world.get('citations', biographyShared(biography).citation)
  if (!citation)
    throw new Error(`Public biography ${biography.id} points to an award entry that is not public.`)
  return citation
}

/** The public biography for one reader. */
export function composeBiography(
  view: View,
  document: PublicDocument,
  locale: LocaleCode,
): Resource<'biographies'> {
  const facts = biographyShared(document)
  const citation = citationOf(view, document)
  const rich = (read: (content: Localized) => RichText | null) => richOf(view, document, { read })
  return {
    ...commonOf(document, citationSlug(view, citation), locale),
    citation: citationRef(view, citation),
    short: rich((content) => content.short),
    long: rich((content) => content.long),
    asOf: facts.asOf,
    sources: facts.sources,
  }
}

/** Where the biography stands in lists. */
export function listBiography(view: View, document: PublicDocument): Listing {
  const citation = citationOf(view, document)
  const title = citationRef(view, citation).title?.text ?? citationShared(citation).slug
  return {
    slug: citationSlug(view, citation),
    years: [editionOf(view, citation).year],
    facets: {
      prizes: [prizeOfEdition(view, citation).slug],
      citations: [citation.id],
      laureates: citationShared(citation).laureates,
    },
    sortKey: title,
    search: foldForSearch(title),
  }
}
