import { citationShared } from './project-citation'
import { biographyShared } from './project-biography'
import { laureateNames } from './project-laureate'
import { contactName } from './project-press-contact'
import type { PublicDocument } from './unit'
import type { World } from './view'

/** `own`: the public names of what the document is about itself; `all`: and of the people it is about. */
export function namesOf(world: World, document: PublicDocument): { own: string[]; all: string[] } {
  switch (document.collection) {
    case 'laureates':
      return same(laureateNames(document))
    case 'press-contacts':
      return same([contactName(document)])
    case 'citations':
      return { own: [], all: laureatesNames(world, document) }
    case 'biographies': {
      const citation = world.get('citations', biographyShared(document).citation)
      return { own: [], all: citation ? laureatesNames(world, citation) : [] }
    }
    case 'prizes':
    case 'editions':
      return same([])
  }
}

const same = (names: string[]) => ({ own: names, all: names })

const laureatesNames = (world: World, citation: PublicDocument): string[] =>
  citationShared(citation).laureates.flatMap((id) => {
    const laureate = world.get('laureates', id)
    return laureate ? laureateNames(laureate) : []
  })
