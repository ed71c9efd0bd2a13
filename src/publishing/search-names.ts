import { citationShared } from './project-citation'
import { biographyShared } from './project-biography'
import { laureateNames } from './project-laureate'
import { contactName } from './project-press-contact'
import { releaseShared } from './project-press-release'
import type { PublicDocument, Publishable } from './unit'
import type { World } from './view'

/** `own`: the public names of what the document is itself; `all`: and of the people whom it is about. */
type Names = { own: string[]; all: string[] }

const itself = (names: string[]): Names => ({ own: names, all: names })
const nobody = (): Names => itself([])

const laureatesNames = (world: World, citation: PublicDocument | undefined): Names => {
  const laureates = citation ? citationShared(citation).laureates : []
  const known = laureates.flatMap((id) => world.get('laureates', id) ?? [])
  return { own: [], all: known.flatMap(laureateNames) }
}

const naming: Record<Publishable, (world: World, document: PublicDocument) => Names> = {
  prizes: nobody,
  editions: nobody,
  laureates: (_world, document) => itself(laureateNames(document)),
  citations: laureatesNames,
  biographies: (world, document) =>
    laureatesNames(world, world.get('citations', biographyShared(document).citation)),
  'press-releases': (world, document) => ({
    own: [],
    all: releaseShared(document).citations.flatMap(
      (id) => laureatesNames(world, world.get('citations', id)).all,
    ),
  }),
  media: nobody,
  'press-contacts': (_world, document) => itself([contactName(document)]),
}

/** The public names by which a document is found. */
export const namesOf = (world: World, document: PublicDocument): Names =>
  naming[document.collection](world, document)
