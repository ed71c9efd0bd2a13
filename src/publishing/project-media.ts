import { z } from 'zod'
import { foldForSearch, type Resource } from '@/contract'
import { localeCodes, sourceLocale, type LocaleCode } from '@/lib/locales'
import { endings, placeOf, type Credits } from '@/media'
import { at, localizedAt, shared, type Draft } from './draft'
import { nullableText, type Listing, type Projection, type PublicDocument } from './unit'
import { commonOf, textOf, type View } from './view'

const renditionSchema = z.strictObject({
  use: z.enum(['original', 'fit', 'square']),
  width: z.int(),
  height: z.int(),
  type: z.enum(['image/avif', 'image/webp', 'image/jpeg', 'image/png']),
  name: z.string(),
})
const sharedSchema = z.strictObject({
  credit: z.string(),
  creator: nullableText,
  copyrightNotice: nullableText,
  freeEditorialUseUntil: nullableText,
  taken: nullableText,
  focalPoint: z.strictObject({ x: z.number(), y: z.number() }),
  renditions: z.array(renditionSchema).min(1),
})
const localizedSchema = z.strictObject({
  alt: nullableText,
  caption: nullableText,
  usageTerms: nullableText,
})

const plain = ['credit', 'creator', 'copyrightNotice', 'freeEditorialUseUntil', 'taken'] as const
const paths = ['alt', 'caption', 'usageTerms'] as const

// Whose picture it is in the archive and who is seen stays inside: a name can be one that is not public yet.
const projectShared = (draft: Draft) => ({
  ...Object.fromEntries(plain.map((name) => [name, shared(draft, name)])),
  focalPoint: { x: at(draft, 'focalX') ?? 50, y: at(draft, 'focalY') ?? 50 },
  renditions: at(draft, 'renditions') ?? [],
})

export const mediaProjection = {
  sharedSchema,
  localizedSchema,
  shared: (draft) => projectShared(draft) as z.input<typeof sharedSchema>,
  localized: (draft, locale) => localizedAt(draft, paths, locale) as z.input<typeof localizedSchema>,
  paths,
  required: ['alt'],
  drafted: { renditions: 'filename', focalPoint: 'focalX' },
  refs: () => [],
  file: ({ renditions }) => renditions.filter(({ use }) => use === 'original').map(placeOf)[0],
} satisfies Projection<typeof sharedSchema, typeof localizedSchema>

type Shared = z.output<typeof sharedSchema>
type Localized = z.output<typeof localizedSchema>
const mediaShared = (document: PublicDocument): Shared => document.shared as Shared

/** The renditions of a public picture, and what is written into them: only what is public in some language. */
export function filesOf(document: PublicDocument): { renditions: Shared['renditions']; credits: Credits } {
  const { renditions, credit, creator, copyrightNotice } = mediaShared(document)
  const languages = [sourceLocale, ...localeCodes.filter((code) => code !== sourceLocale)]
  const inLanguages = (name: 'usageTerms' | 'caption') =>
    languages.flatMap((code) => {
      const text = (document.locales.get(code)?.content as Localized | undefined)?.[name]
      return text ? [[code, text] as const] : []
    })
  const texts = { usageTerms: inLanguages('usageTerms'), captions: inLanguages('caption') }
  return { renditions, credits: { credit, creator, copyrightNotice, ...texts } }
}

/** The public picture for one reader. */
export function composeMedia(view: View, document: PublicDocument, locale: LocaleCode): Resource<'media'> {
  const { renditions, ...facts } = mediaShared(document)
  const text = (read: (content: Localized) => string | null) => textOf(view, document, read)
  return {
    ...commonOf(document, document.id, locale),
    alt: text((content) => content.alt),
    caption: text((content) => content.caption),
    usageTerms: text((content) => content.usageTerms),
    ...facts,
    renditions: renditions.map(({ name, ...rendition }) => {
      const file = view.world.file(document.id, name)
      if (!file) throw new Error(`A public picture lacks a file: ${document.id}.`)
      const href = `/v1/media/${document.id}/${name}.${endings[rendition.type]}`
      return { ...rendition, href, bytes: file.bytes, sha256: file.sha256 }
    }),
  }
}

/** Where the picture stands in lists. */
export function listMedia(view: View, document: PublicDocument): Listing {
  const words = (read: (content: Localized) => string | null) => textOf(view, document, read)?.text ?? ''
  const alt = words((content) => content.alt)
  return {
    slug: document.id,
    years: [],
    facets: {},
    sortKey: alt,
    search: foldForSearch(
      [alt, words((content) => content.caption), mediaShared(document).credit].join(' \n '),
    ),
  }
}
