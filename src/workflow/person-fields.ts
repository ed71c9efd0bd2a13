/** What everyone may change of themselves. */
export const ownFields = ['name', 'password'] as const

/** What administrators alone change. */
export const managedFields = [
  'email',
  'roles',
  'disabled',
  'locales',
  'reviewCollections',
  'reviewLocales',
  'assignedEditions',
] as const
