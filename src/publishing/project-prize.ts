import { z } from 'zod'
import type { Quoted } from '@/rich-text'
import { localizedAt, shared } from './draft'
import { nullableText, type Projection, type PublicDocument } from './unit'
import { nameOf, textOf, type View } from './view'

const sharedSchema = z.strictObject({ slug: z.string(), founded: nullableText, timeZone: z.string() })
const localizedSchema = z.strictObject({
  name: nullableText,
  shortName: nullableText,
  awardingBody: nullableText,
  boilerplate: nullableText,
  reuseTerms: nullableText,
})

const paths = ['name', 'shortName', 'awardingBody', 'boilerplate', 'reuseTerms'] as const

export const prizeProjection = {
  sharedSchema,
  localizedSchema,
  shared: (draft) =>
    ({
      slug: shared(draft, 'slug'),
      founded: shared(draft, 'founded'),
      timeZone: shared(draft, 'timeZone'),
    }) as z.input<typeof sharedSchema>,
  localized: (draft, locale) => localizedAt(draft, paths, locale) as z.input<typeof localizedSchema>,
  paths,
  required: ['name'],
  refs: () => [],
} satisfies Projection<typeof sharedSchema, typeof localizedSchema>

type Shared = z.output<typeof sharedSchema>
type Localized = z.output<typeof localizedSchema>

export const prizeShared = (document: PublicDocument): Shared => document.shared as Shared

/** The words about the prize, for press releases; null where it has none for this reader. */
export function aboutPrize(view: View, prize: PublicDocument): Quoted | null {
  const words = textOf<Localized>(view, prize, (content) => content.boilerplate)
  return words && { prize: prizeShared(prize).slug, ...words }
}

/** The prize as other resources name it. */
export const prizeRef = (view: View, prize: PublicDocument) => ({
  slug: prizeShared(prize).slug,
  name: nameOf<Localized>(view, prize, (content) => content.name),
})
