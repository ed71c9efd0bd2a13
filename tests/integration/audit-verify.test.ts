import { spawn } from 'node:child_process'
import { Client } from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { appendAudit, verifyChain, type Verdict } from '../../src/audit'
import { environmentFor, useDatabase, type TestDatabase } from '../database'

// Whoever tampers here is a superuser of the database: no right and no trigger stops them.

const database = useDatabase()
const entries = 40

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const superUrl = ({ name }: TestDatabase): string =>
  Object.assign(new URL(inject('superUrl')), { pathname: `/${name}` }).href

/** A log of 40 entries, tampered with by these statements. */
async function tamperedLog(...statements: string[]): Promise<TestDatabase> {
  const own = await database.clone()
  await connected(own.desk, async (client) => {
    for (let number = 1; number <= entries; number += 1)
      await appendAudit(client, {
        action: 'edited',
        person: '01890000-0000-7000-8000-000000000001',
        reason: `because of ${number}`,
        details: { number, ünï: ['“quoted”', 1.5, true, null] },
      })
  })
  if (statements.length === 0) return own
  await connected(superUrl(own), async (client) => {
    await client.query('set session_replication_role = replica')
    for (const statement of statements) await client.query(statement)
  })
  return own
}

const verify = (own: TestDatabase, expected?: string): Promise<Verdict> =>
  connected(own.desk, (client) => verifyChain(client, expected === undefined ? {} : { expected }))

const headOf = async (own: TestDatabase): Promise<string> => (await verify(own)).head

test('a log that nobody touched is whole, an empty one too', async () => {
  const empty = await verify(await database.clone())
  expect(empty).toMatchObject({ entries: 0, found: 0, head: '0'.repeat(64) })
  const verdict = await verify(await tamperedLog())
  expect(verdict).toMatchObject({ entries, found: 0, faults: [] })
  expect(verdict.last?.getTime()).toBeGreaterThanOrEqual(verdict.first?.getTime() ?? Infinity)
})

describe('a row that was changed', () => {
  test.each([
    ["reason = 'because of nothing'"],
    ["person = '01890000-0000-7000-8000-000000000002'"],
    ['person = null'],
    ["action = 'approved'"],
    ["at = at + interval '1 microsecond'"],
    ['details = details || \'{"number": 8}\''],
    ["collection = 'laureates'"],
    ["document = '01890000-0000-7000-8000-000000000002'"],
    ["unit = 'sv'"],
    ["revision = '01890000-0000-7000-8000-000000000002'"],
  ])('%s', async (change) => {
    const verdict = await verify(
      await tamperedLog(`update audit.entries set ${change} where reason = 'because of 7'`),
    )
    expect(verdict.faults).toEqual([{ kind: 'changed', seq: 7, at: expect.any(Date) as Date }])
  })

  test('with its hash made anew: the next one does not follow', async () => {
    const own = await tamperedLog("update audit.entries set reason = 'other' where reason = 'because of 7'")
    await rehash(own, 7)
    expect((await verify(own)).faults).toEqual([{ kind: 'unjoined', seq: 8, at: expect.any(Date) as Date }])
  })

  test('at the end, with its hash made anew: the head tells', async () => {
    const own = await tamperedLog("update audit.entries set reason = 'other' where reason = 'because of 40'")
    await rehash(own, entries)
    expect((await verify(own)).faults).toMatchObject([{ kind: 'head', seq: entries }])
  })

  test('with the time of its link changed', async () => {
    const own = await tamperedLog("update audit.links set at = at - interval '1 day' where seq = 9")
    expect((await verify(own)).faults).toMatchObject([{ kind: 'changed', seq: 9 }])
  })
})

/** What somebody does who knows how the chain is made. */
async function rehash(own: TestDatabase, seq: number): Promise<void> {
  await connected(superUrl(own), async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(
      `update audit.links l set hash = encode(sha256(convert_to(l.prev_hash || E'\\n' || jsonb_build_array(
          l.seq, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          e.action, e.person, e.collection, e.document, e.unit, e.revision, e.reason, e.details)::text, 'UTF8')), 'hex')
        from audit.entries e where e.id = l.entry and l.seq = $1`,
      [seq],
    )
  })
}

describe('a row that is missing', () => {
  test('the entry alone', async () => {
    const verdict = await verify(await tamperedLog("delete from audit.entries where reason = 'because of 7'"))
    expect(verdict.faults).toEqual([{ kind: 'missing', seq: 7, last: 7, at: expect.any(Date) as Date }])
  })

  test('the entry and its link', async () => {
    const own = await tamperedLog(
      "delete from audit.entries where reason in ('because of 7', 'because of 8')",
      'delete from audit.links where seq in (7, 8)',
    )
    expect((await verify(own)).faults).toMatchObject([{ kind: 'missing', seq: 7, last: 8 }])
  })

  test('the first ones', async () => {
    const own = await tamperedLog('delete from audit.links where seq <= 3')
    expect((await verify(own)).faults).toMatchObject([
      { kind: 'missing', seq: 1, last: 3 },
      { kind: 'inserted' },
      { kind: 'inserted' },
      { kind: 'inserted' },
    ])
  })

  test('the numbers closed up again', async () => {
    const own = await tamperedLog(
      "delete from audit.entries where reason = 'because of 7'",
      'delete from audit.links where seq = 7',
      'update audit.links set seq = -seq where seq > 7',
      'update audit.links set seq = -seq - 1 where seq < 0',
      'update audit.head set seq = seq - 1',
    )
    const { faults, found } = await verify(own)
    expect(faults[0]).toMatchObject({ kind: 'unjoined', seq: 7 })
    expect(found).toBeGreaterThan(1)
  })

  const cut = [
    'delete from audit.entries where id > (select entry from audit.links where seq = 30)',
    'delete from audit.links where seq > 30',
  ]

  test('the end', async () => {
    expect((await verify(await tamperedLog(...cut))).faults).toMatchObject([
      { kind: 'missing', seq: 31, last: 40, at: expect.any(Date) as Date },
    ])
  })

  test('the end with the head: a hash that was kept elsewhere tells, and only that', async () => {
    const own = await tamperedLog()
    const kept = await headOf(own)
    expect(await verify(own, kept)).toMatchObject({ found: 0 })
    await connected(superUrl(own), async (client) => {
      await client.query('set session_replication_role = replica')
      for (const statement of cut) await client.query(statement)
      await client.query(
        'update audit.head set seq = 30, hash = (select hash from audit.links where seq = 30)',
      )
    })
    expect(await verify(own)).toMatchObject({ found: 0, entries: 30 })
    expect((await verify(own, kept)).faults).toEqual([{ kind: 'unexpected' }])
    expect(await verify(own, await headOf(own))).toMatchObject({ found: 0 })
  })

  test('everything', async () => {
    const own = await tamperedLog('truncate audit.entries', 'truncate audit.links')
    expect((await verify(own)).faults).toMatchObject([{ kind: 'missing', seq: 1, last: 40, at: null }])
  })

  test('the head', async () => {
    const own = await tamperedLog('delete from audit.head')
    expect((await verify(own)).faults).toMatchObject([{ kind: 'head', seq: 40 }])
  })
})

describe('a row that was put in', () => {
  test('past the chain', async () => {
    const own = await tamperedLog("insert into audit.entries (action, reason) values ('approved', 'a lie')")
    expect((await verify(own)).faults).toEqual([{ kind: 'inserted', at: expect.any(Date) as Date }])
  })

  test('into the chain, the numbers moved up', async () => {
    const own = await tamperedLog(
      'update audit.links set seq = -seq where seq >= 7',
      'update audit.links set seq = -seq + 1 where seq < 0',
      "insert into audit.entries (action, reason) values ('approved', 'a lie')",
      "insert into audit.links select 7, max(e.id), now(), (select hash from audit.links where seq = 6), '' from audit.entries e",
      'update audit.head set seq = seq + 1',
    )
    await rehash(own, 7)
    expect((await verify(own)).faults.slice(0, 2)).toMatchObject([
      { kind: 'unjoined', seq: 8 },
      { kind: 'changed', seq: 8 },
    ])
  })

  test('two rows that changed places', async () => {
    const own = await tamperedLog(
      'update audit.links a set entry = -b.entry from audit.links b where (a.seq, b.seq) in ((7, 8), (8, 7))',
      'update audit.links set entry = -entry where entry < 0',
    )
    expect((await verify(own)).faults).toMatchObject([
      { kind: 'changed', seq: 7 },
      { kind: 'changed', seq: 8 },
    ])
  })
})

test('a guard that is switched off is told', async () => {
  const own = await tamperedLog('alter table audit.entries disable trigger append_only')
  expect((await verify(own)).faults).toEqual([{ kind: 'unguarded', table: 'entries' }])
})

type Ended = { code: number | null; out: string; err: string }

/** The command as people type it. */
function command(own: TestDatabase, ...args: string[]): Promise<Ended> {
  const child = spawn('npm', ['run', '-s', 'audit:verify', '--', ...args], {
    env: { ...process.env, ...environmentFor(own) },
  })
  const ended = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...ended })))
}

test('npm run audit:verify ends with one line and the head; with the place and 1 after tampering; 2 where it cannot look', async () => {
  const own = await tamperedLog()
  const fine = await command(own)
  expect(fine).toMatchObject({ code: 0, err: '' })
  expect(fine.out).toMatch(/^The log is whole: 40 entries, from \S+Z to \S+Z\. Head: [0-9a-f]{64}\n$/)
  const kept = /Head: (\S+)/.exec(fine.out)?.[1] ?? ''
  expect((await command(own, '--expect', kept)).out).toContain('The hash that was expected is in it.')
  await connected(superUrl(own), async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query("update audit.entries set action = 'approved' where reason = 'because of 12'")
  })
  const broken = await command(own, '--expect', 'f'.repeat(64))
  expect(broken.code).toBe(1)
  expect(broken.out).toMatch(/^Entry 12 of \d{4}-\d\d-\d\dT\S+Z was changed\.\n/)
  expect(broken.out).toMatch(/The log is not whole: 2 places among 40 entries\.\n$/)
  expect(await command(own, '--expect', 'short')).toMatchObject({ code: 2, out: '' })
  expect(await command(own, '--unknown')).toMatchObject({ code: 2, out: '' })
})
