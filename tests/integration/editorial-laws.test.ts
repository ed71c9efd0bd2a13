import { beforeAll, describe, expect, test } from 'vitest'
import { advance } from '../../src/units'
import { approve, edit, publish } from '../factories'
import { tryAs } from '../sql-as'
import { after, publishing, sql, useLaws, type Sql } from './laws-world'

// What becomes public, and that what happened stays: the database holds it by itself.

const laws = useLaws()
const { desk, byDesk, stored, prize } = laws

/** The approval that the unit had before its words changed, put back by SQL. */
const approvalBack = (id: string): Sql =>
  sql(
    `update editorial.units u set stage = 'approved', approval = a.id
       from editorial.approvals a join editorial.revisions r on r.id = a.revision
      where u.document_id = $1 and u.unit = 'en' and r.document_id = $1 and r.unit = 'en'`,
    [id],
  )

describe('what becomes public', () => {
  test('is what was approved, and then it does', async () => {
    expect(await byDesk(publishing(await prize()))).toBe('went through')
  })

  test.each(['writing', 'in-review'] as const)('is never what is %s', async (stage) => {
    expect(await byDesk(publishing(await prize(stage)))).toContain('is not approved')
  })

  test('is not what was changed since, also when its old approval is put back', async () => {
    const id = await prize()
    await edit(laws.editor, { collection: 'prizes', id }, { name: 'Another' })
    expect(await byDesk(publishing(id))).toContain('is not approved')
    expect(await byDesk(after(approvalBack(id), publishing(id)))).toContain('is not what was approved')
  })

  test('is not an approved revision that has a later one', async () => {
    const id = await prize()
    await edit(laws.editor, { collection: 'prizes', id }, { name: 'Another' })
    const back = sql(
      `update editorial.units u set stage = 'approved', revision = a.revision, approval = a.id
         from editorial.approvals a join editorial.revisions r on r.id = a.revision
        where u.document_id = $1 and u.unit = 'en' and r.document_id = $1`,
      [id],
    )
    expect(await byDesk(after(back, publishing(id)))).toContain('is not what was approved')
  })

  test('is not what changes were requested of, also when its approval is put back', async () => {
    const id = await prize()
    const units = [{ unit: 'en' }]
    const order = { collection: 'prizes', id, units, reason: 'The name is wrong.' }
    await advance(laws.reviewer, { ...order, verb: 'request-changes' })
    const back = sql(
      `update editorial.units u set approval = a.id from editorial.approvals a
        where u.document_id = $1 and u.unit = 'en' and a.revision = u.revision`,
      [id],
    )
    expect(await byDesk(after(back, publishing(id)))).toContain('is not approved')
  })

  test.each([
    ['another content', { content: `'{"name": "Other"}'::jsonb` }],
    ['another hash', { hash: `repeat('0', 64)` }],
    ['no content', { content: 'null' }],
  ])('is not %s', async (_, put) => {
    expect(await byDesk(publishing(await prize(), put))).not.toBe('went through')
  })

  test('is not approved for another document or another language', async () => {
    const [id, other] = [await prize(), await prize()]
    expect(await byDesk(publishing(await prize('writing'), { from: other }))).toContain('is not approved')
    const borrow = (unit: string, document: string) =>
      sql(
        `insert into editorial.units (collection, document_id, unit, stage, revision, approval)
         select collection, $2, $3, stage, revision, approval from editorial.units where document_id = $1 and unit = 'en'
         on conflict (collection, document_id, unit) do update
           set stage = excluded.stage, revision = excluded.revision, approval = excluded.approval`,
        [id, document, unit],
      )
    for (const [document, unit] of [
      [id, 'sv'],
      [id, 'shared'],
      [other, 'en'],
    ] as const)
      expect(
        await byDesk(after(borrow(unit, document), publishing(document, { from: id, unit }))),
        unit,
      ).toContain('is not what was approved')
  })

  test.each([
    ['is disabled', 'update public.users set disabled = true where id = $1'],
    ['is no laws.reviewer any more', 'delete from public.users_roles where parent_id = $1'],
    ['lost this language', `delete from public.users_texts where parent_id = $1 and text = 'en'`],
    [
      'lost this kind',
      `delete from public.users_review_collections where parent_id = $1 and value = 'prizes'`,
    ],
    ['is gone', 'delete from public.users where id = $1'],
  ])('is not approved by somebody who %s', async (_, statement) => {
    const id = await prize()
    const left = sql(statement, [laws.reviewer.user?.id])
    expect(await byDesk(after(left, publishing(id)))).toContain('may not approve it any more')
  })

  test('is not changed where it stands', async () => {
    const id = await prize()
    const change = sql(`update published.units set content = '{}' where document_id = $1`, [id])
    expect(await byDesk(after(publishing(id), change))).toMatch(/permission denied|append-only/)
  })
})

describe('what happened stays', () => {
  const tables = ['revisions', 'approvals', 'steps'] as const
  const change = { revisions: 'author = null', approvals: 'reason = null', steps: 'person = null' }
  beforeAll(() => prize())

  test.each(tables)('editorial.%s is neither changed, deleted nor emptied', async (table) => {
    const statements = [
      `update editorial.${table} set ${change[table]}`,
      `delete from editorial.${table}`,
      `truncate editorial.${table} cascade`,
    ]
    for (const statement of statements) {
      expect(await byDesk(sql(statement)), statement).toContain('permission denied')
      expect(await tryAs(desk.database.owner, sql(statement)), statement).toContain('append-only')
    }
  })

  test.each([
    'alter table editorial.approvals disable trigger four_eyes',
    'alter table published.units disable trigger approved_only',
    'drop trigger approved_only on published.units',
    `create or replace function editorial.may_approve(person uuid, kind text, part text) returns boolean language sql as 'select true'`,
    'create table editorial.mine (id int)',
    `set session_replication_role = 'replica'`,
  ])('the application may not: %s', async (statement) => {
    expect(await byDesk(sql(statement))).toMatch(/must be owner|permission denied/)
  })
})

test('the desk itself does all of this with the same rights', async () => {
  const id = await prize('writing')
  const target = { collection: 'prizes', id, units: ['en'] }
  await approve(laws.editor, [target])
  await publish(laws.officer, [target])
  const units = await stored<{ unit: string; stage: string }>(
    'select unit, stage from editorial.units where document_id = $1 order by unit',
    [id],
  )
  expect(units).toEqual([
    { unit: 'en', stage: 'public' },
    { unit: 'shared', stage: 'public' },
  ])
})
