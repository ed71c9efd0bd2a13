import { createHash, randomBytes } from 'node:crypto'
import { parseCookies } from 'payload'
import { longestSession } from './limits'

// A session's cookie holds 256 random bits and nothing else; the database holds their SHA-256, so that a copy of it
// opens no session.

/** Over https the name itself makes browsers refuse a cookie that is not Secure, for this host and for every path. */
const nameFor = (serverUrl: string): string =>
  serverUrl.startsWith('https:') ? '__Host-desk-session' : 'desk-session'

export const newToken = (): string => randomBytes(32).toString('base64url')

export const markOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** `Set-Cookie` for a session that begins. */
export const cookieFor = (serverUrl: string, token: string): string =>
  cookie(serverUrl, token, longestSession / 1000)

/** `Set-Cookie` that removes the session's. */
export const noCookie = (serverUrl: string): string => cookie(serverUrl, '', 0)

function cookie(serverUrl: string, value: string, seconds: number): string {
  const secure = serverUrl.startsWith('https:') ? '; Secure' : ''
  return `${nameFor(serverUrl)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}

/**
 * The token that this request carries. None when another site sent the request, or when nobody says who did: then it
 * comes from no browser, and a session belongs to one.
 */
export function tokenIn(headers: Headers, serverUrl: string): string | undefined {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const isOwn =
    origin === null ? site === 'same-origin' || site === 'none' : origin === new URL(serverUrl).origin
  const token = isOwn ? parseCookies(headers).get(nameFor(serverUrl)) : undefined
  return token === '' ? undefined : token
}
