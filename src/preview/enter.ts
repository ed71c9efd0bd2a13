import type { Payload } from 'payload'
import type { AuthStrategyResult } from 'payload'
import type { Pool } from 'pg'
import { previewEnv } from '@/lib/env'
import { poolOf } from '@/lib/postgres'
import { fullSessionOf, personOfSession } from '@/sign-in'
import { refuseUnreadable, seenUnits } from '@/units'
import { longestPreview, readToken, type Claims } from './token'

// Whether a token is good at this moment. It says what somebody asked for; the session and the rights are looked at anew.

type Person = NonNullable<AuthStrategyResult['user']>
export type Entered = { claims: Claims; token: string; payload: Payload; pool: Pool; person: Person }

/** Why nothing is shown: for the log of the operators, never for who asks. */
export type Reason =
  | 'no token'
  | 'not ours'
  | 'another use'
  | 'session is over'
  | 'not signed in'
  | 'ended'
  | 'not allowed'

export async function enter(payload: Payload, request: Request): Promise<Entered | Reason> {
  const given = tokenOf(request)
  if (!given) return 'no token'
  const claims = readToken(previewEnv().accepted, given.token)
  if (!claims) return 'not ours'
  if (claims.use !== given.use) return 'another use'
  const open = await personOfSession(payload, claims.session)
  if (!open || open.person.id !== claims.person) return 'session is over'
  if (!isOfThisTime(claims, open.now)) return 'ended'
  if (claims.use === 'page' && !(await isSignedIn(payload, request.headers, claims))) return 'not signed in'
  const pool = poolOf(payload)
  if (!(await mayRead(payload, open.person, claims))) return 'not allowed'
  return { claims, token: given.token, payload, pool, person: open.person }
}

type Given = { token: string; use: Claims['use'] }

/** In the address for a browser, in a header for a server; both at once are neither. */
function tokenOf({ url, headers }: Request): Given | undefined {
  const sent = headers.get('authorization')
  const [inAddress, ...more] = new URL(url).searchParams.getAll('token')
  if (sent === null)
    return inAddress === undefined || more.length > 0 ? undefined : { token: inAddress, use: 'page' }
  const [, bearer] = /^Bearer ([\w.-]+)$/i.exec(sent) ?? []
  return bearer === undefined || inAddress !== undefined ? undefined : { token: bearer, use: 'website' }
}

const isOfThisTime = ({ at, until }: Claims, now: Date): boolean =>
  now.getTime() < until && until - at <= longestPreview

// The address may have been passed on: it is for the browser of the person who asked.
async function isSignedIn(payload: Payload, headers: Headers, { person }: Claims): Promise<boolean> {
  const session = await fullSessionOf(payload, headers)
  return session?.person === person
}

async function mayRead(payload: Payload, person: Person, claims: Claims): Promise<boolean> {
  try {
    await refuseUnreadable({ payload, user: person }, claims)
  } catch {
    return false
  }
  const seen = await seenUnits(poolOf(payload), person, claims)
  return ['shared', claims.locale].every((unit) => seen.includes(unit))
}
