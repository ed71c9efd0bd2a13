// Rights are data. A role is a table of what it may do in each collection; a person holds one or more roles.
// What is not in the table is refused. `docs/access-matrix.csv` is the hand-written oracle of the same facts.

export const roles = ['admin', 'editor', 'reviewer', 'translator', 'press-officer'] as const
export type Role = (typeof roles)[number]

export const operations = ['create', 'read', 'update', 'delete', 'readVersions'] as const
export type Operation = (typeof operations)[number]

/** Verbs beyond the five operations. */
export type Verb = 'publish' | 'take-down' | 'import' | 'edit-shared' | 'read-internal'

export const contentCollections = [
  'prizes',
  'editions',
  'laureates',
  'citations',
  'biographies',
  'press-releases',
  'press-contacts',
  'media',
  'glossary-terms',
] as const
export type ContentCollection = (typeof contentCollections)[number]
type AnyCollection = ContentCollection | 'users'

type Grants = Partial<Record<AnyCollection, readonly Operation[]>>

const everything = ['create', 'read', 'update', 'delete', 'readVersions'] as const
const look = ['read', 'readVersions'] as const
const translate = ['read', 'update'] as const

const all = (grant: readonly Operation[]): Record<ContentCollection, readonly Operation[]> => ({
  prizes: grant,
  editions: grant,
  laureates: grant,
  citations: grant,
  biographies: grant,
  'press-releases': grant,
  'press-contacts': grant,
  media: grant,
  'glossary-terms': grant,
})

export const grants: Record<Role, Grants> = {
  admin: { ...all(look), users: ['create', 'read', 'update', 'delete'] },
  editor: all(everything),
  reviewer: all(look),
  translator: { ...all(translate), 'glossary-terms': ['read'] },
  'press-officer': {
    ...all(look),
    'press-releases': everything,
    'press-contacts': everything,
    media: everything,
  },
}

export const verbs: Record<Role, readonly Verb[]> = {
  admin: ['read-internal'],
  editor: ['import', 'edit-shared', 'read-internal'],
  reviewer: [],
  translator: [],
  'press-officer': ['publish', 'take-down', 'edit-shared', 'read-internal'],
}
