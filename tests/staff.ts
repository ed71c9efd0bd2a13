import type { CollectionSlug, Payload } from 'payload'
import { beforeAll } from 'vitest'
import { roles, type Role } from '../src/access/roles'
import type { TestDesk } from './payload'

export type Actor = Role | 'anonymous'
export type Ask = (method: string, path: string, body?: unknown, init?: RequestInit) => Promise<Response>

export type Staff = {
  /** One person per role; the translator writes `sv` and `fr`. */
  ids: Record<Role, string>
  /** REST through the same edge as the running desk, signed in as `actor`. */
  as: (actor: Actor) => Ask
  /** The person as Payload's Local API takes it: `{ overrideAccess: false, user }`. */
  person: (actor: Actor) => Promise<Record<string, unknown> | undefined>
}

export const password = 'correct horse battery staple'
export const emailOf = (role: Role): string => `${role}@example.org`

/** For a test file: one person per role, each signed in once (a password check costs 160 ms). */
export function useStaff(desk: TestDesk): Staff {
  const staff = { ids: {} } as Staff
  const cookies = new Map<Actor, string>()
  beforeAll(async () => {
    const { answerRest } = await import('../src/workflow')
    const answer = answerRest(desk.config, desk.config.serverURL)
    staff.as = (actor) => (method, path, body, init) =>
      answer(request(desk, { method, path, body, init, cookie: cookies.get(actor) }))
    staff.person = async (actor) =>
      actor === 'anonymous' ? undefined : readPerson(desk.payload, staff.ids[actor])
    for (const role of roles) {
      staff.ids[role] = await createPerson(desk.payload, role)
      const response = await staff.as('anonymous')('POST', '/api/users/login', {
        email: emailOf(role),
        password,
      })
      cookies.set(
        role,
        response.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';', 1)[0])
          .join('; '),
      )
    }
  })
  return staff
}

async function createPerson(payload: Payload, role: Role): Promise<string> {
  const locales: ('sv' | 'fr')[] = role === 'translator' ? ['sv', 'fr'] : []
  const data = { name: `The ${role}`, email: emailOf(role), password, roles: [role], locales }
  const { id } = await payload.create({ collection: 'users', data: data as never, overrideAccess: true })
  return String(id)
}

async function readPerson(payload: Payload, id: string): Promise<Record<string, unknown>> {
  const person = await payload.findByID({ collection: 'users', id, overrideAccess: true, depth: 0 })
  return { ...person, collection: 'users' }
}

type Wanted = {
  method: string
  path: string
  body: unknown
  init: RequestInit | undefined
  cookie: string | undefined
}

function request(desk: TestDesk, { method, path, body, init, cookie }: Wanted): Request {
  const headers = new Headers(init?.headers)
  if (!headers.has('origin')) headers.set('Origin', new URL(desk.config.serverURL).origin)
  if (cookie && !headers.has('cookie')) headers.set('Cookie', cookie)
  const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData
  if (body !== undefined && !isRaw && !headers.has('content-type'))
    headers.set('Content-Type', 'application/json')
  const content = body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }
  return new Request(new URL(path, desk.config.serverURL), { ...init, method, headers, ...content })
}

export type Documents = Record<CollectionSlug & string, string>

/** One draft in each content collection, in English, written by the system. */
export async function createDocuments(payload: Payload): Promise<Record<string, string>> {
  const create = async (collection: string, data: Record<string, unknown>, file?: object) => {
    const options = {
      collection,
      data,
      locale: 'en',
      draft: true,
      overrideAccess: true,
      ...(file ? { file } : {}),
    }
    const doc = await payload.create(options as unknown as Parameters<Payload['create']>[0])
    return String(doc.id)
  }
  const ids: Record<string, string> = {}
  ids['prizes'] = await create('prizes', {
    name: 'The Aurelia Prize',
    slug: 'aurelia',
    timeZone: 'Europe/Stockholm',
    founded: '1901',
  })
  ids['press-contacts'] = await create('press-contacts', {
    name: 'Ida Berg',
    label: 'English media',
    desk: 'media',
    order: 1,
  })
  ids['editions'] = await create('editions', {
    prize: ids['prizes'],
    year: 2024,
    status: 'planned',
    note: 'None yet',
  })
  ids['laureates'] = await create('laureates', {
    kind: 'person',
    knownName: 'Maria Lind',
    slug: 'maria-lind',
    birth: { date: '1962-09-25', place: 'Uppsala' },
    atRisk: true,
    atRiskNote: 'CANARY-note',
  })
  ids['citations'] = await create('citations', {
    edition: ids['editions'],
    laureates: [ids['laureates']],
    slug: 'lind',
    motivation: 'for her work',
    countries: ['SE'],
  })
  ids['biographies'] = await create('biographies', { citation: ids['citations'], asOf: '2024-10-01' })
  ids['press-releases'] = await create('press-releases', {
    title: 'The prize of 2024',
    slug: 'the-prize-2024',
    edition: ids['editions'],
    type: 'announcement',
  })
  ids['media'] = await create('media', { alt: 'A portrait', credit: 'Photo: A. Ek' }, await picture())
  ids['glossary-terms'] = await create('glossary-terms', { source: 'prize amount', term: 'prize amount' })
  return ids
}

/** A picture of one pixel, as Payload's Local API takes a file. */
export async function picture(name = 'portrait.png') {
  const { default: sharp } = await import('sharp')
  const data = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()
  return { name, data, mimetype: 'image/png', size: data.length }
}
