import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { served } from '../../src/operations/check-roles'
import { useDatabase } from '../database'

const database = useDatabase()

async function as(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

const appendOnly = ['releases', 'units', 'bodies', 'events'] as const
const seed = `insert into published.releases (number) values (1) on conflict do nothing`

describe('append-only', () => {
  for (const table of appendOnly) {
    test(`the desk may not change, delete or empty published.${table}`, async () => {
      for (const statement of [`delete from published.${table}`, `truncate published.${table} cascade`]) {
        await expect(as(database.desk, statement)).rejects.toThrow(/permission denied/)
      }
    })

    test(`the owner of published.${table} is refused too`, async () => {
      for (const statement of [`delete from published.${table}`, `truncate published.${table} cascade`]) {
        await expect(as(database.owner, statement)).rejects.toThrow(/append-only/)
      }
    })
  }

  test('a changed body does not keep its hash', async () => {
    await expect(
      as(database.desk, `insert into published.bodies (sha256, body) values ('${'0'.repeat(64)}', 'x')`),
    ).rejects.toThrow(/check constraint/)
  })

  test('an event that would leave a gap is refused', async () => {
    await as(database.desk, seed)
    const event = `insert into published.events (seq, release, kind, resource, document_id, slug, locales)
      values (7, 1, 'published', 'laureates', gen_random_uuid(), 'x', '{en}')`
    await expect(as(database.desk, event)).rejects.toThrow(/leave a gap/)
  })
})

describe('the public side', () => {
  const closed = [
    'select * from laureates',
    'select * from _laureates_v',
    'select * from users',
    'select * from payload_preferences',
    'select * from published.units',
    'select * from published.releases',
    'select * from published.refs',
  ]
  for (const statement of closed) {
    test(`cannot run: ${statement}`, async () => {
      await expect(as(database.delivery, statement)).rejects.toThrow(/permission denied|does not exist/)
    })
  }

  test('reads exactly the tables that it serves from', async () => {
    const found = await as(
      database.owner,
      `select table_schema || '.' || table_name as name from information_schema.role_table_grants
        where grantee = 'delivery_reader' order by 1`,
    )
    expect(found).toEqual(served.toSorted().map((name) => ({ name })))
  })

  test('cannot write, nor make a temporary table', async () => {
    await expect(as(database.delivery, 'update published.head set seq = 9')).rejects.toThrow(
      /read-only|permission denied/,
    )
    for (const statement of ['update published.head set seq = 9', 'create temp table t (x int)']) {
      await expect(as(database.delivery, `begin read write; ${statement}`)).rejects.toThrow(
        /permission denied/,
      )
    }
  })
})
