// Rights are data. A role is a table of what it may do in each collection; a person holds one or more roles.
// What is not in the table is refused. `docs/access-matrix.csv` is the hand-written oracle of the same facts.

export const roles = ['admin', 'editor', 'reviewer', 'translator', 'press-officer'] as const
export type Role = (typeof roles)[number]

export const operations = ['create', 'read', 'update', 'delete', 'readVersions'] as const
export type Operation = (typeof operations)[number]

/**
 * What a person does with units of a document, beyond storing them. Taking back goes with `submit` or `approve`,
 * requesting changes with `approve`, following the source with `update`.
 */
export type Action =
  | 'submit'
  | 'approve'
  | 'agree-exception'
  | 'publish'
  | 'take-down'
  | 'restore'
  | 'comment'
  | 'assign'
  | 'send-to-translation'
type Right = Operation | Action

/** Rights that are of no one collection. */
export type Verb = 'import' | 'edit-shared' | 'read-internal' | 'read-log' | 'end-hold' | 'manage-webhooks'

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

type Grants = Partial<Record<AnyCollection, readonly Right[]>>

const look = ['read', 'readVersions'] as const
const write = ['create', 'update', 'delete', 'submit', 'restore', 'assign', 'send-to-translation'] as const
const edit = [...look, ...write, 'comment'] as const
const review = [...look, 'approve', 'agree-exception', 'comment', 'assign'] as const
const translate = ['read', 'update', 'submit', 'restore', 'comment'] as const
const release = [...look, 'agree-exception', 'publish', 'take-down', 'comment'] as const

const all = (grant: readonly Right[]): Record<ContentCollection, readonly Right[]> => ({
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
  admin: { ...all([...look, 'agree-exception', 'comment']), users: ['create', 'read', 'update', 'delete'] },
  editor: all(edit),
  reviewer: all(review),
  translator: { ...all(translate), 'glossary-terms': ['read'] },
  'press-officer': {
    ...all(release),
    'press-releases': [...release, ...write],
    'press-contacts': [...release, ...write],
    media: [...release, ...write],
  },
}

export const verbs: Record<Role, readonly Verb[]> = {
  admin: ['read-internal', 'read-log', 'end-hold', 'manage-webhooks'],
  editor: ['import', 'edit-shared', 'read-internal'],
  reviewer: [],
  translator: [],
  'press-officer': ['edit-shared', 'read-internal'],
}
