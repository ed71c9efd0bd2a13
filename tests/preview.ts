import type { LocaleCode } from '../src/lib/locales'
import type { TestDesk } from './payload'
import type { Answer, Signed } from './rest-people'

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
