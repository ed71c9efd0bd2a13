import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import type { ClientBase } from 'pg'
import { appendAudit } from '@/audit'
import { refuse } from '@/lib/errors'
import { inTransactionOn, poolOf } from '@/lib/postgres'
import { findPerson, sessionIn } from './asked'
import { isForwardedUnasked, networkOf } from '@/lib/network'
import { isPassword } from './password-hash'
import { cookieFor, noCookie, tokenIn } from './session-cookie'
import { endSession, findSession, openSession, type Session } from './sessions'
import { giveBack, passwordTry, payForTry } from './tries'

// Signing in, out, and staying signed in: in place of Payload's own three doors, at the same addresses, so that its
// screens find them.

/**
 * POST /users/login { email, password } → { user, exp } and a cookie; where a second step is to come, `user` is null and
 * `secondStep` says which. An unknown address, a wrong password and a person who was disabled get the same answer
 * after the same work.
 */
async function signIn(req: PayloadRequest): Promise<Response> {
  const { email, password } = await credentialsIn(req)
  const { payload } = req
  warnOfProxy(req)
  const network = networkOf(req.headers)
  const paid = passwordTry(network, email)
  await payForTry(payload, paid)
  const known = await findPerson(req, { email: { equals: email } })
  const isRight = await isPassword(password, known?.stored)
  const begun = await inTransactionOn(poolOf(payload), async (client) => {
    const token = known && isRight ? await openSession(client, known.id, known.stored) : undefined
    return token === undefined ? undefined : begin(client, token, network)
  })
  if (!begun) throw refuse('wrong_sign_in')
  await giveBack(payload, paid)
  return answerBegun(req, begun)
}

let isWarned = false

function warnOfProxy({ headers, payload }: PayloadRequest): void {
  if (isWarned || !isForwardedUnasked(headers)) return
  isWarned = true
  payload.logger.warn(
    'A sign-in came with X-Forwarded-For. If a proxy of yours stands before the desk, set TRUSTED_PROXIES to how many: until then all who come through it count as one network, and one of them can use up the tries of the others.',
  )
}

type Begun = { token: string; session: Session }

/** What a token opens now, and a line in the log if that is the desk. */
export async function begin(client: ClientBase, token: string, network: string): Promise<Begun | undefined> {
  const session = await findSession(client, token, false)
  if (session?.state === 'full')
    await appendAudit(client, { action: 'signed-in', person: session.person, details: { network } })
  return session && { token, session }
}

/** The answer to a session that has just begun, or goes on under a new token. */
export async function answerBegun(req: PayloadRequest, { token, session }: Begun): Promise<Response> {
  const body =
    session.state === 'full'
      ? await signedIn(req, session)
      : { user: null, exp: null, secondStep: session.state }
  return Response.json(body, { headers: { 'Set-Cookie': cookieFor(req.payload.config.serverURL, token) } })
}

/** What Payload's screens read of a session: the person, and when it ends if nothing is done (epoch seconds). */
async function signedIn({ payload }: PayloadRequest, { person, endsAt }: Session) {
  const oneself = { id: person, collection: 'users' } as unknown as PayloadRequest['user']
  const user = await payload.findByID({
    collection: 'users',
    id: person,
    depth: 0,
    overrideAccess: false,
    user: oneself,
  })
  return { user: { ...user, collection: 'users' }, exp: Math.floor(endsAt.getTime() / 1000) }
}

async function credentialsIn(req: PayloadRequest): Promise<{ email: string; password: string }> {
  await addDataAndFileToRequest(req)
  const { email, password } = req.data ?? {}
  if (typeof email !== 'string' || email.trim() === '')
    throw refuse('bad_input', { place: 'email', reason: 'is missing.' })
  if (typeof password !== 'string' || password === '')
    throw refuse('bad_input', { place: 'password', reason: 'is missing.' })
  return { email: email.toLowerCase().trim().normalize('NFC'), password }
}

/** POST /users/logout: the session is over, also a half one. */
async function signOut(req: PayloadRequest): Promise<Response> {
  const { payload, headers } = req
  const token = tokenIn(headers, payload.config.serverURL)
  if (token !== undefined)
    await inTransactionOn(poolOf(payload), async (client) => {
      const person = await endSession(client, token)
      if (person !== undefined) await appendAudit(client, { action: 'signed-out', person })
    })
  const expired = { 'Set-Cookie': noCookie(payload.config.serverURL) }
  return Response.json({ message: req.t('authentication:logoutSuccessful') }, { headers: expired })
}

/** POST /users/refresh-token: a person is there. The session goes on for as long as sessions do, never longer. */
async function stay(req: PayloadRequest): Promise<Response> {
  return Response.json(await signedIn(req, await sessionIn(req, 'full')))
}

/** GET /users/me → { user, exp }; `user` is null for whoever is not signed in. */
async function whoAmI(req: PayloadRequest): Promise<Response> {
  if (!req.user) return Response.json({ user: null })
  return Response.json(await signedIn(req, await sessionIn(req, 'full')))
}

export const signInEndpoints: Omit<Endpoint, 'root'>[] = [
  { path: '/login', method: 'post', handler: signIn },
  { path: '/logout', method: 'post', handler: signOut },
  { path: '/refresh-token', method: 'post', handler: stay },
  { path: '/me', method: 'get', handler: whoAmI },
]
