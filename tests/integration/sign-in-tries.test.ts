import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { useDesk } from '../payload'
import { hashing } from '../remember-hashes'
import { emailOf, password, useStaff } from '../staff'
import { visitor, type Answer } from '../visitor'

// Guessing is slow, nobody is locked out by somebody else, and no answer tells who works here.

const desk = useDesk()
const staff = useStaff(desk)
const wrong = 'not the right password'
const unknown = 'nobody@example.org'
const disabled = 'gone@example.org'

const sql = (text: string, values: unknown[] = []) =>
  withClient(desk.database.owner, (client) => client.query(text, values))

beforeAll(async () => {
  await desk.payload.create({
    collection: 'users',
    data: { name: 'Gone', email: disabled, password, roles: ['editor'], disabled: true },
    overrideAccess: true,
  })
})
beforeEach(() => sql('delete from sign_in.tries'))
afterEach(() => delete process.env['TRUSTED_PROXIES'])

const attempt = (email: string, address: string, given = wrong): Promise<Answer> =>
  visitor(desk, address).signIn(email, given)
/** How many passwords are checked meanwhile. */
async function checksOf(work: () => Promise<unknown>): Promise<number> {
  const before = hashing.asked
  await work()
  return hashing.asked - before
}
/** Wrong passwords, one after the other; their statuses. */
async function knock(email: string, address: string, times: number): Promise<number[]> {
  const statuses: number[] = []
  for (let time = 0; time < times; time += 1) statuses.push((await attempt(email, address)).status)
  return statuses
}
/** As after so many wrong passwords that `left` tries are left. */
const useUp = (email: string, network: string, left = 0) =>
  sql(
    `insert into sign_in.tries (key, spent_until) values ('password ' || $2 || ' ' || encode(sha256(convert_to($1, 'UTF8')), 'hex'),
       now() + (10 - $3) * interval '2 minutes')`,
    [email, network, left],
  )
const asTold = ({ status, body, headers }: Answer) => ({
  status,
  body,
  headers: [...headers.keys()].filter((name) => name !== 'retry-after'),
})

describe('no answer tells who works here', () => {
  test('a wrong password, an unknown address and somebody disabled, with the right password too', async () => {
    const known = await attempt(emailOf('editor'), '203.0.113.1')
    expect(known.status).toBe(401)
    for (const answer of [
      await attempt(unknown, '203.0.113.1'),
      await attempt(disabled, '203.0.113.1'),
      await attempt(disabled, '203.0.113.1', password),
    ])
      expect(asTold(answer)).toEqual(asTold(known))
  })

  test('nor how long it takes: each costs one check of a password', async () => {
    // A check takes a sixth of a second and more, everything else next to nothing.
    expect(await checksOf(() => attempt(emailOf('editor'), '203.0.113.1'))).toBe(1)
    expect(await checksOf(() => attempt(unknown, '203.0.113.1'))).toBe(1)
    expect(await checksOf(() => attempt(disabled, '203.0.113.1'))).toBe(1)
    expect(await checksOf(() => attempt(disabled, '203.0.113.1', password))).toBe(1)
  })

  test('throttled, known and unknown are told the same, and when to come back', async () => {
    const answers: Answer[] = []
    for (const email of [emailOf('editor'), unknown, disabled]) {
      await useUp(email, '203.0.113.0/24', 1)
      expect((await attempt(email, '203.0.113.1')).status).toBe(401)
      answers.push(await attempt(email, '203.0.113.1'))
    }
    for (const { status, headers, body } of answers) {
      expect(status).toBe(429)
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(90)
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(120)
      expect(body.detail).toBe('Too many tries. Please try again in 2 minutes.')
    }
  })
})

describe('guessing', () => {
  test('is refused before the password is looked at, also the right one', async () => {
    await useUp(emailOf('editor'), '203.0.113.0/24')
    const late = async () => {
      expect((await attempt(emailOf('editor'), '203.0.113.1', password)).status).toBe(429)
    }
    expect(await checksOf(late)).toBe(0)
  })

  test('a hundred at once are let in ten times', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => attempt(emailOf('editor'), '203.0.113.1')),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(90)
  })

  test('goes on with one try every two minutes', async () => {
    await useUp(emailOf('editor'), '203.0.113.0/24')
    const minutesLater = (minutes: number) =>
      sql("update sign_in.tries set spent_until = spent_until - $1 * interval '1 minute'", [minutes])
    await minutesLater(2)
    expect(await knock(emailOf('editor'), '203.0.113.1', 2)).toEqual([401, 429])
    await minutesLater(4)
    expect(await knock(emailOf('editor'), '203.0.113.1', 3)).toEqual([401, 401, 429])
  })

  test('is counted in the database, where a restart or a second process finds it', async () => {
    await knock(emailOf('editor'), '203.0.113.1', 3)
    const { rows } = await sql('select key from sign_in.tries order by key')
    expect(rows).toEqual([
      { key: 'network 203.0.113.0/24' },
      { key: expect.stringMatching(/^password 203\.0\.113\.0\/24 [0-9a-f]{64}$/) },
    ])
  })

  test('from one network over many accounts is refused for all of them', async () => {
    await sql(
      "insert into sign_in.tries values ('network 203.0.113.0/24', now() + 57 * interval '20 seconds')",
    )
    const statuses = await Promise.all(
      ['a', 'b', 'c'].map((name) => attempt(`${name}@example.org`, '203.0.113.1')),
    )
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401])
    expect((await attempt('other@example.org', '203.0.113.200')).status).toBe(429)
    expect((await attempt('other@example.org', '203.0.112.1')).status).toBe(401)
  })
})

describe('nobody is locked out by somebody else', () => {
  test('an hour of wrong passwords from elsewhere leaves the true person their way in', async () => {
    const attackers = ['192.0.2.1', '203.0.113.1']
    // Ten at once, then thirty in an hour: more than that is refused unread.
    await Promise.all(attackers.map((address) => knock(emailOf('editor'), address, 12)))
    await sql("update sign_in.tries set spent_until = spent_until - interval '1 hour'")
    await Promise.all(attackers.map((address) => knock(emailOf('editor'), address, 12)))
    expect((await attempt(emailOf('editor'), '192.0.2.9')).status).toBe(429)
    const own = await attempt(emailOf('editor'), '198.51.100.7', password)
    expect(own.status).toBe(200)
    const { rows } = await sql('select lock_until from users where id = $1', [staff.ids.editor])
    expect(rows).toEqual([{ lock_until: null }])
  })

  test('a right password gives the tries back', async () => {
    await useUp(emailOf('editor'), '203.0.113.0/24', 1)
    expect((await attempt(emailOf('editor'), '203.0.113.1', password)).status).toBe(200)
    expect(await knock(emailOf('editor'), '203.0.113.1', 2)).toEqual([401, 401])
  })

  test('colleagues in one house have tries of their own', async () => {
    await useUp(emailOf('editor'), '203.0.113.0/24')
    expect((await attempt(emailOf('reviewer'), '203.0.113.1', password)).status).toBe(200)
  })
})

describe('which address counts', () => {
  const from = (peer: string, forwarded: string): Promise<Answer> => {
    const sender = visitor(desk, peer)
    sender.more = { 'X-Forwarded-For': forwarded }
    return sender.signIn(unknown, wrong)
  }
  const networks = async () =>
    (await sql("select key from sign_in.tries where key like 'network %' order by key")).rows.map(
      ({ key }: { key: string }) => key.replace('network ', ''),
    )

  test('the connection’s; what the sender writes is not read', async () => {
    await from('203.0.113.1', '10.0.0.1')
    await from('203.0.113.2', '10.0.1.1, 10.0.2.1')
    expect(await networks()).toEqual(['203.0.113.0/24'])
  })

  test('behind a trusted proxy the one that it saw, and nothing further left', async () => {
    process.env['TRUSTED_PROXIES'] = '1'
    await from('127.0.0.1', '10.0.0.1, 198.51.100.7')
    await from('127.0.0.1', '10.9.9.9, 198.51.100.8')
    expect(await networks()).toEqual(['198.51.100.0/24'])
  })

  test('a newer address in the same /64 is the same network', async () => {
    await from('2001:db8:1:2:aaaa::1', '')
    await from('2001:db8:1:2:bbbb::2', '')
    expect(await networks()).toEqual(['2001:db8:1:2::/64'])
  })
})

test('that somebody was throttled stands in the log, once', async () => {
  const count = async () =>
    (
      await sql(
        "select * from audit.entries where action = 'sign-in-failed' and details ->> 'code' = 'too_many_tries'",
      )
    ).rows
  const before = (await count()).length
  await useUp('someone-new@example.org', '203.0.113.0/24')
  await knock('someone-new@example.org', '203.0.113.77', 5)
  const after = await count()
  expect(after).toHaveLength(before + 1)
  expect(after.at(-1)).toMatchObject({ person: null, details: { network: '203.0.113.0/24' } })
})
