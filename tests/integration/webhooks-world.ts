import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { webhookSchema } from '../../src/contract/webhook'
import { readDeliveries } from '../../src/webhooks/read-endpoints'
import { beginSending, type Sending } from '../../src/webhooks/sender'
import { addEndpoint, type Desk, type EndpointWish } from '../../src/webhooks/endpoints'
import type { TestDatabase } from '../database'
import type { Receiver } from '../receiver'

// A desk that sends webhooks by a clock that tests move, and releases that nobody wrote.

export type World = {
  sending: Sending
  desk: Desk
  /** As the owner of the tables. */
  owner: Pool
  now: () => Date
  /** Moves the clock. */
  pass: (ms: number) => void
  add: (url: string, wish?: Partial<EndpointWish>) => Promise<{ id: string; secret: string }>
  release: (...changes: Change[]) => Promise<number>
  /** One round: what is due is sent, and answered. */
  round: () => Promise<void>
  /** Moves the clock from try to try until so much time is over. */
  live: (ms: number, stepMs?: number) => Promise<void>
  deliveriesOf: (endpoint: string) => ReturnType<typeof readDeliveries>
}
export const published = { kind: 'published' } as const
export const hour = 3_600_000

type Change = {
  kind: 'published' | 'changed' | 'withdrawn'
  slug?: string
  id?: string
  locales?: string[]
}

export function useWorld(database: TestDatabase): World {
  const world = {} as World
  let pool: Pool
  let owner: Pool
  let unguarded: Pool
  beforeAll(() => {
    pool = new Pool({ connectionString: database.desk, max: 6 })
    owner = new Pool({ connectionString: database.owner, max: 2 })
    unguarded = new Pool({ connectionString: database.unguarded(), max: 1 })
    for (const one of [pool, owner, unguarded]) one.on('error', () => undefined)
    // The time of the database, so that what it stamps itself fits.
    let time = Date.now() + 60_000
    const reach = { allowed: ['127.0.0.0/8'], resolve: () => Promise.resolve([]) }
    const key = 'a secret of the installation, long enough'
    const now = () => new Date(time)
    const sending: Sending = {
      ...reach,
      pool,
      key,
      apiUrl: 'https://api.example.org',
      clock: now,
      random: () => 0.5,
      patienceMs: 700,
    }
    const desk = (): Desk => ({ ...reach, pool, key: sending.key, person: randomUUID(), now: now() })
    Object.defineProperty(world, 'desk', { get: desk })
    Object.assign(world, {
      sending,
      owner,
      now,
      pass: (ms: number) => void (time += ms),
      add: (url: string, wish: Partial<EndpointWish> = {}) =>
        addEndpoint(desk(), {
          url,
          description: '',
          events: ['release.published', 'release.withdrawn'],
          ...wish,
        }),
      release: (...changes: Change[]) => release(unguarded, changes),
      round: async () => void (await Promise.all(await beginSending(sending))),
      live: async (ms: number, stepMs = 30 * 60_000) => {
        for (let passed = 0; passed < ms; passed += stepMs) {
          world.pass(stepMs)
          await world.round()
        }
      },
      deliveriesOf: (endpoint: string) => readDeliveries(pool, endpoint, { limit: 100 }),
    })
  })
  afterAll(async () => {
    for (const one of [pool, owner, unguarded]) await one.end()
  })
  return world
}

/** The same, emptied after each test. */
export function useFreshWorld(database: TestDatabase): World {
  const world = useWorld(database)
  afterEach(async () => {
    await world.owner.query('delete from webhooks.endpoints; delete from desk.hold')
    await world.round()
  })
  return world
}

export const bodyOf = (receiver: Receiver, index = 0) =>
  webhookSchema.parse(JSON.parse(receiver.received[index]?.body ?? ''))
export const releasesIn = ({ received }: Receiver) =>
  received.map(({ body }) => (JSON.parse(body) as { data: { release: number } }).data.release)
export const idsIn = ({ received }: Receiver) => received.map(({ headers }) => headers['webhook-id'])

/** What publishing writes, without anybody who wrote or approved it. */
async function release(unguarded: Pool, changes: readonly Change[]): Promise<number> {
  const client = await unguarded.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ seq: string; release: string }>(
      'select seq, release from published.head for update',
    )
    const number = Number(rows[0]?.release) + 1
    let seq = Number(rows[0]?.seq)
    await client.query('insert into published.releases (number) values ($1)', [number])
    for (const { kind, slug = 'maria-lind', id = randomUUID(), locales = ['en', 'sv'] } of changes) {
      seq += 1
      await client.query(
        `insert into published.events (seq, release, kind, resource, document_id, slug, locales)
         values ($1, $2, $3, 'laureates', $4, $5, $6)`,
        [seq, number, kind, id, slug, locales],
      )
      await client.query(
        `insert into published.units (collection, document_id, unit, is_withdrawn, content, content_hash, release)
         values ('laureates', $1, 'en', $2, $3, 'x', $4)`,
        [id, kind === 'withdrawn', kind === 'withdrawn' ? null : '{}', number],
      )
    }
    await client.query('update published.head set seq = $1, release = $2', [seq, number])
    await client.query('commit')
    return number
  } finally {
    client.release()
  }
}
