import type { Access, SanitizedConfig } from 'payload'
import { closed } from './rules'

// Payload adds collections of its own and opens what they do not close to everyone who is signed in.

const own: Access = ({ req }) =>
  req.user
    ? { and: [{ 'user.value': { equals: req.user.id } }, { 'user.relationTo': { equals: 'users' } }] }
    : false

/** Screens keep a person's own column widths and the like there; Payload itself sets whose they are. */
const ownPreferences = {
  create: ({ req }) => Boolean(req.user),
  read: own,
  update: own,
  delete: own,
} satisfies Record<string, Access>

/** The same configuration with every access function of the framework's own collections named. */
export function closeFramework(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (!collection.slug.startsWith('payload-')) continue
    const open = collection.slug === 'payload-preferences' ? ownPreferences : {}
    Object.assign(collection.access, closed, open)
  }
  return config
}
