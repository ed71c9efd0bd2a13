import { randomUUID } from 'node:crypto'
import { Pool, type PoolClient } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { foldForSearch, resources, type Facets, type ResourceName } from '@/contract'
import { startDelivery, type Delivery, type DeliverySettings } from '@/delivery'
import { sha256 } from '@/lib/hash'
import { fallbackChain, localeCodes, type LocaleCode } from '@/lib/locales'
import { useDatabase, type TestDatabase } from '../database'

// A public world put into schema `published` by hand, as the role that publishes, and a delivery that serves it.

/** What the tests' delivery says of itself, whatever host it is asked by. */
export const foundation: DeliverySettings['publisher'] = {
  name: 'Example & Foundation',
  apiUrl: 'https://api.example.org',
  siteUrl: 'https://www.example.org',
}

export type Item = {
  resource: ResourceName
  id?: string
  slug: string
  locales?: LocaleCode[]
  years?: number[]
  facets?: Facets
  sortKey?: string
  search?: string
  /** Members of the resource that differ from the plain ones. */
  members?: Record<string, unknown>
}

const text = (value: string, locale: LocaleCode, asked: LocaleCode) => ({
  text: value,
  locale,
  isFallback: locale !== asked,
})
const prize = { slug: 'peace', name: null }

const plain: Record<
  ResourceName,
  (item: Item & { id: string }, locale: LocaleCode, asked: LocaleCode) => Record<string, unknown>
> = {
  laureates: (item, locale, asked) => ({
    kind: 'person',
    portrait: null,
    name: text(`${item.sortKey ?? item.slug} (${locale})`, locale, asked),
    fullName: null,
    givenName: null,
    familyName: null,
    nativeName: null,
    variants: [],
    birth: null,
    death: null,
    education: null,
    founded: null,
    dissolved: null,
    basedIn: null,
    headquarters: null,
    citations: [],
    sameAs: { wikidata: null, wikipedia: null, viaf: null, isni: null, orcid: null, ror: null, url: null },
  }),
  citations: (item, locale, asked) => ({
    title: text(item.sortKey ?? item.slug, locale, asked),
    motivation: text('for the work', locale, asked),
    year: item.years?.[0] ?? 2000,
    prize,
    awardType: 'prize',
    status: 'received',
    portion: null,
    countries: [],
    themes: [],
    laureates: [],
    biography: null,
    contacts: [],
    media: [],
  }),
  editions: (item) => ({
    year: item.years?.[0] ?? 2000,
    prize,
    status: 'announced',
    note: null,
    announceAt: null,
    announceZone: null,
    ceremony: null,
    amount: null,
    citations: [],
    contacts: [],
  }),
  biographies: (item, locale, asked) => ({
    citation: { id: randomUUID(), slug: item.slug, title: null, year: item.years?.[0] ?? 2000, prize },
    short: null,
    long: {
      html: '<p>Long</p>',
      text: 'Long. '.repeat(400),
      blocks: [],
      sections: [],
      locale,
      isFallback: locale !== asked,
    },
    asOf: null,
    sources: null,
  }),
  'press-releases': (item, locale, asked) => ({
    type: 'announcement',
    title: text(item.slug, locale, asked),
    summary: null,
    dateline: null,
    body: null,
    publishedAt: '2026-01-02T03:04:05.000Z',
    year: item.years?.[0] ?? 2000,
    prize,
    citations: [],
    attachments: [],
    corrects: null,
    correctedBy: [],
    contacts: [],
  }),
  media: (item, locale, asked) => ({
    alt: text(item.sortKey ?? item.slug, locale, asked),
    caption: null,
    credit: 'Photo: A. Ek',
    creator: null,
    copyrightNotice: null,
    usageTerms: null,
    freeEditorialUseUntil: null,
    taken: null,
    focalPoint: { x: 50, y: 50 },
    renditions: [],
  }),
  'press-contacts': (item) => ({
    name: item.sortKey ?? item.slug,
    label: null,
    desk: 'media',
    languages: [],
    international: false,
    phone: null,
    email: null,
    validFrom: null,
    validTo: null,
  }),
}

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
  const delivery: Delivery = await startDelivery({
    databaseUrl: database.delivery,
    host: '127.0.0.1',
    silentMs: 0,
    port: 0,
    memoryBytes: 64 * 1024 * 1024,
    publisher: foundation,
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
    publish: publisher({ writer, get, looks, seen }),
  }
}

/** What a delivery does with its looks at the head of the public world. */
export function watchLooks() {
  const count = { begun: 0, done: 0 }
  return {
    /** Told of each look. */
    see: async <Rows>(look: Promise<Rows>): Promise<Rows> => {
      count.begun += 1
      const mine = count.begun
      const rows = await look
      // Looks follow each other; only then has delivery drawn its conclusion.
      setImmediate(() => (count.done = mine))
      return rows
    },
    /** Waits for a look that begins from now on, and for what delivery makes of it. */
    next: async (): Promise<void> => {
      const { begun } = count
      await until(async () => count.done > begun)
    },
  }
}

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

/** The bytes that publishing would have composed, for every language and fallback mode. */
export function bodiesOf(item: Item & { id: string }) {
  const available = (item.locales ?? ['en']).toSorted()
  return localeCodes.flatMap((asked) =>
    (['none', 'declared'] as const).flatMap((fallback) => {
      const chain = fallback === 'none' ? [asked] : fallbackChain(asked)
      const locale = chain.find((code) => available.includes(code))
      if (!locale) return []
      const value = {
        id: item.id,
        slug: item.slug,
        locale,
        availableLocales: available,
        translation: null,
        updatedAt: '2026-01-02T03:04:05.000Z',
        ...plain[item.resource](item, locale, asked),
        ...item.members,
      }
      return [
        {
          asked,
          fallback,
          locale,
          bytes: Buffer.from(JSON.stringify(resources[item.resource].parse(value))),
        },
      ]
    }),
  )
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
