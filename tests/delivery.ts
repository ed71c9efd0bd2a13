import { afterAll, beforeAll } from 'vitest'
import { startDelivery, type Delivery } from '@/delivery'
import { foundation, watchLooks } from './integration/delivery-world'
import type { TestDesk } from './payload'

export type PublicSide = {
  get: (path: string, init?: RequestInit) => Promise<Response>
  /** Waits until what was published is seen. */
  seen: () => Promise<void>
  reports: unknown[]
}

/** For a test file: the delivery API of the desk, as strangers reach it. */
export function usePublicSide(desk: TestDesk): PublicSide {
  const side = { reports: [] } as unknown as PublicSide
  let delivery: Delivery | undefined
  const looks = watchLooks()
  beforeAll(async () => {
    delivery = await startDelivery({
      databaseUrl: desk.database.delivery,
      host: '127.0.0.1',
      port: 0,
      memoryBytes: 16 * 1024 * 1024,
      publisher: foundation,
      report: (error) => side.reports.push(error),
      wrapDatabase: (real) => ({
        ...real,
        query: (statement, values) =>
          statement.name === 'head'
            ? looks.see(real.query(statement, values))
            : real.query(statement, values),
      }),
    })
    const { port } = delivery
    side.get = (path, init) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init })
    side.seen = looks.next
    await looks.next()
  })
  afterAll(() => delivery?.close())
  return side
}
