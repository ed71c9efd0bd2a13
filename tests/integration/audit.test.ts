import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendAudit } from '../../src/audit'
import { useDatabase } from '../database'

const database = useDatabase()
const connections = {} as { desk: Client; owner: Client }

beforeAll(async () => {
  for (const name of ['desk', 'owner'] as const) {
    connections[name] = new Client({ connectionString: database[name] })
    await connections[name].connect()
  }
})
afterAll(async () => {
  await connections.desk.end()
  await connections.owner.end()
})

const person = '01890000-0000-7000-8000-000000000001'
const count = async (): Promise<number> =>
  Number((await connections.desk.query('select count(*) from audit.entries')).rows[0].count)

test('an entry of a transaction that is rolled back is not in the log', async () => {
  const { desk } = connections
  const before = await count()
  await desk.query('begin')
  await appendAudit(desk, { action: 'edited', person })
  await desk.query('rollback')
  expect(await count()).toBe(before)
  expect((await desk.query('select seq from audit.head')).rows[0].seq).toBe('0')
})

test('text that Postgres cannot store does not fail the change that it tells of', async () => {
  const { desk } = connections
  await appendAudit(desk, {
    action: 'sign-in-failed',
    person: null,
    reason: `a\0b\ud800c${'x'.repeat(9000)}`,
    details: { address: 'x\0y', deep: [{ 'a\udc00': '\ud800' }], huge: 'y'.repeat(100_000) },
  })
  const { rows } = await desk.query('select reason, details from audit.entries order by id desc limit 1')
  expect(rows[0].reason).toMatch(/^ab\ufffdcx+$/)
  expect(rows[0].details.address).toBe('xy')
})

test('the numbers of the chain follow the commits and have no gap when many write at once', async () => {
  const clients = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const client = new Client({ connectionString: database.desk })
      await client.connect()
      return client
    }),
  )
  await Promise.all(
    clients.map(async (client, writer) => {
      for (let turn = 0; turn < 25; turn += 1) {
        await client.query('begin')
        await appendAudit(client, { action: 'edited', person, details: { writer, turn } })
        await appendAudit(client, { action: 'submitted', person, details: { writer, turn } })
        await client.query(turn % 5 === 0 ? 'rollback' : 'commit')
      }
    }),
  )
  await Promise.all(clients.map((client) => client.end()))
  const { rows } = await connections.desk.query(
    `select count(*)::int as links, max(seq)::int as last, count(distinct prev_hash)::int as befores,
            bool_and(l.prev_hash = coalesce((select hash from audit.links b where b.seq = l.seq - 1), repeat('0', 64))) as chained
       from audit.links l`,
  )
  expect(rows[0]).toEqual({ links: 321, last: 321, befores: 321, chained: true })
  const head = await connections.desk.query('select seq, hash from audit.head')
  const last = await connections.desk.query('select seq, hash from audit.links order by seq desc limit 1')
  expect(head.rows).toEqual(last.rows)
})

test.each(['entries', 'links'])('nobody changes audit.%s, not even the owner', async (table) => {
  const attempts = [
    `update audit.${table} set at = now()`,
    `delete from audit.${table}`,
    `truncate audit.${table}`,
  ]
  for (const attempt of attempts) {
    await expect(connections.owner.query(attempt), attempt).rejects.toThrow(`audit.${table} is append-only`)
    await expect(connections.desk.query(attempt), attempt).rejects.toThrow('permission denied')
  }
})

test('the desk writes no link, moves no head and dates no entry', async () => {
  const attempts = [
    "insert into audit.links values (999, 999, now(), '', '')",
    'update audit.head set seq = 0',
    'delete from audit.head',
    "insert into audit.entries (action, at) values ('edited', '2020-01-01')",
    "insert into audit.entries (id, action) overriding system value values (7, 'edited')",
  ]
  for (const attempt of attempts)
    await expect(connections.desk.query(attempt), attempt).rejects.toThrow('permission denied')
})

test('a transaction that could fail at its commit is refused at the entry', async () => {
  const { desk } = connections
  await desk.query('begin isolation level repeatable read')
  await expect(appendAudit(desk, { action: 'edited', person })).rejects.toThrow('read committed')
  await desk.query('rollback')
})

test('a head that was tampered with does not fail the commit of anybody', async () => {
  const { desk, owner } = connections
  await owner.query('begin')
  await owner.query('alter table audit.head disable trigger all')
  await owner.query('delete from audit.head')
  await owner.query('alter table audit.head enable trigger all')
  await owner.query('commit')
  await appendAudit(desk, { action: 'edited', person })
  await owner.query('update audit.head set seq = 3')
  const before = await count()
  await appendAudit(desk, { action: 'edited', person })
  expect(await count()).toBe(before + 1)
})
