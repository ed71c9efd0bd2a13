import type { SanitizedConfig, ServerFunctionClient } from 'payload'
import { vi, beforeAll } from 'vitest'
import type { TestDesk } from '../payload'
import { cookiesOf, emailOf, password, type Actor, type Staff } from '../staff'
import { actors } from './table'

// The functions that the screens call on the server, as `src/app/(payload)/layout.tsx` answers them, which only Next
// itself can load; with each person's session.

type Answer = { isRefused: boolean; said: string; answer?: unknown }
export type Functions = {
  /** What this person gets from the function `name` of the server. */
  as: (who: Actor, name: string, args: Record<string, unknown>) => Promise<Answer>
}

/** For a test file. `importMap`: the components of ours that it needs, by the names of the configuration. */
export function useServerFunctions(desk: TestDesk, staff: Staff, importMap = importNothing): Functions {
  const headers = { now: new Headers() }
  const cookies = new Map<Actor, string>()
  const functions = {} as Functions
  vi.doMock('next/headers.js', () => headersOf(headers))
  vi.doMock('next/headers', () => headersOf(headers))
  beforeAll(async () => {
    for (const actor of actors.filter((one) => one !== 'anonymous')) {
      const signIn = { email: emailOf(actor), password }
      cookies.set(actor, cookiesOf(await staff.as('anonymous')('POST', '/api/users/login', signIn)))
    }
    const call = await serverFunctionOf(desk.config, await importMap())
    functions.as = async (who, name, args) => {
      headers.now = new Headers({ Cookie: cookies.get(who) ?? '', Origin: desk.config.serverURL })
      try {
        const answer: unknown = await call({ name, args })
        return { isRefused: false, said: wordsIn(answer), answer }
      } catch (error) {
        return { isRefused: true, said: String(error) }
      }
    }
  })
  return functions
}

type ImportMap = Record<string, unknown>
const importNothing = (): Promise<ImportMap> => Promise.resolve({})

const headersOf = (headers: { now: Headers }) => ({
  headers: () => Promise.resolve(headers.now),
  cookies: () => Promise.resolve({ get: () => undefined }),
})

async function serverFunctionOf(
  config: SanitizedConfig,
  importMap: ImportMap,
): Promise<ServerFunctionClient> {
  const { handleServerFunctions } = await import('@payloadcms/next/layouts')
  const { refuseClosedFunction, refuseLinkedQuery } = await import('../../src/workflow')
  return async ({ name, args }) => {
    refuseClosedFunction(name)
    refuseLinkedQuery(config, args)
    const map = withNothing(importMap)
    return handleServerFunctions({ name, args, config: Promise.resolve(config), importMap: map })
  }
}

/** Components that nobody looks at are there too, and empty: the framework would say at length that they are missing. */
const withNothing = (importMap: ImportMap): ImportMap =>
  new Proxy(importMap, { get: (map, name) => Reflect.get(map, name) ?? Nothing })
const Nothing = () => null

/** What the framework answers holds elements and cycles; only their words matter. */
export function wordsIn(answer: unknown): string {
  const seen = new WeakSet()
  return (
    JSON.stringify(answer, (key, value: unknown) => {
      if (notWords.has(key) || typeof value === 'function') return undefined
      if (value instanceof Map) return [...value]
      if (typeof value !== 'object' || value === null) return value
      if (seen.has(value)) return undefined
      seen.add(value)
      return value
    }) ?? ''
  )
}

const notWords = new Set(['payload', 'req', 'i18n', '_owner', '_store'])
