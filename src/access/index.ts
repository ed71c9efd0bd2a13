export { closeFramework } from './framework'
export { isOnlyTranslating, may, mayUse, mayWriteLocale, rolesOf, type Person } from './person'
export { contentCollections, roles, type ContentCollection, type Role } from './roles'
export { accessFor, closed, fieldNeeds, managesPeople, usersAccess, writesShared, writesText } from './rules'
