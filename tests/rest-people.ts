import type { Role } from '../src/access/roles'
import type { LocaleCode } from '../src/lib/locales'
import { unique } from './factories'
import type { TestDesk } from './payload'
import { cookiesOf } from './staff'

export type Answer = { status: number; body: Record<string, unknown> }
/** One person of a test, signed in: REST through the same edge as the running desk, answers read as JSON. */
export type Signed = {
  id: string
  name: string
  ask: (method: string, path: string, content?: unknown) => Promise<Answer>
  /** The cookie of the session. */
  cookie: string
}

type Someone = { name: string; roles: Role[]; locales?: LocaleCode[]; more?: Record<string, unknown> }

/** Makes an account with these roles and signs it in. */
export async function signedIn(
  desk: TestDesk,
  { name, roles, locales = [], more = {} }: Someone,
): Promise<Signed> {
  const password = unique('lighthouses along a cold coast')
  const email = `${unique('person')}@example.org`
  const { answerRest } = await import('../src/workflow')
  const answer = answerRest(desk.config, desk.config.serverURL)
  const data = { name, email, password, roles, locales, ...more }
  const { id } = await desk.payload.create({ collection: 'users', data, overrideAccess: true })
  let cookie = ''
  const send = (method: string, path: string, content: unknown): Promise<Response> => {
    const url = new URL(path, desk.config.serverURL)
    return answer(new Request(url, { method, ...carrying(content, { Origin: url.origin, Cookie: cookie }) }))
  }
  cookie = cookiesOf(await send('POST', '/api/users/login', { email, password }))
  const ask: Signed['ask'] = async (method, path, content) => {
    const response = await send(method, path, content)
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  return { id, name, ask, cookie }
}

function carrying(content: unknown, headers: Record<string, string>): RequestInit {
  if (content === undefined) return { headers }
  if (content instanceof FormData) return { headers, body: content }
  return { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(content) }
}
