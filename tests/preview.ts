import { beforeAll, expect } from 'vitest'
import type { LocaleCode } from '../src/lib/locales'
import { readToken, type Claims } from '../src/preview/token'
import { award, personWith, type Actor } from './factories'
import type { TestDesk } from './payload'
import { signedIn, type Answer, type Signed } from './rest-people'

// Previews as a browser and a website ask for them.

export type Sent = { cookie?: string; bearer?: string; accept?: string; method?: string }

/** GET of an address of the desk's host, as the running desk answers it. */
export async function look(desk: TestDesk, url: string, sent: Sent = {}): Promise<Response> {
  const { answerPreview } = await import('../src/preview')
  const { origin } = new URL(desk.config.serverURL)
  const headers = new Headers({ Origin: origin, Accept: sent.accept ?? 'application/json' })
  if (sent.cookie) headers.set('Cookie', sent.cookie)
  if (sent.bearer) headers.set('Authorization', `Bearer ${sent.bearer}`)
  return answerPreview(desk.config)(
    new Request(new URL(url, origin), { method: sent.method ?? 'GET', headers }),
  )
}

type Wanted = { collection: string; id: string; locale?: LocaleCode; use?: string; words?: string }

/** Presses the button of the document's screen. */
export const askPreview = (
  person: Signed,
  { collection, id, locale = 'en', ...more }: Wanted,
): Promise<Answer> => person.ask('POST', `/api/${collection}/${id}/preview`, { locale, ...more })

export type Given = { url: string; token: string; until: string }

/** The same, and it has to work. `token` is the one of the address or of the header. */
export async function preview(person: Signed, wanted: Wanted): Promise<Given> {
  const { status, body } = await askPreview(person, wanted)
  if (status !== 200) throw new Error(JSON.stringify(body))
  const given = body as { url: string; token: string | null; until: string }
  return { ...given, token: given.token ?? new URL(given.url).searchParams.get('token') ?? '' }
}

export const secret = 'another secret that only tests know, 32+'
const nothing = '"detail":"Nothing is at this address."'

export type Previews = {
  /** Writes and publishes. */
  writer: Actor
  officer: Signed
  /** A draft that nobody published. */
  laureate: { collection: 'laureates'; id: string }
  own: () => Sent
  claimsOf: (token: string) => Claims
  withToken: (url: string, token: string) => string
  /** Neither words nor that there is something: the same answer to everybody. */
  expectNothing: (url: string, sent?: Sent) => Promise<void>
  expectShown: (url: string, sent?: Sent) => Promise<string>
}

/** For a test file: somebody who previews, a draft of “CANARY Sand”, and what is expected of addresses. */
export function usePreviews(desk: TestDesk): Previews {
  const previews = {
    own: () => ({ cookie: previews.officer.cookie }),
    claimsOf: (token) => readToken([secret], token) ?? expect.unreachable(),
    withToken: (url, token) => {
      const changed = new URL(url, desk.config.serverURL)
      changed.searchParams.set('token', token)
      return changed.href
    },
    expectNothing: async (url, sent = previews.own()) => {
      const response = await look(desk, url, sent)
      const body = await response.text()
      expect({ status: response.status, body: body.includes(nothing) }).toEqual({ status: 404, body: true })
      expect(`${body}${[...response.headers].join()}`).not.toContain('CANARY')
      const page = await look(desk, url, { ...sent, accept: 'text/html' })
      expect(page.status).toBe(404)
      expect(await page.text()).not.toMatch(/CANARY|Sand|mira/)
    },
    expectShown: async (url, sent = previews.own()) => {
      const response = await look(desk, url, sent)
      expect(response.status).toBe(200)
      return response.text()
    },
  } as Previews
  beforeAll(async () => {
    previews.writer = await personWith(desk.payload, ['editor', 'press-officer'])
    previews.officer = await signedIn(desk, { name: 'The officer', roles: ['press-officer'] })
    const { laureate } = await award(previews.writer, { knownName: 'CANARY Sand' })
    previews.laureate = { collection: 'laureates', id: laureate.id }
  })
  return previews
}
