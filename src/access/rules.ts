import type { Access, CollectionConfig, FieldAccess } from 'payload'
import { isOnlyTranslating, may, mayUse, mayWriteLocale, mayWriteShared, rolesOf } from './person'
import type { ContentCollection, Operation, Verb } from './roles'
import { readableIn, unreadLanguage } from './reading'
import { readsOnlySent, sentTo } from './sent'

// Rules narrow a permission to items. Collections only cite them.

const rule =
  (collection: ContentCollection, operation: Operation): Access =>
  ({ req }) =>
    may(req.user, collection, operation)

const never = () => false

/** Who reads as a translator only reads what was sent to translation, in the source and in their languages. */
const read =
  (collection: ContentCollection): Access =>
  ({ req }) => {
    if (!may(req.user, collection, 'read')) return false
    if (!readsOnlySent(req.user, collection)) return true
    return unreadLanguage(req, collection) === undefined && readableIn(req, collection)
  }

/** Who writes as a translator only writes in an own language, where the document was sent to it. */
const update =
  (collection: ContentCollection): Access =>
  ({ req: { user, locale } }) => {
    if (!isOnlyTranslating(user, collection)) return may(user, collection, 'update')
    const language = locale ?? ''
    return mayWriteLocale(user, collection, language) && sentTo(collection, [language])
  }

/** All six access functions of a content collection, from the table of roles. */
export const accessFor = (collection: ContentCollection): NonNullable<CollectionConfig['access']> => ({
  create: rule(collection, 'create'),
  read: read(collection),
  update: update(collection),
  delete: rule(collection, 'delete'),
  readVersions: rule(collection, 'readVersions'),
  unlock: never,
  admin: never,
})

/** Nobody, by any door: collections that exist and do not work yet, and the framework's own. */
export const closed: NonNullable<CollectionConfig['access']> = {
  create: never,
  read: never,
  update: never,
  delete: never,
  readVersions: never,
  unlock: never,
  admin: never,
}

const ownOr =
  (operation: Operation): Access =>
  ({ req }) => {
    const person = req.user
    if (may(person, 'users', operation)) return true
    return person ? { id: { equals: person.id } } : false
  }

/** People: administrators manage all, everyone reads and changes their own name and password. */
export const usersAccess: NonNullable<CollectionConfig['access']> = {
  create: ({ req }) => may(req.user, 'users', 'create'),
  read: ownOr('read'),
  update: ownOr('update'),
  delete: ({ req }) => may(req.user, 'users', 'delete'),
  readVersions: never,
  unlock: never,
  admin: ({ req }) => rolesOf(req.user).length > 0,
}

/** Field rule: only who manages people. */
export const managesPeople: FieldAccess = ({ req }) => may(req.user, 'users', 'update')

/** Field rule: who may use `verb`. */
export const fieldNeeds =
  (verb: Verb): FieldAccess =>
  ({ req }) =>
    mayUse(req.user, verb)

/** Field rule for values that all languages share: not for those who only translate. */
export const writesShared =
  (collection: ContentCollection): FieldAccess =>
  ({ req }) =>
    mayWriteShared(req.user, collection)

/**
 * Field rule for texts that each language has of its own: those who only translate write in their own languages. The
 * gate refuses the write by itself; this rule makes the fields on the screen read-only before anybody types.
 */
export const writesText =
  (collection: ContentCollection): FieldAccess =>
  ({ req }) =>
    mayWriteLocale(req.user, collection, req.locale ?? '')
