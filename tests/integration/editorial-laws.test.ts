import type { ClientBase } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { advance } from '../../src/units'
import {
  approve,
  asRead,
  colleagueOf,
  draft,
  edit,
  personWith,
  publish,
  unique,
  type Actor,
} from '../factories'
import { useDesk } from '../payload'
import { tryAs } from '../sql-as'

// What the database holds by itself, whoever runs SQL with the rights of the application.

const desk = useDesk()
let editor: Actor
let officer: Actor
let reviewer: Actor

beforeAll(async () => {
  editor = await personWith(desk.payload, ['editor'])
  officer = await personWith(desk.payload, ['press-officer'])
  reviewer = await colleagueOf(editor)
})

type Sql = (client: ClientBase) => Promise<unknown>
const byDesk = (work: Sql) => tryAs(desk.database.desk, work)
const stored = <Row extends object>(sql: string, values: unknown[] = []) =>
  poolOf(desk.payload)
    .query<Row>(sql, values)
    .then(({ rows }) => rows)

/** A prize with English words; approved unless another stage is named. */
async function prize(stage: 'writing' | 'in-review' | 'approved' = 'approved'): Promise<string> {
  const { id } = await draft(editor, 'prizes', {
    name: 'Fjord Prize',
    slug: unique('fjord'),
    timeZone: 'Europe/Oslo',
  })
  const units = [{ unit: 'en' }]
  const at = { collection: 'prizes', id }
  if (stage !== 'writing') await advance(editor, { ...at, verb: 'submit', units })
  if (stage === 'approved')
    await advance(reviewer, { ...at, verb: 'approve', units: await asRead(editor, { ...at, units }) })
  return id
}

type Put = { from?: string; fromUnit?: string; unit?: string; content?: string; hash?: string }
/** Puts a unit into the public world by SQL: the current words of `from`, unless another content or hash is given. */
const publishing =
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

const after =
  (...works: Sql[]): Sql =>
  async (client) => {
    for (const work of works) await work(client)
  }
const sql =
  (text: string, values: unknown[] = []): Sql =>
  (client) =>
    client.query(text, values)

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
    await edit(editor, { collection: 'prizes', id }, { name: 'Another' })
    expect(await byDesk(publishing(id))).toContain('is not approved')
    expect(await byDesk(after(approvalBack(id), publishing(id)))).toContain('is not what was approved')
  })

  test('is not an approved revision that has a later one', async () => {
    const id = await prize()
    await edit(editor, { collection: 'prizes', id }, { name: 'Another' })
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
    await advance(reviewer, { ...order, verb: 'request-changes' })
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
    ['is no reviewer any more', 'delete from public.users_roles where parent_id = $1'],
    ['lost this language', `delete from public.users_texts where parent_id = $1 and text = 'en'`],
    [
      'lost this kind',
      `delete from public.users_review_collections where parent_id = $1 and value = 'prizes'`,
    ],
    ['is gone', 'delete from public.users where id = $1'],
  ])('is not approved by somebody who %s', async (_, statement) => {
    const id = await prize()
    const left = sql(statement, [reviewer.user?.id])
    expect(await byDesk(after(left, publishing(id)))).toContain('may not approve it any more')
  })

  test('is not changed where it stands', async () => {
    const id = await prize()
    const change = sql(`update published.units set content = '{}' where document_id = $1`, [id])
    expect(await byDesk(after(publishing(id), change))).toMatch(/permission denied|append-only/)
  })
})

type Given = {
  by?: Actor | string | null
  second?: Actor | null
  reason?: string | null
  revision?: string
  hash?: string
}
const idOf = (who: Actor | string | null | undefined): string | null =>
  typeof who === 'object' ? (who?.user?.id ?? null) : (who ?? null)

/** An approval of the current English words, given by SQL. */
const approving =
  (id: string, { by = reviewer, second = null, reason = null, revision, hash }: Given = {}): Sql =>
  (client) =>
    client.query(
      `insert into editorial.approvals (revision, values_hash, approver, second, reason)
       select r.id, coalesce($6, r.values_hash), $2, $3, $4
         from editorial.units u join editorial.revisions r on r.id = coalesce($5::uuid, u.revision)
        where u.document_id = $1 and u.unit = 'en'`,
      [id, idOf(by), idOf(second), reason, revision ?? null, hash ?? null],
    )

describe('who approves', () => {
  const mayNot = 'this person may not approve it'

  test('is a reviewer of this kind and this language who did not write, and then it counts', async () => {
    expect(await byDesk(approving(await prize('in-review')))).toBe('went through')
  })

  test('is not the author, whatever else they are', async () => {
    const both = await personWith(desk.payload, ['editor', 'reviewer', 'admin'])
    const id = await prize('writing')
    await edit(both, { collection: 'prizes', id }, { name: 'Another' })
    const at = { collection: 'prizes', id, units: [{ unit: 'en' }] }
    await advance(editor, { ...at, verb: 'submit' })
    expect(await byDesk(approving(id, { by: both }))).toContain('whoever wrote may not approve')
    expect(await byDesk(approving(id))).toBe('went through')
    // Whoever writes afterwards does not take the earlier author's part away.
    await advance(editor, { ...at, verb: 'take-back' })
    await edit(editor, { collection: 'prizes', id }, { name: 'A third' })
    await advance(editor, { ...at, verb: 'submit' })
    expect(await byDesk(approving(id, { by: both }))).toContain('whoever wrote may not approve')
  })

  test('is somebody', async () => {
    const id = await prize('in-review')
    expect(await byDesk(approving(id, { by: null }))).toMatch(/null value|may not approve/)
    expect(await byDesk(approving(id, { by: '0190a6f2-0000-7000-8000-000000000000' }))).toContain(mayNot)
  })

  test.each([
    ['is disabled', ['reviewer'], { disabled: true }],
    ['reviews other languages', ['reviewer'], { reviewLocales: ['sv'] }],
    ['reviews other kinds', ['reviewer'], { reviewCollections: ['laureates'] }],
    ['is no reviewer', ['admin', 'press-officer', 'translator'], {}],
  ] as const)('is not somebody who %s', async (_, roles, data) => {
    const person = await personWith(
      desk.payload,
      [...roles],
      roles.includes('translator' as never) ? ['sv'] : [],
    )
    const of = { collection: 'users', id: idOf(person) ?? '', overrideAccess: true } as const
    await desk.payload.update<'users', object>({ ...of, data: structuredClone<object>(data) })
    expect(await byDesk(approving(await prize('in-review'), { by: person }))).toContain(mayNot)
  })

  test('approves what stands in review, by the hash of its own words', async () => {
    expect(await byDesk(approving(await prize('writing')))).toContain('not in review')
    expect(await byDesk(approving(await prize('approved')))).toContain('not in review')
    const id = await prize('in-review')
    expect(await byDesk(approving(id, { hash: '0'.repeat(64) }))).toContain('not the current words')
  })

  test('approves no older revision, and none of another document', async () => {
    const id = await prize('writing')
    const [old] = await stored<{ id: string }>(
      `select revision as id from editorial.units where document_id = $1 and unit = 'en'`,
      [id],
    )
    await edit(editor, { collection: 'prizes', id }, { name: 'Another' })
    await advance(editor, { collection: 'prizes', id, units: [{ unit: 'en' }], verb: 'submit' })
    const revision = String(old?.id)
    expect(await byDesk(approving(id, { revision }))).toContain('not the current words')
    expect(await byDesk(approving(await prize('in-review'), { revision }))).toContain('not the current words')
  })

  test('waits for what must be fixed', async () => {
    const id = await prize('in-review')
    const comment = (mustFix: boolean) =>
      sql(
        `insert into editorial.comments (collection, document_id, unit, text, must_fix, author)
         values ('prizes', $1, 'en', 'The year is wrong.', $2, $3)`,
        [id, mustFix, reviewer.user?.id],
      )
    const resolve = sql(
      'update editorial.comments set resolved_by = $2, resolved_at = now() where document_id = $1',
      [id, reviewer.user?.id],
    )
    expect(await byDesk(after(comment(true), approving(id)))).toContain('must be fixed first')
    expect(await byDesk(after(comment(false), approving(id)))).toBe('went through')
    expect(await byDesk(after(comment(true), resolve, approving(id)))).toBe('went through')
  })
})

describe('an exception from four eyes', () => {
  let author: Actor
  let id: string
  beforeAll(async () => {
    author = await personWith(desk.payload, ['editor', 'reviewer'])
    id = await prize('writing')
    await edit(author, { collection: 'prizes', id }, { name: 'Another' })
    await advance(editor, { collection: 'prizes', id, units: [{ unit: 'en' }], verb: 'submit' })
  })

  test('takes a second person and a reason, and then it counts', async () => {
    const given = { by: author, second: reviewer, reason: 'Nobody else reads this language today.' }
    expect(await byDesk(approving(id, given))).toBe('went through')
  })

  test('takes both', async () => {
    expect(await byDesk(approving(id, { by: author, second: reviewer }))).toContain('check constraint')
    expect(await byDesk(approving(id, { by: author, reason: 'Hurry' }))).toMatch(
      /check constraint|whoever wrote/,
    )
  })

  test.each([
    ['the same person', () => author, 'Hurry'],
    ['another author', () => editor, 'Hurry'],
    ['an empty reason', () => reviewer, ' \n\t'],
  ])('is not given with %s', async (_, second, reason) => {
    const given = { by: author, second: second(), reason }
    expect(await byDesk(approving(id, given))).toMatch(/takes a second person|check constraint/)
  })

  test.each([
    ['disabled', ['admin'], true],
    ['without such a role', ['editor'], false],
  ] as const)('is not agreed to by somebody %s', async (_, roles, disabled) => {
    const second = await personWith(desk.payload, [...roles])
    await stored('update users set disabled = $2 where id = $1', [second.user?.id, disabled])
    expect(await byDesk(approving(id, { by: author, second, reason: 'Hurry' }))).toContain(
      'takes a second person',
    )
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
  await approve(editor, [target])
  await publish(officer, [target])
  const units = await stored<{ unit: string; stage: string }>(
    'select unit, stage from editorial.units where document_id = $1 order by unit',
    [id],
  )
  expect(units).toEqual([
    { unit: 'en', stage: 'public' },
    { unit: 'shared', stage: 'public' },
  ])
})
