import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, createMemoryStore } from '@/client'
import type { Delivery, DeliverySettings } from '@/delivery'
import { resourceNames } from '@/contract'
import { includes } from '../../src/contract/parameters'
import type { LocaleCode } from '@/lib/locales'
import {
  beginRelease,
  projectUnits,
  publishRelease,
  type Draft,
  type Publishable,
  type UnitChange,
} from '@/publishing'
import { paragraph, richText } from '@/rich-text'
import { startTestDelivery, until, useWorld } from './delivery-world'
import { publicFor } from './sync-histories'

// Memory forgets only what a release changed. Whatever is published, corrected, renamed and taken down: a delivery that
// remembers answers like one that remembers nothing, byte for byte and header for header.

const world = useWorld()
const seed = Date.now() % 1_000_000
const runs = Number(process.env['FORGETTING_RUNS'] ?? 8)
let forgetful: Delivery
let cramped: Delivery
const folder = mkdtempSync(path.join(tmpdir(), 'laureate-desk-forgetting-'))
const start = (settings: Partial<DeliverySettings>) =>
  startTestDelivery({ databaseUrl: world.database.delivery, memoryBytes: 0, ...settings })
beforeAll(async () => {
  forgetful = await start({})
  // Nearly everything that it remembers is on disk.
  const answersFile = path.join(folder, 'answers.bin')
  cramped = await start({ memoryBytes: 60_000, answersFile, spillBytes: 64 * 1024 * 1024 })
})
afterAll(async () => {
  await forgetful.close()
  await cramped.close()
  rmSync(folder, { recursive: true })
  process.stdout.write(`fast-check seed ${seed}\n`)
})

const locales = ['en', 'sv', 'ar'] as const satisfies LocaleCode[]
const words = (text: string) =>
  Object.fromEntries(locales.map((locale) => [locale, `${text} (${locale})`])) as Record<string, string>
const ids = (count: number) => Array.from({ length: count }, () => randomUUID())
const [prize = ''] = ids(1)
const [editions, laureates, citations, biographies, contacts, releases] = [2, 3, 3, 2, 2, 3].map(ids)
const pick = (from: string[] | undefined, n: number): string => from?.[n % from.length] ?? ''
const list = (from: string[] | undefined, n: number): string[] =>
  (from ?? []).filter((_, index) => (n >> index) % 2 === 1)

/** What each kind of document says in its version `v`: names, addresses and what it points to differ. */
const drafts: Record<string, (n: number, v: number) => Draft> = {
  prizes: (_, v) => ({ id: prize, slug: 'peace', timeZone: 'Europe/Stockholm', name: words(`Prize ${v}`) }),
  editions: (n, v) => ({
    id: pick(editions, n),
    prize,
    year: 2000 + n,
    status: v % 2 === 0 ? 'announced' : 'planned',
    defaultContacts: list(contacts, v),
    ceremony: { place: words(`Place ${v}`) },
  }),
  laureates: (n, v) => ({
    id: pick(laureates, n),
    slug: `laureate-${n}-${v % 3}`,
    kind: 'person',
    variants: [],
    knownName: words(`Laureate ${n} ${v}`),
  }),
  citations: (n, v) => ({
    id: pick(citations, n),
    edition: pick(editions, v),
    laureates: [pick(laureates, n + v)],
    slug: `citation-${n}-${v % 2}`,
    awardType: 'prize',
    status: 'received',
    countries: ['SE'],
    themes: [],
    contactsOverride: list(contacts, v >> 1),
    motivation: words(`Motivation ${v}`),
  }),
  biographies: (n, v) => ({
    id: pick(biographies, n),
    citation: pick(citations, n + v),
    short: Object.fromEntries(locales.map((locale) => [locale, richText([paragraph(`Short ${v}`)])])),
  }),
  'press-contacts': (n, v) => ({
    id: pick(contacts, n),
    name: `Contact ${n} ${v % 2}`,
    desk: 'media',
    languages: v % 2 === 0 ? ['sv'] : ['en'],
    international: v > 2,
    label: words(`Label ${v}`),
  }),
  'press-releases': (n, v) => ({
    id: pick(releases, n),
    edition: pick(editions, v),
    citations: list(citations, v),
    slug: `release-${n}-${v % 2}`,
    type: n === 0 ? 'correction' : 'announcement',
    corrects: n === 0 ? pick(releases, 1) : null,
    contacts: list(contacts, v),
    title: words(`Release ${n} ${v}`),
  }),
}
const kinds = Object.keys(drafts) as Publishable[]

type Deed = { kind: Publishable; who: number; version: number; units: boolean[]; isWithdrawal: boolean }

function changesOf({ kind, who, version, units, isWithdrawal }: Deed): UnitChange[] {
  const draft = drafts[kind]?.(who, version)
  if (!draft) return []
  return projectUnits(kind, draft)
    .filter(({ unit, hasContent }) => hasContent && isNamed(unit, units))
    .map(({ unit, content, hash }) => ({
      collection: kind,
      id: draft.id,
      unit,
      content: isWithdrawal ? null : content,
      hash,
    }))
}

const isNamed = (unit: string, named: readonly boolean[]): boolean =>
  named[unit === 'shared' ? 3 : locales.findIndex((locale) => locale === unit)] === true

/** A release that would leave a reference open, or give an address twice, does not happen. */
async function release(deeds: readonly Deed[]): Promise<void> {
  const client = await world.writer.connect()
  try {
    await client.query('begin')
    await beginRelease(client)
    await publishRelease(client, { changes: deeds.flatMap(changesOf), person: null })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    if (!isRefused(error)) throw error
  } finally {
    client.release()
  }
}

const isRefused = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'OpenReferences' || ('code' in error && error.code === '23505'))

/** Every kind of question, about what is there, was there and never was. */
async function addresses(): Promise<string[]> {
  const { rows } = await world.writer.query<{ resource: (typeof resourceNames)[number]; slug: string }>(
    'select resource, slug from published.slugs order by 1, 2',
  )
  const queries = ['', '?locale=sv', '?locale=ar&fallback=none', '?fields=id,slug']
  const singles = rows.flatMap(({ resource, slug }) => {
    const address = `/v1/${resource}/${slug}`
    const including = [...includes[resource], includes[resource].join(',')]
      .filter(Boolean)
      .map((include) => `?include=${include}&locale=sv&fallback=none`)
    return [...queries, ...including].map((query) => address + query)
  })
  const forms = rows.flatMap(({ resource, slug }) => {
    if (resource === 'press-contacts') return [`/v1/press-contacts/${slug}.vcf`]
    return resource === 'laureates' || resource === 'citations' || resource === 'press-releases'
      ? [`/v1/${resource}/${slug}.jsonld?locale=sv`]
      : []
  })
  const lists = resourceNames.flatMap((name) => [
    `/v1/${name}`,
    `/v1/${name}?locale=sv&fallback=none&limit=1`,
  ])
  return [
    ...singles,
    ...forms,
    ...lists,
    '/v1/editions/current',
    '/v1/editions/current?locale=ar&fallback=none',
    '/v1/editions/current?prize=peace&include=citations,contacts',
    '/v1/laureates/nobody',
    '/v1/feeds/sv/press.atom',
    '/v1/laureates.csv',
    '/sitemap.xml',
    '/v1/search?q=laureate',
    '/v1/sync',
  ]
}

async function answerOf(port: number, address: string) {
  const answer = await fetch(`http://127.0.0.1:${port}${address}`, {
    headers: { 'accept-encoding': 'identity' },
    redirect: 'manual',
  })
  const headers = [...answer.headers].filter(([name]) => name !== 'date')
  return { address, status: answer.status, headers, body: await answer.text() }
}

async function answersOf(port: number, asked: readonly string[]) {
  const queue = [...asked.entries()]
  const found: Awaited<ReturnType<typeof answerOf>>[] = []
  const work = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) found[next[0]] = await answerOf(port, next[1])
  }
  await Promise.all(Array.from({ length: 6 }, work))
  return found
}

async function haveSeen(): Promise<void> {
  const { rows } = await world.writer.query<{ release: number }>(
    'select e.release::int from published.head h join published.events e on e.seq = h.seq',
  )
  await until(async () =>
    [world.delivery, forgetful, cramped].every((one) => one.counts().head?.release === rows[0]?.release),
  )
}

const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...kinds),
  who: fc.nat(2),
  version: fc.nat(5),
  units: fc.array(fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, fc.constant(false)), {
    minLength: 4,
    maxLength: 4,
  }),
  isWithdrawal: fc.oneof({ arbitrary: fc.constant(false), weight: 4 }, fc.constant(true)),
})
const history = fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 5 })

const everything: Deed[] = kinds.flatMap((kind) =>
  [0, 1, 2].map((who) => ({ kind, who, version: 0, units: [true, true, true, true], isWithdrawal: false })),
)

const reader = { locale: 'sv', fallback: 'declared' } as const
const copy = createMemoryStore()

/** What names, years and contacts changed elsewhere reaches a copy, too: it holds exactly what is public. */
async function expectCopied(): Promise<void> {
  const truth = await publicFor(world.writer, reader)
  const api = createClient({ url: world.base, retries: 0, ...reader })
  await api.sync(copy, { limit: 3, release: truth.release })
  const held = resourceNames.flatMap((name) => copy.all(name))
  expect(new Map(held.map((body) => [body.id, JSON.stringify(body)]))).toEqual(truth.bodies)
}

test('a delivery that remembers answers like one that remembers nothing', { timeout: 300_000 }, async () => {
  await release(everything)
  let kept = 0
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      for (const deeds of steps) {
        const before = await addresses()
        await haveSeen()
        for (const { port } of [world.delivery, cramped]) await answersOf(port, before)
        await release(deeds)
        await haveSeen()
        await expectCopied()
        const asked = [...new Set([...before, ...(await addresses())])]
        const { hits } = world.delivery.counts()
        const remembered = await answersOf(world.delivery.port, asked)
        kept += world.delivery.counts().hits - hits
        const truth = await answersOf(forgetful.port, asked)
        expect(remembered).toEqual(truth)
        expect(await answersOf(cramped.port, asked)).toEqual(truth)
      }
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
  // It does remember.
  expect(kept).toBeGreaterThan(100)
})
