import { fallbackModes, resources, type FallbackMode, type ResourceName } from '@/contract'
import { sha256 } from '@/lib/hash'
import { localeCodes, type LocaleCode } from '@/lib/locales'
import { composers } from './table'
import { searchedIn, type Searched } from './searched'
import type { Listing, PublicDocument } from './unit'
import { answerLocale, type World } from './view'

/** The exact bytes for one reader, and where they stand in that reader's lists. */
export type Body = {
  locale: LocaleCode
  fallback: FallbackMode
  contentLanguage: LocaleCode
  bytes: Buffer
  sha256: string
  listing: Listing
  searched: Searched
}

/**
 * Every body of a public document: one per language and fallback mode in which it is present. A pure
 * function of the public world. Throws ZodError when a body is not what the contract promises: a bug.
 */
export function composeBodies(world: World, resource: ResourceName, document: PublicDocument): Body[] {
  return localeCodes.flatMap((locale) =>
    fallbackModes.flatMap((fallback) => compose(world, { resource, document, locale, fallback })),
  )
}

/** What stands of the document itself in lists: the same for all readers but for names. */
export const listingOf = (bodies: readonly Body[]): Listing | undefined =>
  (bodies.find(({ fallback }) => fallback === 'declared') ?? bodies[0])?.listing

type Wanted = { resource: ResourceName; document: PublicDocument; locale: LocaleCode; fallback: FallbackMode }

function compose(world: World, { resource, document, locale, fallback }: Wanted): Body[] {
  const view = { world, locale, fallback }
  const contentLanguage = answerLocale(view, document)
  if (contentLanguage === undefined) return []
  const { compose: toPublic, list } = composers[resource]
  const value = resources[resource].parse(toPublic(view, document, contentLanguage))
  const bytes = Buffer.from(JSON.stringify(value))
  const searched = searchedIn(resource, value)
  return [
    {
      locale,
      fallback,
      contentLanguage,
      bytes,
      sha256: sha256(bytes),
      listing: list(view, document),
      searched,
    },
  ]
}
