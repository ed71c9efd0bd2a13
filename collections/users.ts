import type { CollectionConfig, Field } from 'payload'
import { contentCollections, managesPeople, may, roles, usersAccess, type Person, type Role } from '@/access'
import {
  askPresentPassword,
  closePayloadSignIn,
  closePayloadSignOut,
  deskSession,
  endSessionsAfterChange,
  guardPassword,
  secondStepAccountEndpoints,
  secondStepEndpoints,
  signInEndpoints,
} from '@/sign-in'
import { guardPeople, notePassword, recordPerson, recordPersonDeleted } from '@/workflow'
import { localesField } from './fields/standards'

const rightsField = { access: { create: managesPeople, update: managesPeople } }

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
  // Payload's own sign-in, its tokens, its sessions and its lock on accounts are not used (src/sign-in); what these
  // settings add to the tables stays empty. The number is never reached: nobody signs in by that door. Without one, the
  // columns of the lock would leave the tables.
  auth: {
    strategies: [deskSession],
    useSessions: true,
    maxLoginAttempts: 10,
    removeTokenFromResponses: true,
    useAPIKey: false,
  },
  endpoints: [...signInEndpoints, ...secondStepEndpoints, ...secondStepAccountEndpoints],
  hooks: {
    beforeOperation: [closePayloadSignIn, askPresentPassword, guardPeople, guardPassword, notePassword],
    afterChange: [recordPerson, endSessionsAfterChange],
    beforeDelete: [recordPersonDeleted],
    afterLogout: [closePayloadSignOut],
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
