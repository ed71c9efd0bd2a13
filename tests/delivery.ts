import { afterAll, beforeAll } from 'vitest'
import type { Delivery } from '@/delivery'
import { startTestDelivery, watchLooks } from './integration/delivery-world'
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
    delivery = await startTestDelivery({
      databaseUrl: desk.database.delivery,
      report: (error) => side.reports.push(error),
      wrapDatabase: looks.wrapDatabase,
    })
    const { port } = delivery
    side.get = (path, init) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init })
    side.seen = looks.next
    await looks.next()
  })
  afterAll(() => delivery?.close())
  return side
}
