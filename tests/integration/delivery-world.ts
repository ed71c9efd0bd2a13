import { randomUUID } from 'node:crypto'
import net from 'node:net'
import { Pool, type PoolClient } from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { foldForSearch } from '@/contract'
import { startDelivery, type Delivery, type DeliverySettings } from '@/delivery'
import { sha256 } from '@/lib/hash'
import { withClient } from '../../src/processes/database.mjs'
import { useDatabase, type TestDatabase } from '../database'
import { bodiesOf, type Item } from './delivery-items'
export { bodiesOf, type Item } from './delivery-items'

// A public world put into schema `published` by hand, as the role that publishes, and a delivery that serves it.

/** What the tests' delivery says of itself, whatever host it is asked by. */
export const foundation: DeliverySettings['publisher'] = {
  name: 'Example & Foundation',
  apiUrl: 'https://api.example.org',
  siteUrl: 'https://www.example.org',
}

/** A delivery of a test: small, on any port, quiet. */
export const startTestDelivery = (
  settings: Partial<DeliverySettings> & { databaseUrl: string },
): Promise<Delivery> =>
  startDelivery({
    host: '127.0.0.1',
    silentMs: 0,
    port: 0,
    memoryBytes: 8_388_608,
    publisher: foundation,
    report: () => undefined,
    ...settings,
  })

type Wrap = NonNullable<DeliverySettings['wrapDatabase']>

export function useWorld(settings: Partial<DeliverySettings> = {}) {
  const database: TestDatabase = useDatabase()
  const world = {} as World
  beforeAll(async () => {
    Object.assign(world, await openWorld(database, settings))
  })
  afterAll(async () => {
    await world.delivery?.close()
    await world.writer?.end()
  })
  return world
}

type World = Awaited<ReturnType<typeof openWorld>>

async function openWorld(database: TestDatabase, settings: Partial<DeliverySettings>) {
  const writer = new Pool({ connectionString: database.unguarded(), max: 2 })
  writer.on('error', () => undefined)
  const counted = { queries: 0 }
  const looks = watchLooks()
  const reports: unknown[] = []
  const delivery = await startTestDelivery({
    databaseUrl: database.delivery,
    memoryBytes: 64 * 1024 * 1024,
    report: (error) => reports.push(error),
    wrapDatabase: (real) => ({
      ...real,
      query: (statement, values) => {
        // The look at the head goes on beside the requests and belongs to none.
        if (statement.name.startsWith('head')) return looks.see(real.query(statement, values))
        counted.queries += 1
        return real.query(statement, values)
      },
      ofOneMoment: (work) =>
        real.ofOneMoment(({ query }) =>
          work({
            query: (statement, values) => {
              counted.queries += 1
              return query(statement, values)
            },
          }),
        ),
    }),
    ...settings,
  })
  // The first look makes delivery forget what it was asked before.
  await looks.next()
  const base = `http://127.0.0.1:${delivery.port}`
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(base + path, { headers: { 'accept-encoding': 'identity', ...headers }, redirect: 'manual' })
  /** How many queries the work cost. */
  const queriesOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = counted.queries
    await work()
    return counted.queries - before
  }
  // How long after the last commit the API told of it.
  const seen = { afterMs: 0 }
  return {
    database,
    writer,
    delivery,
    base,
    get,
    queriesOf,
    reports,
    seen,
    /** Cuts the database off from everybody but superusers, or lets them in again. */
    setDatabase: (isUp: boolean) => setDatabase(database.name, isUp),
    publish: publisher({ writer, get, looks, seen }),
    /** Sends bytes as they are and reads until the server closes or falls silent. */
    speak: (bytes: string | Buffer) => speak(delivery.port, bytes),
  }
}

const speak = (port: number, bytes: string | Buffer) =>
  new Promise<string>((resolve) => {
    let heard = ''
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.setTimeout(20_000, () => socket.destroy())
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')))
    socket.on('error', () => resolve(heard))
    socket.on('close', () => resolve(heard))
  })

/** What a delivery does with its looks at the head of the public world. */
export function watchLooks() {
  const count = { begun: 0, done: 0 }
  const see = async <Rows>(look: Promise<Rows>): Promise<Rows> => {
    count.begun += 1
    const mine = count.begun
    const rows = await look
    // Looks follow each other; only then has delivery drawn its conclusion.
    setImmediate(() => (count.done = mine))
    return rows
  }
  const wrapDatabase: Wrap = (real) => ({
    ...real,
    query: (statement, values) =>
      statement.name === 'head' ? see(real.query(statement, values)) : real.query(statement, values),
  })
  return {
    /** Told of each look. */
    see,
    /** Sees the looks of a database in which nothing else matters. */
    wrapDatabase,
    /** Waits for a look that begins from now on, and for what delivery makes of it. */
    next: async (): Promise<void> => {
      const { begun } = count
      await until(async () => count.done > begun)
    },
  }
}

const setDatabase = (name: string, isUp: boolean): Promise<void> =>
  withClient(inject('superUrl'), async (client) => {
    await client.query(`alter database ${name} allow_connections ${isUp}`)
    if (!isUp)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  })

type Publishing = {
  writer: Pool
  get: (path: string) => Promise<Response>
  looks: ReturnType<typeof watchLooks>
  seen: { afterMs: number }
}

/** Publishes items in one release and waits until delivery has seen it. Returns their ids. */
function publisher({ writer, get, looks, seen }: Publishing) {
  return async (items: Item[], { withdraw = [] as string[] } = {}): Promise<string[]> => {
    const client = await writer.connect()
    const withIds = items.map((item) => ({ ...item, id: item.id ?? randomUUID() }))
    const told = async () => (await (await get('/v1/laureates?limit=1&fields=id')).json()).meta?.release
    try {
      // In memory, so that only the watch can make it change.
      await told()
      await client.query('begin')
      const gone = await client.query<{ resource: string; id: string; slug: string }>(
        'select resource, document_id as id, slug from published.resources where document_id = any ($1::uuid[])',
        [withdraw],
      )
      const { rows } = await client.query('select seq::int, release::int + 1 as release from published.head')
      const { seq, release } = rows[0]
      await client.query('insert into published.releases (number) values ($1)', [release])
      for (const id of withdraw) await remove(client, id)
      for (const item of withIds) await insert(client, item, String(release))
      const events = [
        ...gone.rows.map((row) => ({ ...row, kind: 'withdrawn' })),
        ...withIds.map(({ resource, id, slug }) => ({ resource, id, slug, kind: 'changed' })),
      ].map((event, index) => ({ ...event, seq: seq + index + 1, release }))
      await client.query(
        `insert into published.events (seq, release, kind, resource, document_id, slug, locales)
         select seq, release, kind, resource, id, slug, '{}'
           from jsonb_to_recordset($1) as e (seq int, release int, kind text, resource text, id uuid, slug text)`,
        [JSON.stringify(events)],
      )
      await client.query('update published.head set seq = $1, release = $2', [seq + events.length, release])
      await client.query('commit')
      const isTold = async () => (await told()) === Number(release)
      ;[seen.afterMs] = await Promise.all([until(isTold), looks.next()])
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
    return withIds.map(({ id }) => id)
  }
}

async function insert(client: PoolClient, item: Item & { id: string }, release: string) {
  await remove(client, item.id)
  await client.query('insert into published.resources values ($1, $2, $3, $4, $5)', [
    item.resource,
    item.id,
    item.slug,
    item.years ?? [],
    JSON.stringify(item.facets ?? {}),
  ])
  await client.query(
    `insert into published.slugs (resource, slug, document_id) values ($1, $2, $3)
     on conflict (resource, slug) do update set document_id = excluded.document_id`,
    [item.resource, item.slug, item.id],
  )
  for (const { asked, fallback, locale, bytes } of bodiesOf(item)) {
    const sha = sha256(bytes)
    await client.query('insert into published.bodies values ($1, $2) on conflict do nothing', [sha, bytes])
    await client.query(
      'insert into published.current values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9)',
      [
        item.resource,
        item.id,
        asked,
        fallback,
        sha,
        locale,
        item.sortKey ?? item.slug,
        foldForSearch(item.search ?? item.sortKey ?? item.slug),
        release,
      ],
    )
  }
}

async function remove(client: PoolClient, id: string) {
  await client.query('delete from published.current where document_id = $1', [id])
  await client.query('delete from published.resources where document_id = $1', [id])
}

export async function until(condition: () => Promise<boolean>, limitMs = 60_000): Promise<number> {
  const start = Date.now()
  while (!(await condition())) {
    if (Date.now() - start > limitMs) throw new Error(`waited ${limitMs} ms in vain`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return Date.now() - start
}
