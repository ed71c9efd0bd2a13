import type { Payload, TypedUser } from 'payload'
import { contentCollections, type Role } from '@/access'
import { localeCodes } from '@/lib/locales'
import { answerRest } from '@/workflow'

// Those who work in the benchmark, signed in, each asking by REST through the edge of the running desk.

export type Ask = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  content?: unknown,
) => Promise<Body>
export type Somebody = { user: TypedUser; ask: Ask }
export type Staff = Record<'editor' | 'reviewer' | 'translator' | 'officer', Somebody> & { payload: Payload }

const password = 'lighthouses along a cold coast'

export async function people(payload: Payload): Promise<Staff> {
  const [editor, reviewer, translator, officer] = await Promise.all([
    somebody(payload, 'editor'),
    somebody(payload, 'reviewer', {
      reviewCollections: [...contentCollections],
      reviewLocales: [...localeCodes],
    }),
    somebody(payload, 'translator', { locales: ['sv'] }),
    somebody(payload, 'press-officer'),
  ])
  return { payload, editor, reviewer, translator, officer }
}

async function somebody(payload: Payload, role: Role, more: object = {}): Promise<Somebody> {
  const email = `${role}@example.org`
  const data = { name: `The ${role}`, email, password, roles: [role], ...more }
  const user = await payload.create({ collection: 'users', data, overrideAccess: true })
  const answer = answerRest(payload.config, payload.config.serverURL)
  let cookie = ''
  const send = (method: string, path: string, content: unknown): Promise<Response> => {
    const url = new URL(path, payload.config.serverURL)
    const headers = { Origin: url.origin, Cookie: cookie, 'Content-Type': 'application/json' }
    const body = content === undefined ? {} : { body: JSON.stringify(content) }
    return answer(new Request(url, { method, headers, ...body }))
  }
  const signedIn = await send('POST', '/api/users/login', { email, password })
  cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  const ask: Ask = async <Body>(method: string, path: string, content?: unknown) => {
    const response = await send(method, path, content)
    const text = await response.text()
    if (!response.ok) throw new Error(`${role}: ${method} ${path}: ${response.status} ${text.slice(0, 600)}`)
    return JSON.parse(text) as Body
  }
  return { user: { ...user, collection: 'users' }, ask }
}
