import { TOTP, Secret } from 'otpauth'
import { peerHeader } from '../src/lib/peer-address'
import type { TestDesk } from './payload'
import { cookiesOf } from './staff'

// A browser somewhere: it keeps its cookie and comes from one address.

export type Answer = { status: number; headers: Headers; body: Body }
type Body = {
  user?: { id: string; name: string } | null
  exp?: number
  secondStep?: string
  key?: string
  picture?: string
  recoveryCodes?: string[]
  code?: string
  detail?: string
} & Record<string, unknown>

export type Visitor = {
  cookie: string
  /** Headers of every request, besides the usual ones. */
  more: Record<string, string>
  ask: (method: string, path: string, body?: unknown) => Promise<Answer>
  signIn: (email: string, password: string) => Promise<Answer>
}

/** `const eve = visitor(desk, '203.0.113.9')` */
export function visitor(desk: TestDesk, address = '198.51.100.7'): Visitor {
  const one: Visitor = {
    cookie: '',
    more: {},
    signIn: (email, password) => one.ask('POST', '/api/users/login', { email, password }),
    ask: async (method, path, body) => {
      const { answerRest } = await import('../src/workflow')
      const url = new URL(path, desk.config.serverURL)
      const headers = new Headers({ Origin: url.origin, [peerHeader()]: address, ...one.more })
      if (one.cookie !== '') headers.set('Cookie', one.cookie)
      if (body !== undefined) headers.set('Content-Type', 'application/json')
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
      const response = await answerRest(desk.config, desk.config.serverURL)(new Request(url, init))
      const text = await response.text()
      const cookie = cookiesOf(response)
      if (cookie !== '') one.cookie = cookie
      return { status: response.status, headers: response.headers, body: parse(text) }
    },
  }
  return one
}

const parse = (text: string): Body => (text === '' ? {} : (JSON.parse(text) as Body))

/** Waits while the app is about to show the next code: the one before the present is then no longer taken. */
export async function earlyInStep(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000)
  if (left < 6000) await new Promise((resolve) => setTimeout(resolve, left))
}

/** What the app of a person shows now, or so many steps of 30 seconds later. */
export const codeOf = (key: string | undefined, later = 0): string =>
  new TOTP({ secret: Secret.fromBase32((key ?? '').replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + later * 30_000,
  })
