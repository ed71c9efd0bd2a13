import { z } from 'zod'
import { foldForSearch, type Resource } from '@/contract'
import type { LocaleCode } from '@/lib/locales'
import { at, localized, shared, type Draft } from './draft'
import { nullableText, type Listing, type Projection, type PublicDocument } from './unit'
import { commonOf, textOf, type View } from './view'

const sharedSchema = z.strictObject({
  name: z.string(),
  desk: z.enum(['media', 'multimedia', 'office']),
  languages: z.array(z.string()),
  international: z.boolean(),
  phone: nullableText,
  phoneE164: nullableText,
  email: nullableText,
  validFrom: nullableText,
  validTo: nullableText,
  order: z.number().nullable(),
})
const localizedSchema = z.strictObject({ label: nullableText })

const plain = ['name', 'desk', 'phone', 'phoneE164', 'email', 'validFrom', 'validTo', 'order'] as const

const projectShared = (draft: Draft) => ({
  ...Object.fromEntries(plain.map((name) => [name, shared(draft, name)])),
  languages: at(draft, 'languages') ?? [],
  international: at(draft, 'international') === true,
})

export const pressContactProjection = {
  sharedSchema,
  localizedSchema,
  shared: (draft) => projectShared(draft) as z.input<typeof sharedSchema>,
  localized: (draft, locale) =>
    ({ label: localized(draft, 'label', locale) }) as z.input<typeof localizedSchema>,
  paths: ['label'],
  required: [],
  refs: () => [],
} satisfies Projection<typeof sharedSchema, typeof localizedSchema>

type Shared = z.output<typeof sharedSchema>
type Localized = z.output<typeof localizedSchema>
const contactShared = (document: PublicDocument): Shared => document.shared as Shared

export const contactName = (document: PublicDocument): string => contactShared(document).name

/** The public press contact for one reader. */
export function composePressContact(
  view: View,
  document: PublicDocument,
  locale: LocaleCode,
): Resource<'press-contacts'> {
  const facts = contactShared(document)
  return {
    ...commonOf(document, document.id, locale),
    name: facts.name,
    label: textOf<Localized>(view, document, (content) => content.label),
    desk: facts.desk,
    languages: facts.languages,
    international: facts.international,
    phone: facts.phone === null ? null : { written: facts.phone, e164: facts.phoneE164 },
    email: facts.email,
    validFrom: facts.validFrom,
    validTo: facts.validTo,
  }
}

/** Where the contact stands in lists: by the order that staff gave, then by name. */
export function listPressContact(_view: View, document: PublicDocument): Listing {
  const facts = contactShared(document)
  return {
    slug: document.id,
    years: [],
    facets: { languages: facts.languages, desk: facts.desk, international: facts.international },
    sortKey: `${String(facts.order ?? 10_000).padStart(5, '0')} ${facts.name}`,
    search: foldForSearch(facts.name),
  }
}
