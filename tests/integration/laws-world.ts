import type { ClientBase } from 'pg'
import { beforeAll } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { advance } from '../../src/units'
import { asRead, colleagueOf, draft, personWith, unique, type Actor } from '../factories'
import { useDesk } from '../payload'
import { tryAs } from '../sql-as'

// What the database holds by itself, whoever runs SQL with the rights of the application.

export type Sql = (client: ClientBase) => Promise<unknown>

/** People who write, review and publish, prizes of each stage, and SQL with the rights of the application. */
export function useLaws() {
  const desk = useDesk()
  const laws = {} as { editor: Actor; officer: Actor; reviewer: Actor }
  beforeAll(async () => {
    laws.editor = await personWith(desk.payload, ['editor'])
    laws.officer = await personWith(desk.payload, ['press-officer'])
    laws.reviewer = await colleagueOf(laws.editor)
  })
  const byDesk = (work: Sql) => tryAs(desk.database.desk, work)
  const stored = <Row extends object>(sql: string, values: unknown[] = []) =>
    poolOf(desk.payload)
      .query<Row>(sql, values)
      .then(({ rows }) => rows)
  /** A prize with English words; approved unless another stage is named. */
  async function prize(stage: 'writing' | 'in-review' | 'approved' = 'approved'): Promise<string> {
    const { id } = await draft(laws.editor, 'prizes', {
      name: 'Fjord Prize',
      slug: unique('fjord'),
      timeZone: 'Europe/Oslo',
    })
    const units = [{ unit: 'en' }]
    const at = { collection: 'prizes', id }
    if (stage !== 'writing') await advance(laws.editor, { ...at, verb: 'submit', units })
    if (stage === 'approved')
      await advance(laws.reviewer, {
        ...at,
        verb: 'approve',
        units: await asRead(laws.editor, { ...at, units }),
      })
    return id
  }
  return Object.assign(laws, { desk, byDesk, stored, prize })
}

type Put = { from?: string; fromUnit?: string; unit?: string; content?: string; hash?: string }
/** Puts a unit into the public world by SQL: the current words of `from`, unless another content or hash is given. */
export const publishing =
  (
    id: string,
    { from = id, fromUnit = 'en', unit = 'en', content = 'r.content', hash = 'r.content_hash' }: Put = {},
  ): Sql =>
  async (client) => {
    await client.query(
      'insert into published.releases (number) select coalesce(max(number), 0) + 1 from published.releases',
    )
    const { rowCount } = await client.query(
      `insert into published.units (collection, document_id, unit, content, content_hash, release)
       select 'prizes', $1, $4, ${content}, ${hash}, (select max(number) from published.releases)
         from editorial.units u join editorial.revisions r on r.id = u.revision
        where u.document_id = $2 and u.unit = $3`,
      [id, from, fromUnit, unit],
    )
    if (rowCount !== 1) throw new Error('the test put nothing')
  }

export const after =
  (...works: Sql[]): Sql =>
  async (client) => {
    for (const work of works) await work(client)
  }
export const sql =
  (text: string, values: unknown[] = []): Sql =>
  (client) =>
    client.query(text, values)
