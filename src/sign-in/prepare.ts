import type { Payload } from 'payload'
import { roles } from '@/access'
import { deskEnv } from '@/lib/env'
import { deskSession } from './strategy'

/**
 * Once, when Payload starts. Its own strategy, which lets in whoever holds a token that it signed, is taken away: ours
 * is the only one. Throws when SECOND_FACTOR_ROLES names a role that does not exist.
 */
export function prepareSignIn(payload: Payload): void {
  payload.authStrategies = payload.authStrategies.filter(({ name }) => name === deskSession.name)
  const known = new Set<string>(roles)
  const unknown = deskEnv().SECOND_FACTOR_ROLES.filter((role) => !known.has(role))
  if (unknown.length > 0)
    throw new Error(`SECOND_FACTOR_ROLES names ${unknown.join(', ')}. Known roles: ${roles.join(', ')}.`)
}
