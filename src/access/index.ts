export { closeFramework } from './framework'
export {
  isOnlyTranslating,
  may,
  mayUse,
  mayWriteLocale,
  mayWriteShared,
  rolesOf,
  type Person,
} from './person'
export {
  contentCollections,
  grants,
  operations,
  roles,
  verbs,
  type ContentCollection,
  type Operation,
  type Role,
  type Verb,
} from './roles'
export { accessFor, closed, fieldNeeds, managesPeople, usersAccess, writesShared } from './rules'
