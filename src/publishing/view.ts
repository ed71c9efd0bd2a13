import type { FallbackMode, Rich, Text } from '@/contract'
import { countryName } from '@/formats'
import { fallbackChain, nameChain, sourceLocale, type LocaleCode } from '@/lib/locales'
import { render, type Quoted, type RichText } from '@/rich-text'
import type { PublicDocument, PublicFile, Publishable } from './unit'

// How one reader sees the public world: in one language, with or without the declared fallback.

export type World = {
  get: (collection: Publishable, id: string) => PublicDocument | undefined
  /** Public documents of `from` that refer to (collection, id). */
  referring: (from: Publishable, id: string) => PublicDocument[]
  /** A file of a public picture, by the picture's id and the file's name. */
  file: (media: string, name: string) => PublicFile | undefined
}

export type View = { world: World; locale: LocaleCode; fallback: FallbackMode }

/** Languages to try, in order. */
const chainOf = (view: View): readonly LocaleCode[] =>
  view.fallback === 'none' ? [view.locale] : fallbackChain(view.locale)

/** The language in which this reader gets the document; undefined where it is absent for them (404). */
export const answerLocale = (view: View, document: PublicDocument): LocaleCode | undefined =>
  chainOf(view).find((locale) => document.locales.has(locale))

/** Of the pictures that a document names, those that are public: one that was taken down leaves the others standing. */
export const publicPictures = ({ world }: View, named: readonly string[]): string[] =>
  named.filter((id) => world.get('media', id) !== undefined)

type Found<Value> = { value: Value; locale: LocaleCode; isFallback: boolean }

/** The first value of the chain, with the language it is in. */
// The reader names the content of its own collection; only it knows what the document holds.
// oxlint-disable-next-line no-unnecessary-type-parameters -- the caller names the content of its own collection
function find<Content, Value>(
  view: View,
  document: PublicDocument,
  {
    read,
    chain = chainOf(view),
  }: { read: (content: Content) => Value | null; chain?: readonly LocaleCode[] },
): Found<Value> | null {
  for (const locale of chain) {
    const unit = document.locales.get(locale)
    const value = unit ? read(unit.content as Content) : null
    if (value !== null) return { value, locale, isFallback: locale !== view.locale }
  }
  return null
}

/** A localized text for this reader, or null. */
// oxlint-disable-next-line no-unnecessary-type-parameters -- the caller names the content of its own collection
export function textOf<Content>(
  view: View,
  document: PublicDocument,
  read: (content: Content) => string | null,
): Text | null {
  return asText(find(view, document, { read }))
}

/** How others call a document. A name is not left out because of its language while it has one: whoever is spoken of has a name. */
// oxlint-disable-next-line no-unnecessary-type-parameters -- the caller names the content of its own collection
export function nameOf<Content>(
  view: View,
  document: PublicDocument,
  read: (content: Content) => string | null,
): Text | null {
  return asText(find(view, document, { read, chain: nameChain(view.locale) }))
}

const asText = (found: Found<string> | null): Text | null =>
  found && { text: found.value, locale: found.locale, isFallback: found.isFallback }

type RichAsked<Content> = {
  read: (content: Content) => RichText | null
  /** The words about a prize, by its id. */
  quote?: (prize: string) => Quoted | null
}

/** A localized rich text for this reader, or null. */
// oxlint-disable-next-line no-unnecessary-type-parameters -- the caller names the content of its own collection
export function richOf<Content>(
  view: View,
  document: PublicDocument,
  { read, quote = () => null }: RichAsked<Content>,
): Rich | null {
  const found = find(view, document, { read })
  if (found === null) return null
  const { value, locale, isFallback } = found
  return { ...render(value, { locale, quote }), locale, isFallback }
}

/** A country with its name in the language of the answer, or null. */
export const countryOf = (code: string | null, locale: LocaleCode): { code: string; name: string } | null =>
  code === null ? null : { code, name: countryName(code, locale) }

/** What every resource says of itself. `locale` is the language of the answer. */
export function commonOf(document: PublicDocument, slug: string, locale: LocaleCode) {
  return {
    id: document.id,
    slug,
    locale,
    availableLocales: [...document.locales.keys()].toSorted(),
    translation: translationOf(document, locale),
    updatedAt: document.updatedAt.toISOString(),
  }
}

// A translation follows the source as long as the public source is the one it was published beside.
function translationOf(document: PublicDocument, locale: LocaleCode) {
  const unit = document.locales.get(locale)
  const source = document.locales.get(sourceLocale)
  if (locale === sourceLocale || !unit || !source) return null
  const isCurrent = unit.sourceHash === null || unit.sourceHash === source.hash
  return {
    of: sourceLocale,
    state: isCurrent ? ('current' as const) : ('source-changed' as const),
    asOf: unit.publishedAt.toISOString(),
  }
}
