import { Biographies } from './biographies'
import { Citations } from './citations'
import { Editions } from './editions'
import { GlossaryTerms } from './glossary-terms'
import { Laureates } from './laureates'
import { Media } from './media'
import { PressContacts } from './press-contacts'
import { PressReleases } from './press-releases'
import { Prizes } from './prizes'
import { Releases } from './releases'
import { Users } from './users'

/** Everything that staff store, in the order of the screens. */
export const collections = [
  Editions,
  Citations,
  Laureates,
  Biographies,
  PressReleases,
  PressContacts,
  Media,
  Prizes,
  GlossaryTerms,
  Users,
  Releases,
]
