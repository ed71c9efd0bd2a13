import type { z } from 'zod'
import type { Resource, ResourceName } from '@/contract'
import type { LocaleCode } from '@/lib/locales'
import { biographyProjection, composeBiography, listBiography } from './project-biography'
import { citationProjection, composeCitation, listCitation } from './project-citation'
import { composeEdition, editionProjection, listEdition } from './project-edition'
import { composeLaureate, laureateProjection, listLaureate } from './project-laureate'
import { composeMedia, listMedia, mediaProjection } from './project-media'
import { composePressContact, listPressContact, pressContactProjection } from './project-press-contact'
import { composePressRelease, listPressRelease, pressReleaseProjection } from './project-press-release'
import { prizeProjection } from './project-prize'
import type { Listing, Projection, PublicDocument, Publishable } from './unit'
import type { View } from './view'

// Typed by the resource table of the contract: a resource without its composer does not compile.

type Composer<Name extends ResourceName> = {
  compose: (view: View, document: PublicDocument, locale: LocaleCode) => Resource<Name>
  list: (view: View, document: PublicDocument) => Listing
}

export const composers: { [Name in ResourceName]: Composer<Name> } = {
  laureates: { compose: composeLaureate, list: listLaureate },
  citations: { compose: composeCitation, list: listCitation },
  editions: { compose: composeEdition, list: listEdition },
  biographies: { compose: composeBiography, list: listBiography },
  'press-releases': { compose: composePressRelease, list: listPressRelease },
  'press-contacts': { compose: composePressContact, list: listPressContact },
  media: { compose: composeMedia, list: listMedia },
}

// Each projection is exact about its own content; the table only promises what they have in common.
const general = <S extends z.ZodType, L extends z.ZodType>(projection: Projection<S, L>): Projection =>
  projection

export const projections: Record<Publishable, Projection> = {
  prizes: general(prizeProjection),
  editions: general(editionProjection),
  laureates: general(laureateProjection),
  citations: general(citationProjection),
  biographies: general(biographyProjection),
  'press-releases': general(pressReleaseProjection),
  'press-contacts': general(pressContactProjection),
  media: general(mediaProjection),
}
