import type { Payload } from 'payload'
import type { Pool } from 'pg'
import { beforeAll } from 'vitest'
import { contentCollections, roles, type Role } from '../src/access/roles'
import { localeCodes } from '../src/lib/locales'
import type { TestDesk } from './payload'

export type Actor = Role | 'anonymous'
/** Somebody with two roles. */
export type Pair = `${Role}+${Role}`
/** `content` is sent as JSON, or as it is when it is a form or `raw(…)`. */
export type Ask = (method: string, path: string, content?: unknown) => Promise<Response>

class Raw {
  constructor(readonly init: RequestInit) {}
}
/** What a request holds besides the session: a body that is no JSON, or other headers. */
export const raw = (init: RequestInit): unknown => new Raw(init)
/** The cookies that a response sets, as the next request sends them. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')

/**
 * Like `ask`, but a change of a document names the revisions that it starts from: it opens the document first, as the
 * document's form does.
 */
export const opening =
  (ask: Ask): Ask =>
  async (method, path, content) => {
    if (method !== 'PATCH' || !isPlain(content)) return ask(method, path, content)
    const { pathname, searchParams } = new URL(path, 'http://desk')
    const locale = searchParams.get('locale') ?? 'en'
    const opened = await ask('GET', `${pathname}?locale=${locale}&depth=0`)
    const { base } = (await opened.json()) as { base?: unknown }
    return ask(method, path, base ? { ...content, base } : content)
  }

const isPlain = (content: unknown): content is Record<string, unknown> =>
  typeof content === 'object' && content !== null && !(content instanceof Raw || content instanceof FormData)

/** What a refusal of a verb says. */
export const problemIn = async (response: Response) => {
  const { status, code, detail } = (await response.json()) as {
    status: number
    code?: string
    detail?: string
  }
  return { status, code, detail }
}

export type Staff = {
  /** One person per role; the translator writes `sv` and `fr`. */
  ids: Record<Role | Pair, string>
  /** REST through the same edge as the running desk, signed in as `actor`. */
  as: (actor: Actor | Pair) => Ask
  /** The person as Payload's Local API takes it: `{ overrideAccess: false, user }`. */
  person: (actor: Actor | Pair) => Promise<Record<string, unknown> | undefined>
}

export const password = 'lantern otter violin staircase'
export const emailOf = (role: Role | Pair): string => `${role}@example.org`

/** For a test file: one person per role, and of those pairs, each signed in once (a password check costs 160 ms). */
export function useStaff(desk: TestDesk, pairs: readonly Pair[] = []): Staff {
  const staff = { ids: {} } as Staff
  const cookies = new Map<Actor | Pair, string>()
  beforeAll(async () => {
    const { answerRest } = await import('../src/workflow')
    const answer = answerRest(desk.config, desk.config.serverURL)
    staff.as = (actor) => (method, path, content) =>
      answer(request({ method, url: new URL(path, desk.config.serverURL), content }, cookies.get(actor)))
    staff.person = async (actor) =>
      actor === 'anonymous' ? undefined : readPerson(desk.payload, staff.ids[actor])
    for (const role of [...roles, ...pairs]) {
      staff.ids[role] = await createPerson(desk.payload, role)
      const response = await staff.as('anonymous')('POST', '/api/users/login', {
        email: emailOf(role),
        password,
      })
      cookies.set(role, cookiesOf(response))
    }
  })
  return staff
}

async function createPerson(payload: Payload, name: Role | Pair): Promise<string> {
  const held = roles.filter((role) => name.split('+').includes(role))
  const locales: ('sv' | 'fr')[] = held.includes('translator') ? ['sv', 'fr'] : []
  const review = held.includes('reviewer')
    ? { reviewCollections: [...contentCollections], reviewLocales: [...localeCodes] }
    : {}
  const data = { name: `The ${name}`, email: emailOf(name), password, roles: held, locales, ...review }
  const { id } = await payload.create({ collection: 'users', data, overrideAccess: true })
  return id
}

async function readPerson(payload: Payload, id: string): Promise<Record<string, unknown>> {
  const person = await payload.findByID({ collection: 'users', id, overrideAccess: true, depth: 0 })
  return { ...person, collection: 'users' }
}

type Wanted = { method: string; url: URL; content: unknown }

function request({ method, url, content }: Wanted, cookie: string | undefined): Request {
  const init = initOf(content)
  const headers = new Headers({ Origin: url.origin, ...(cookie === undefined ? {} : { Cookie: cookie }) })
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
  return new Request(url, { ...init, method, headers })
}

function initOf(content: unknown): RequestInit {
  if (content === undefined) return {}
  if (content instanceof Raw) return content.init
  if (content instanceof FormData) return { body: content }
  return { body: JSON.stringify(content), headers: { 'Content-Type': 'application/json' } }
}

/** One draft in each content collection, in English, written by the system, and with the translators of `sv` and `fr`. */
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
    return doc.id
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
  await sendAll(payload, ids, ['sv', 'fr'])
  return ids
}

/** Sends each document, by its collection, to the translators of these languages, in the name of nobody. */
export async function sendAll(
  payload: Payload,
  ids: Record<string, string>,
  locales: readonly string[],
): Promise<void> {
  const { pool } = payload.db as unknown as { pool: Pool }
  await pool.query(
    `insert into editorial.translation_requests (collection, document_id, locale, sent_by)
     select doc.collection, doc.id::uuid, l.locale, gen_random_uuid()
       from unnest($1::text[], $2::text[]) as doc (collection, id) cross join unnest($3::text[]) as l (locale)`,
    [Object.keys(ids), Object.values(ids), locales],
  )
}

/** A picture of one pixel, as Payload's Local API takes a file. */
export async function picture(name = 'portrait.png') {
  const { default: sharp } = await import('sharp')
  const data = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()
  return { name, data, mimetype: 'image/png', size: data.length }
}
