export { closeFramework } from './framework'
export {
  isOnlyTranslating,
  may,
  mayOnUnit,
  mayUse,
  mayWriteLocale,
  rolesOf,
  type Person,
  type UnitOf,
} from './person'
export { contentCollections, roles, type Action, type ContentCollection, type Role } from './roles'
export { accessFor, closed, fieldNeeds, managesPeople, usersAccess, writesShared, writesText } from './rules'
export { maySeeUnit, readSent, readsOnlySent } from './sent'
