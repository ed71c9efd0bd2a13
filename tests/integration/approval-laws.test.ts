import { beforeAll, describe, expect, test } from 'vitest'
import { advance } from '../../src/units'
import { edit, personWith, type Actor } from '../factories'
import { after, sql, useLaws, type Sql } from './laws-world'

// Who approves: the database holds it by itself.

const laws = useLaws()
const { desk, byDesk, stored, prize } = laws

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
  (id: string, { by = laws.reviewer, second = null, reason = null, revision, hash }: Given = {}): Sql =>
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
    await advance(laws.editor, { ...at, verb: 'submit' })
    expect(await byDesk(approving(id, { by: both }))).toContain('whoever wrote may not approve')
    expect(await byDesk(approving(id))).toBe('went through')
    // Whoever writes afterwards does not take the earlier author's part away.
    await advance(laws.editor, { ...at, verb: 'take-back' })
    await edit(laws.editor, { collection: 'prizes', id }, { name: 'A third' })
    await advance(laws.editor, { ...at, verb: 'submit' })
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
    await edit(laws.editor, { collection: 'prizes', id }, { name: 'Another' })
    await advance(laws.editor, { collection: 'prizes', id, units: [{ unit: 'en' }], verb: 'submit' })
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
        [id, mustFix, laws.reviewer.user?.id],
      )
    const resolve = sql(
      'update editorial.comments set resolved_by = $2, resolved_at = now() where document_id = $1',
      [id, laws.reviewer.user?.id],
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
    await advance(laws.editor, { collection: 'prizes', id, units: [{ unit: 'en' }], verb: 'submit' })
  })

  test('takes a second person and a reason, and then it counts', async () => {
    const given = { by: author, second: laws.reviewer, reason: 'Nobody else reads this language today.' }
    expect(await byDesk(approving(id, given))).toBe('went through')
  })

  test('takes both', async () => {
    expect(await byDesk(approving(id, { by: author, second: laws.reviewer }))).toContain('check constraint')
    expect(await byDesk(approving(id, { by: author, reason: 'Hurry' }))).toMatch(
      /check constraint|whoever wrote/,
    )
  })

  test.each([
    ['the same person', () => author, 'Hurry'],
    ['another author', () => laws.editor, 'Hurry'],
    ['an empty reason', () => laws.reviewer, ' \n\t'],
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
