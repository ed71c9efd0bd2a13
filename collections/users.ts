import type { CollectionConfig, Field } from 'payload'
import { contentCollections, managesPeople, may, roles, usersAccess, type Person, type Role } from '@/access'
import { deskEnv } from '@/lib/env'
import {
  evenSignIn,
  guardPeople,
  notePassword,
  recordPerson,
  recordPersonDeleted,
  recordSignIn,
  recordSignOut,
  recordUnlock,
  sameWordsForLocked,
} from '@/workflow'
import { localesField } from './fields/standards'

const rightsField = { access: { create: managesPeople, update: managesPeople } }
const isSecure = deskEnv().SERVER_URL.startsWith('https:')

// What a role is narrowed to, shown where that role is held.
const ofRole = (role: Role, field: Field): Field =>
  ({
    ...field,
    ...rightsField,
    admin: {
      condition: (data: { roles?: unknown }) => Array.isArray(data.roles) && data.roles.includes(role),
    },
  }) as Field

/** A member of staff or a translator. Roles are read anew at each request and never stand in a token. */
export const Users: CollectionConfig = {
  slug: 'users',
  access: usersAccess,
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles'],
    // Everyone has an account page; the list of people is for those who manage it.
    hidden: ({ user }) => !may(user as unknown as Person, 'users', 'read'),
  },
  auth: {
    useSessions: true,
    tokenExpiration: 12 * 60 * 60,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    removeTokenFromResponses: true,
    useAPIKey: false,
    cookies: { sameSite: 'Strict', secure: isSecure },
  },
  hooks: {
    beforeOperation: [evenSignIn, guardPeople, notePassword],
    afterChange: [recordPerson],
    beforeDelete: [recordPersonDeleted],
    afterLogin: [recordSignIn],
    afterLogout: [recordSignOut],
    afterOperation: [recordUnlock],
    afterError: [sameWordsForLocked],
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 200 },
    { name: 'roles', type: 'select', hasMany: true, required: true, options: [...roles], ...rightsField },
    { name: 'disabled', type: 'checkbox', defaultValue: false, ...rightsField },
    ofRole('translator', localesField('locales')),
    ofRole('reviewer', {
      name: 'reviewCollections',
      type: 'select',
      hasMany: true,
      options: [...contentCollections],
    }),
    ofRole('reviewer', localesField('reviewLocales')),
    { name: 'assignedEditions', type: 'relationship', relationTo: 'editions', hasMany: true, ...rightsField },
  ],
}
