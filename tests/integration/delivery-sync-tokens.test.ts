import type { Pool } from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { createClient, createMemoryStore } from '@/client'
import { localeCodes } from '@/lib/locales'
import { until, useWorld } from './delivery-world'
import { ids, publicFor, useReleases } from './sync-histories'

// A token says for whom a copy is and of which public world: with another it is refused, never answered wrongly.

const world = useWorld()
const release = useReleases(world)
const publish = (who: number, version: number) => release({ who, what: 'publish', language: 0, version })
const head = async () => (await publicFor(world.writer, { locale: 'en', fallback: 'declared' })).release

type Meta = { token: string; more: boolean; release: number }
const ask = async (query: Record<string, string>) => {
  const answer = await world.get(`/v1/sync?${new URLSearchParams(query)}`)
  return { status: answer.status, ...(await answer.json()) }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 1000))

beforeAll(async () => {
  for (const who of [0, 1, 2]) await publish(who, 0)
  const now = await head()
  await until(async () => (await ask({ limit: '1' })).meta.release === now)
})

test('a token is short, and says nothing to who only passes it on', async () => {
  const { meta } = await ask({ locale: 'zh-Hans', limit: '1' })
  expect(meta.token).toMatch(/^[\w-]{8,48}$/)
})

test('a token of another language or fallback is refused by name, with what to do', async () => {
  const { meta }: { meta: Meta } = await ask({ locale: 'sv', fallback: 'none' })
  expect(await ask({ locale: 'sv', fallback: 'none', since: meta.token, limit: '7' })).toMatchObject({
    status: 200,
  })
  for (const locale of localeCodes.filter((each) => each !== 'sv'))
    expect(await ask({ locale, fallback: 'none', since: meta.token })).toMatchObject({
      status: 400,
      type: 'urn:problem-type:laureate-desk:bad-value',
      parameter: 'locale',
      allowed: ['sv'],
    })
  const other = await ask({ locale: 'sv', since: meta.token })
  expect(other).toMatchObject({ status: 400, parameter: 'fallback', allowed: ['none'] })
  expect(other.detail).toContain('without “since”')
})

test('a client does not mix two languages in one store', async () => {
  const api = createClient({ url: world.base, retries: 0 })
  const store = createMemoryStore()
  await api.sync(store, { locale: 'en' })
  const before = store.all('laureates')
  await expect(api.sync(store, { locale: 'sv' })).rejects.toMatchObject({ status: 400, parameter: 'locale' })
  expect(store.all('laureates')).toEqual(before)
})

const token = (text: string) => Buffer.from(text).toString('base64url')

test('a change that was at another time has to begin anew', async () => {
  expect(await ask({ since: token('en.declared.1.5.aaaa') })).toMatchObject({
    status: 400,
    type: 'urn:problem-type:laureate-desk:begin-anew',
    parameter: 'since',
  })
})

test('what is no whole token is told so, and costs nobody their copy', async () => {
  const { token: whole } = (await ask({})).meta
  const cut = [1, 2, 3, 5, 9].map((length) => whole.slice(0, -length))
  for (const since of [
    'nothing',
    ...cut,
    `${whole}x`,
    token('en.declared.1.5.aaaa.5'),
    token('en.declared.1.5.'),
  ])
    expect([since, await ask({ since })]).toMatchObject([
      since,
      { status: 400, type: 'urn:problem-type:laureate-desk:bad-value', parameter: 'since' },
    ])
})

test('a token that is ahead of a server that lags waits', async () => {
  const since = token(`en.declared.zzzzz.${(Date.now() + 1e9).toString(36)}.aaaa`)
  expect(await ask({ since })).toMatchObject({ status: 200, data: [], meta: { token: since, more: false } })
})

/** What is public now, kept as a backup keeps it; gives the way back to it. */
async function keepPublic(writer: Pool): Promise<() => Promise<void>> {
  const { rows } = await writer.query<{ name: string; columns: string }>(
    `select c.table_name as name, string_agg(quote_ident(c.column_name), ', ') as columns
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'published' and c.is_generated = 'NEVER' and t.table_type = 'BASE TABLE'
      group by c.table_name`,
  )
  await writer.query(
    `drop schema if exists kept cascade; create schema kept; ${rows
      .map(({ name, columns }) => `create table kept.${name} as select ${columns} from published.${name};`)
      .join('')}`,
  )
  return async () => {
    await writer.query(
      `begin; ${rows
        .map(
          ({ name, columns }) =>
            `delete from published.${name}; insert into published.${name} (${columns}) select ${columns} from kept.${name};`,
        )
        .join('')} commit`,
    )
    await settled()
  }
}

test('after a restore, who was ahead begins anew though nothing is published, some time later', async () => {
  const restore = await keepPublic(world.writer)
  await publish(5, 1)
  const now = await head()
  // One address may be answered anew while another is still answered from memory, for a quarter of a second.
  await until(async () => (await ask({})).meta.release === now)
  const { token: since } = (await ask({})).meta
  // Nobody restores a database between two looks at it.
  await settled()
  await restore()
  const beat = (later: string) =>
    world.writer.query('update published.heartbeat set at = clock_timestamp() + $1::interval', [later])
  await beat('9 minutes')
  await settled()
  expect(await ask({ since })).toMatchObject({ status: 200, data: [] })
  await beat('11 minutes')
  await until(async () => (await ask({ since })).status === 400)
  expect(await ask({ since })).toMatchObject({ type: 'urn:problem-type:laureate-desk:begin-anew' })
  await beat('0')
  await settled()
})

test('after a restore, who was ahead begins anew, and who was not goes on', async () => {
  const restore = await keepPublic(world.writer)
  const early = (await ask({})).meta.token
  for (const version of [1, 2]) await publish(3, version)
  const late = createMemoryStore()
  const api = createClient({ url: world.base, retries: 0 })
  await api.sync(late, { release: await head() })
  const lateToken = late.token() ?? ''
  expect(late.get('laureates', 'l3-2')?.id).toBe(ids[3])
  await settled()
  await restore()
  // No release is dated before the clock, but those of a busy second are dated after it.
  await until(
    async () =>
      Date.now() >
      Date.parse(
        late
          .all('laureates')
          .map(({ updatedAt }) => updatedAt)
          .toSorted()
          .at(-1) ?? '',
      ),
  )
  // Another history, as long as the lost one and longer.
  for (const version of [1, 2, 1]) {
    await publish(4, version)
    const now = await head()
    await until(async () => (await ask({ limit: '1' })).meta.release === now)
    expect(await ask({ since: lateToken })).toMatchObject({ status: 400, parameter: 'since' })
    expect((await ask({ since: early })).data.map(({ id }: { id: string }) => id)).toEqual([ids[4]])
  }
  await api.sync(late)
  const truth = await publicFor(world.writer, { locale: 'en', fallback: 'declared' })
  expect(new Map(late.all('laureates').map((body) => [body.id, JSON.stringify(body)]))).toEqual(truth.bodies)
})

test('a copy that begins anew and is stopped at once begins anew again', async () => {
  const api = createClient({ url: world.base, retries: 0 })
  const store = createMemoryStore()
  store.apply([], token('en.declared.1.5.aaaa'))
  const stopped = { ...store, apply: () => Promise.reject(new Error('stopped')) }
  await expect(api.sync(stopped)).rejects.toThrow('stopped')
  expect(store.token()).toBeUndefined()
  await api.sync(store)
  expect(store.all('laureates').length).toBeGreaterThan(2)
})

test('a client is not sent in a circle by servers that do not agree', async () => {
  let asked = 0
  const disagreeing: typeof fetch = async (input) => {
    asked += 1
    return new Request(input).url.includes('since=')
      ? world.get(`/v1/sync?since=${token('en.declared.1.5.aaaa')}`)
      : fetch(`${world.base}/v1/sync?limit=1`)
  }
  const api = createClient({ url: world.base, retries: 0, fetch: disagreeing })
  await expect(api.sync(createMemoryStore())).rejects.toMatchObject({ code: 'begin-anew' })
  expect(asked).toBe(4)
})
