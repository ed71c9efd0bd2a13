import { getPayload, handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import { afterAll, beforeAll } from 'vitest'
import { environmentFor, useDatabase, type TestDatabase } from './database'

export type TestDesk = {
  database: TestDatabase
  payload: Payload
  config: SanitizedConfig
  /** Payload's REST API without a socket: `rest('/api/laureates?limit=1', { method: 'POST', body })`. */
  rest: (path: string, init?: RequestInit) => Promise<Response>
}

/**
 * For a test file: a Payload as the desk runs it (role `desk_writer`) on a database of its own.
 * `const desk = useDesk()`, then `desk.payload` inside tests.
 */
export function useDesk(): TestDesk {
  const database = useDatabase()
  const desk = { database } as TestDesk
  // Runs after the database is there; hooks run in the order they are declared, and afterAll in reverse.
  beforeAll(async () => {
    Object.assign(process.env, environmentFor(database))
    // The configuration reads the environment when it is loaded.
    const { default: promised } = await import('@payload-config')
    const config = await promised
    const payload = await getPayload({ config })
    const rest = (path: string, init?: RequestInit) =>
      handleEndpoints({ config, request: new Request(new URL(path, config.serverURL), init) })
    Object.assign(desk, { payload, config, rest })
  })
  afterAll(async () => {
    await desk.payload?.destroy()
  })
  return desk
}
