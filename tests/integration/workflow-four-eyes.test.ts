import { describe, expect, test } from 'vitest'
import { edit, personWith } from '../factories'
import { refusalIn } from '../forms'
import { useDesk } from '../payload'
import { approvedPrize, done, lifeOf, press, prizeBy, unitOf, useWorkflow } from '../workflow'

// Whoever wrote does not approve, and what must be fixed is fixed first.

const desk = useDesk()
const { signed, local, sql, publishing } = useWorkflow(desk)

describe('four eyes', () => {
  const reason = 'Nobody else reads this language today.'

  test('whoever wrote does not approve, whatever else they are', async () => {
    for (const name of ['author', 'everything'] as const) {
      const id = await prizeBy(signed[name])
      await done(signed[name], 'submit', { id })
      const before = await lifeOf(desk, id)
      expect(refusalIn(await press(signed[name], 'approve', { id, unit: 'en' })), name).toMatchObject({
        status: 409,
        code: 'wrote_it',
      })
      expect(await lifeOf(desk, id)).toEqual(before)
    }
  })

  test('also when somebody else wrote last; and not for other units', async () => {
    const id = await prizeBy(signed.author)
    await edit(local.writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    await edit(local.writer, { collection: 'prizes', id, locale: 'sv' }, { name: 'Fjordpriset' })
    await done(signed.editor, 'submit', { id, units: [{ unit: 'en' }, { unit: 'sv' }] })
    expect(refusalIn(await press(signed.author, 'approve', { id, unit: 'en' }))).toMatchObject({
      code: 'wrote_it',
    })
    expect((await press(signed.author, 'approve', { id, unit: 'sv' })).status).toBe(200)
  })

  test('an approval of another closes what was written before it', async () => {
    const id = await prizeBy(signed.author)
    await done(signed.author, 'submit', { id })
    await done(signed.reviewer, 'approve', { id })
    await edit(local.writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    await done(signed.editor, 'submit', { id, unit: 'en' })
    expect((await press(signed.author, 'approve', { id, unit: 'en' })).status).toBe(200)
  })

  test('an exception takes a second person, who did not write', async () => {
    const id = await prizeBy(signed.everything)
    await edit(local.writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    await done(signed.editor, 'submit', { id })
    await done(signed.everything, 'ask-exception', { id, unit: 'en', reason })
    const agree = (person: 'everything' | 'admin' | 'editor') =>
      press(signed[person], 'agree-exception', { id, unit: 'en' })
    expect(refusalIn(await agree('everything'))).toMatchObject({ status: 409, code: 'second_person' })
    expect(refusalIn(await agree('editor'))).toMatchObject({ status: 403, code: 'not_allowed' })
    expect((await agree('admin')).status).toBe(200)
    expect(await unitOf(signed.editor, id)).toMatchObject({
      stage: 'approved',
      approval: { by: 'The everything', second: 'The admin', reason },
    })
  })

  test('nor did the second person write, nor ask', async () => {
    const id = await prizeBy(signed.everything)
    const { user } = await personWith(desk.payload, ['editor'])
    await edit(
      { payload: desk.payload, user: { ...user, id: signed.author.id } },
      { collection: 'prizes', id },
      { name: 'Another' },
    )
    await done(signed.editor, 'submit', { id })
    await done(signed.everything, 'ask-exception', { id, unit: 'en', reason })
    expect(refusalIn(await press(signed.author, 'agree-exception', { id, unit: 'en' }))).toMatchObject({
      status: 409,
      code: 'second_person',
    })
  })

  test('an exception is for the words that it was asked for', async () => {
    const id = await prizeBy(signed.author)
    await done(signed.author, 'submit', { id })
    await done(signed.author, 'ask-exception', { id, unit: 'en', reason })
    await edit(local.writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    await done(signed.editor, 'submit', { id, unit: 'en' })
    expect(refusalIn(await press(signed.admin, 'agree-exception', { id, unit: 'en' }))).toMatchObject({
      status: 409,
      code: 'no_exception_asked',
    })
  })

  test('who did not write needs none', async () => {
    const id = await prizeBy(signed.editor)
    await done(signed.editor, 'submit', { id })
    expect(
      refusalIn(await press(signed.reviewer, 'ask-exception', { id, unit: 'en', reason })),
    ).toMatchObject({
      status: 409,
      code: 'can_approve',
    })
  })

  test('what must be fixed is fixed first', async () => {
    const id = await prizeBy(signed.editor)
    await done(signed.editor, 'submit', { id })
    await sql(
      `insert into editorial.comments (collection, document_id, unit, text, must_fix, author) values ('prizes', $1, 'en', 'Wrong.', true, $2)`,
      [id, signed.reviewer.id],
    )
    expect(refusalIn(await press(signed.reviewer, 'approve', { id, unit: 'en' }))).toMatchObject({
      status: 409,
      code: 'must_fix_open',
    })
    await sql('update editorial.comments set resolved_by = $2, resolved_at = now() where document_id = $1', [
      id,
      signed.reviewer.id,
    ])
    expect((await press(signed.reviewer, 'approve', { id, unit: 'en' })).status).toBe(200)
  })

  test.each(['en', 'shared'])('what must be fixed after the approval is not published: %s', async (unit) => {
    const id = await approvedPrize(signed)
    const at = `/api/prizes/${id}/comments`
    const comment = { unit, text: 'The name is wrong.', mustFix: true }
    const said = await signed.reviewer.ask('POST', at, comment)
    expect(said.status).toBe(200)
    const [thread] = said.body['threads'] as { id: string }[]
    const before = await lifeOf(desk, id)
    // The first language brings the shared facts along.
    expect(await publishing(id)).toMatchObject({ status: 409, code: 'must_fix_open' })
    expect(await lifeOf(desk, id)).toEqual(before)
    const { verbs } = await unitOf(signed.officer, id)
    expect(verbs.find(({ verb }) => verb === 'publish')).toMatchObject({ code: 'must_fix_open' })
    expect((await signed.reviewer.ask('POST', `${at}/${thread?.id}/resolve`)).status).toBe(200)
    expect((await press(signed.officer, 'publish', { id, unit: 'en' })).status).toBe(200)
  })
})
