import type { AuthStrategy, AuthStrategyResult, Payload } from 'payload'
import { onceInRequest } from '@/lib/request-memory'
import { poolOf } from '@/lib/postgres'
import { tokenIn } from './session-cookie'
import { findSession, sessionOfId, type Session } from './sessions'

// The one place where a request becomes a person: REST, screens and server functions all ask Payload's strategies,
// and this is the only one.

/** Pages that ask by themselves say so; it does not keep their person signed in. */
const isSeen = (headers: Headers): boolean => headers.get('x-desk-background') !== '1'

/** The session that this request carries, in any state. */
export async function sessionOf(payload: Payload, headers: Headers): Promise<Session | undefined> {
  const token = tokenIn(headers, payload.config.serverURL)
  if (token === undefined) return undefined
  return onceInRequest(`session ${token}`, () => findSession(poolOf(payload), token, isSeen(headers)))
}

/** Where a person stands who is not signed in: nowhere, or between the password and the second step. */
export async function waitingOf(payload: Payload, headers: Headers): Promise<Session | undefined> {
  const session = await sessionOf(payload, headers)
  return session?.state === 'full' ? undefined : session
}

/** The session of somebody who is signed in. */
export async function fullSessionOf(payload: Payload, headers: Headers): Promise<Session | undefined> {
  const session = await sessionOf(payload, headers)
  return session?.state === 'full' ? session : undefined
}

/**
 * Who is signed in by the session of this id, with the rights of this moment, and the time by the database's clock;
 * undefined when it is over. The session does not go on by that.
 */
export async function personOfSession(
  payload: Payload,
  id: string,
): Promise<{ person: NonNullable<AuthStrategyResult['user']>; now: Date } | undefined> {
  const found = await sessionOfId(poolOf(payload), id)
  if (found?.session.state !== 'full') return undefined
  const person = await readPerson(payload, found.session)
  return person ? { person, now: found.now } : undefined
}

/** A person of the desk, if the session is full. */
export const deskSession: AuthStrategy = {
  name: 'desk-session',
  authenticate: async ({ headers, payload }) => {
    const session = await sessionOf(payload, headers)
    if (session?.state !== 'full') return { user: null }
    const person = await onceInRequest(`person ${session.person}`, () => readPerson(payload, session))
    // A copy: what one hand of a request writes on it the other does not see.
    return { user: person && { ...person } }
  },
}

// The system reads the person whom the session names; what they may see of themselves is decided later.
async function readPerson(payload: Payload, { person }: Session): Promise<AuthStrategyResult['user']> {
  const user = await payload.findByID({
    collection: 'users',
    id: person,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return user && { ...user, collection: 'users', _strategy: 'desk-session' }
}
