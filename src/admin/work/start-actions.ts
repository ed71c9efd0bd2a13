import { may, mayUse, rolesOf, type ContentCollection, type Person } from '@/access'
import { languagesOf } from '../parts/languages-of'
import { fill, type Screens } from '../words'

export type StartAction = { title: string; help: string; path: string }

type Create = { collection: ContentCollection; title: keyof Screens['start']; help: keyof Screens['start'] }

const creates: readonly Create[] = [
  { collection: 'citations', title: 'newCitation', help: 'newCitationHelp' },
  { collection: 'editions', title: 'newYear', help: 'newYearHelp' },
  { collection: 'press-releases', title: 'newPressRelease', help: 'newPressReleaseHelp' },
  { collection: 'press-contacts', title: 'newContact', help: 'newContactHelp' },
]

/** What this person can begin now, most useful first. Paths are below the admin's own. */
export function startActions(
  person: Person | null,
  words: Screens['start'],
  nameOf: (locale: string) => string,
): StartAction[] {
  const importing = mayUse(person, 'import')
    ? [{ title: words.importPage, help: words.importPageHelp, path: '/import' }]
    : []
  const translating = languagesOf(person).map((locale) => ({
    title: fill(words.translate, { language: nameOf(locale) }),
    help: fill(words.translateHelp, { language: nameOf(locale) }),
    path: `/collections/citations?locale=${locale}`,
  }))
  const creating = creates
    .filter(({ collection }) => may(person, collection, 'create'))
    .map(({ collection, title, help }) => ({
      title: words[title],
      help: words[help],
      path: `/collections/${collection}/create`,
    }))
  const people = may(person, 'users', 'create')
    ? [
        { title: words.newPerson, help: words.newPersonHelp, path: '/collections/users/create' },
        { title: words.people, help: words.peopleHelp, path: '/collections/users' },
      ]
    : []
  const reading =
    rolesOf(person).includes('reviewer') || people.length > 0
      ? [{ title: words.readEntries, help: words.readEntriesHelp, path: '/collections/citations' }]
      : []
  const all = [...importing, ...translating, ...creating, ...people, ...reading]
  return all.slice(0, 8)
}
