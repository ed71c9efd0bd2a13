import { z } from 'zod'
import { foldForSearch, type Resource } from '@/contract'
import type { LocaleCode } from '@/lib/locales'
import { at, localized, shared, type Draft } from './draft'
import { nullableText, type Listing, type Projection, type PublicDocument } from './unit'
import { answerLocale, commonOf, textOf, type View } from './view'

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
  speaksByFacts: true,
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
  const { validFrom, validTo } = contactShared(document)
  return {
    ...commonOf(document, document.id, locale),
    ...contactRef(view, document),
    validFrom,
    validTo,
  }
}

/** The contact as other resources name it. */
export function contactRef(view: View, document: PublicDocument) {
  const { name, desk, languages, international, phone, phoneE164, email } = contactShared(document)
  return {
    id: document.id,
    name,
    label: textOf<Localized>(view, document, (content) => content.label),
    desk,
    languages,
    international,
    phone: phone === null ? null : { written: phone, e164: phoneE164 },
    email,
  }
}

/** Those of the contacts that this reader can be told of, in their order. */
export const answeringContacts = (view: View, ids: readonly string[]): PublicDocument[] =>
  ids
    .map((id) => view.world.get('press-contacts', id))
    .filter((contact) => contact !== undefined && answerLocale(view, contact) !== undefined)
    .filter((contact) => contact !== undefined)

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
